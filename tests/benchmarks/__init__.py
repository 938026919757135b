"""Measurements, in turn with a bare Textual app: `uv run python -m tests.benchmarks`."""

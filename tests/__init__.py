"""The tests, laid out like the package, and the tools they see it with.

`terminal` runs a command as a person would see it, `audit` tells what a command writes and whom it
calls, `benchmarks` measures (never under pytest).
"""

"""Answers laid out as a document. The plan has no memory of its own."""

"""A document as bytes on paper: text, Markdown, PDF; and saving them without losing a file."""

"""A document as bytes on paper: text, Markdown, PDF; saving them without losing a file,
and printing them without leaving one."""

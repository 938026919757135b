"""What is seen: a thin driver over a session. Saving and printing are handed in."""

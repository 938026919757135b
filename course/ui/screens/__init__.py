"""One module a screen, its styles in the ``.tcss`` beside it."""

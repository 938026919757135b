"""The same course, line by line, for screen readers, braille, and terminals that can do no more.

Lines are only ever added: nothing is redrawn, no colour, no control codes, no clock. Whoever starts
it hands in how a line is said and how one is asked for.
"""

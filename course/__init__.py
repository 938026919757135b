"""Handrail: a private, printable course, taken in a terminal, for people in recovery.

Two halves meet only in pure functions.
``content`` is what the authors wrote, read from ``lessons/``; ``notebook`` is what the learner
said. ``plan`` lays the answers out as a document, ``session`` is one learner's walk through the
course without a screen, ``store`` keeps notebooks, ``paper`` turns documents into bytes.
``ui`` (Textual) and ``plain`` (line by line) are thin drivers over a session; ``cli`` wires all
of it together. ``emergency`` needs nothing else, so that help is there when all else is broken.
"""

__version__ = "0.1.0"

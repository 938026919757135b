"""Where lessons and notebooks are found. Functions only; nothing here reads or writes."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def lessons_folder() -> Path:
    """Our own lessons: inside the installed package, or beside it in a checkout."""
    inside = _HERE / "lessons"
    return inside if inside.is_dir() else _HERE.parent / "lessons"


def data_folder() -> Path:
    """The folder that keeps this person's notebook when no ``--home`` is given."""
    from platformdirs import user_data_path  # a first run in "just for now" never needs it

    return user_data_path("handrail", appauthor=False)


def state_folder() -> Path:
    """Where it is remembered, elsewhere than the notebook, how far that was."""
    from platformdirs import user_state_path

    return user_state_path("handrail", appauthor=False)

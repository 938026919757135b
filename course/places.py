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


def notebook_folder(home: Path | None) -> Path:
    """The folder of the notebook's generations, under ``home`` or the user's data folder."""
    return (home if home is not None else data_folder()) / "notebook"

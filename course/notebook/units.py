"""The items of a list and the rows of a table: what is reworded, moved, taken out and merged.

Each has its own id, a counter ``rev`` with the copy that wrote it last, and leaves a tombstone
(``gone``) when it is taken out, so that it can be put back and two copies can be merged.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from course.text import clean


def _cleaned(value: Any) -> Any:
    return clean(value) if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_cleaned)]
"""Text from a person or a file, cleaned on the way in."""

Cell = Annotated[bool | int | str, BeforeValidator(_cleaned)]
"""What one column of a row holds: a tick, a number, or words."""


class Kept(BaseModel):
    """A record in a notebook: frozen, keeps fields it does not know, never shows what it holds."""

    model_config = ConfigDict(
        frozen=True, extra="allow", hide_input_in_errors=True, defer_build=True
    )


class Written(Kept):
    """Anything that a copy of the notebook wrote, with its counter. Higher ``(rev, by)`` wins."""

    rev: int = 1
    by: Text = ""

    @property
    def stamp(self) -> tuple[int, str]:
        """What is compared when two copies meet. Never a clock."""
        return self.rev, self.by


class Unit(Written):
    """One item or row."""

    id: Text
    private: bool = False
    """Left out of the copy that is shared."""
    gone: bool = False


class Item(Unit):
    """A line of a list."""

    text: Text = Field(repr=False)


class Row(Unit):
    """A row of a table: column id to what it holds."""

    cells: dict[Text, Cell] = Field(default_factory=dict, repr=False)


U = TypeVar("U", bound=Unit)
Units = tuple[U, ...]


def present(units: Units[U]) -> Units[U]:
    """Those that were not taken out, in their order."""
    return tuple(unit for unit in units if not unit.gone)


@dataclass(frozen=True)
class Pen:
    """The one copy of the notebook that writes, and where its ids come from."""

    by: str
    new_id: Callable[[], str]

    def item(self, text: str) -> Item:
        """A new line."""
        return Item(id=self.new_id(), by=self.by, text=text)

    def row(self, cells: dict[str, bool | int | str]) -> Row:
        """A new row."""
        return Row(id=self.new_id(), by=self.by, cells=cells)

    def changed(self, unit: U, **changes: Any) -> U:
        """The unit with some fields changed, its counter one higher, in this copy's name."""
        fields = {name: getattr(unit, name) for name in type(unit).model_fields}
        fields |= unit.model_extra or {}
        return type(unit)(**{**fields, **changes, "rev": unit.rev + 1, "by": self.by})

    def replaced(self, units: Units[U], unit_id: str, **changes: Any) -> Units[U]:
        """All of them, with one changed: reworded, marked private, taken out or put back."""
        return tuple(self.changed(u, **changes) if u.id == unit_id else u for u in units)

    def taken_out(self, units: Units[U], unit_id: str) -> Units[U]:
        """All of them, with a tombstone where that one was."""
        return self.replaced(units, unit_id, gone=True)

    def put_back(self, units: Units[U], unit_id: str) -> Units[U]:
        """All of them, with that one present again, last in order."""
        back = [unit for unit in units if unit.id == unit_id]
        rest = tuple(unit for unit in units if unit.id != unit_id)
        return rest + tuple(self.changed(unit, gone=False) for unit in back)

    @staticmethod
    def moved(units: Units[U], unit_id: str, by: int) -> Units[U]:
        """All of them, with one moved ``by`` places among those present (negative is up)."""
        seen = list(present(units))
        at = next((n for n, unit in enumerate(seen) if unit.id == unit_id), None)
        if at is None:
            return units
        seen.insert(max(0, min(len(seen) - 1, at + by)), seen.pop(at))
        return (*seen, *(unit for unit in units if unit.gone))

"""Changing a list or a table by numbers: add, reword, move, take out, put back, keep private."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic

from course.language import N_, _
from course.notebook.units import Pen, U, Units, present
from course.plain.talk import Talk


@dataclass(frozen=True, slots=True)
class Editor(Generic[U]):
    """What a list and a table do not share, and what both need."""

    talk: Talk
    pen: Pen
    most: int
    words: Callable[[U], str]
    """One unit in words."""
    new: Callable[[], U | None]
    """Ask for a new one; None when the person had nothing to add."""
    reworded: Callable[[U], dict[str, Any]]
    """Ask anew for what one holds; the fields that change."""

    def edited(self, units: Units[U]) -> Iterator[Units[U]]:
        """All of them after each change, until the person goes on."""
        if not present(units):
            units = self.add(units)
            if not units:
                return
            yield units
        while (act := self._picked_action(units)) is not None:
            units = act(self, units)
            yield units

    def _picked_action(self, units: Units[U]) -> Action[U] | None:
        self._tell(units)
        actions = [(words, act) for words, possible, act in _ACTIONS if possible(self, units)]
        self.talk.say(_("What you can do:"))
        question = _("Type a number to change this, or press Enter when it is right: ")
        number = self.talk.pick([_(words) for words, _act in actions], question)
        return None if number is None else actions[number][1]

    def _tell(self, units: Units[U]) -> None:
        self.talk.say(_("This is what is there now:") if present(units) else _("Nothing is there."))
        self.talk.numbered(self._with_state(unit) for unit in present(units))

    def _with_state(self, unit: U) -> str:
        words = self.words(unit)
        return _("{words} (private)").format(words=words) if unit.private else words

    def which(self, units: Units[U]) -> U | None:
        """One of these; without asking when there is only one."""
        if len(units) == 1:
            return units[0]
        number = self.talk.pick([self.words(unit) for unit in units], _("Which one? Its number: "))
        return None if number is None else units[number]

    def add(self, units: Units[U]) -> Units[U]:
        """With a new one at the end of those that are there."""
        unit = self.new()
        if unit is None:
            return units
        return (*present(units), unit, *(old for old in units if old.gone))

    def reword(self, units: Units[U]) -> Units[U]:
        """With one said anew."""
        unit = self.which(present(units))
        return units if unit is None else self.pen.replaced(units, unit.id, **self.reworded(unit))

    def move_up(self, units: Units[U]) -> Units[U]:
        """With one a place higher."""
        return self._moved(units, -1)

    def move_down(self, units: Units[U]) -> Units[U]:
        """With one a place lower."""
        return self._moved(units, 1)

    def _moved(self, units: Units[U], by: int) -> Units[U]:
        unit = self.which(present(units))
        return units if unit is None else self.pen.moved(units, unit.id, by)

    def take_out(self, units: Units[U]) -> Units[U]:
        """Without one; it can be put back."""
        unit = self.which(present(units))
        return units if unit is None else self.pen.taken_out(units, unit.id)

    def put_back(self, units: Units[U]) -> Units[U]:
        """With one that was taken out."""
        unit = self.which(tuple(unit for unit in units if unit.gone))
        return units if unit is None else self.pen.put_back(units, unit.id)

    def keep_private(self, units: Units[U]) -> Units[U]:
        """With one left out of the copy that is shared, or in it again."""
        unit = self.which(present(units))
        if unit is None:
            return units
        return self.pen.replaced(units, unit.id, private=not unit.private)


Action = Callable[[Editor[U], Units[U]], Units[U]]


def _room(editor: Editor[Any], units: Units[Any]) -> bool:
    return len(present(units)) < editor.most


def _some(editor: Editor[Any], units: Units[Any]) -> bool:
    return bool(present(units))


def _two(editor: Editor[Any], units: Units[Any]) -> bool:
    return len(present(units)) > 1


def _gone(editor: Editor[Any], units: Units[Any]) -> bool:
    return any(unit.gone for unit in units) and _room(editor, units)


_ACTIONS: tuple[tuple[str, Callable[[Editor[Any], Units[Any]], bool], Action[Any]], ...] = (
    (N_("Add one"), _room, Editor.add),
    (N_("Change the words of one"), _some, Editor.reword),
    (N_("Move one up"), _two, Editor.move_up),
    (N_("Move one down"), _two, Editor.move_down),
    (N_("Take one out"), _some, Editor.take_out),
    (N_("Put one back"), _gone, Editor.put_back),
    (N_("Keep one private, or share it again"), _some, Editor.keep_private),
)
"""What can be done, in this order, each when it makes sense."""

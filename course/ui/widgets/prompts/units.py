"""What ``list`` and ``rows`` share: the person's own units, and all that can be done to them."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.binding import Binding
from textual.content import Content

from course.content.prompts import Listing, Rows
from course.language import N_, _
from course.notebook.answers import Answer
from course.notebook.units import Unit, Units, present
from course.session.session import Session
from course.ui.flow import BLANK, Piece
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.view import PromptView, quiet, way_on

U = TypeVar("U", bound=Unit)
A = TypeVar("A", bound=Listing | Rows)

OR_PICK = N_("Or pick one, and make it yours")
ADD, ON = "+add", "+on"
"""Ids of the rows that are not the person's own; no id of a unit has a plus in it."""


class UnitsView(PromptView[A], Generic[A, U]):
    """The person's own list. ``least`` is a wish and never a lock."""

    BINDINGS = [
        Binding("enter", "open", N_("Reword"), key_display="Enter"),
        Binding("x", "take_out", N_("Take out"), key_display="X"),
        Binding("u", "put_back", N_("Put back"), key_display="U"),
        Binding("p", "private", N_("Private"), key_display="P"),
        Binding("shift+up", "shift(-1)", N_("Order"), key_display="Shift+↑↓"),
        Binding("shift+down", "shift(1)", N_("Order"), show=False),
        Binding("enter", "go_on", N_("Go on"), key_display="Enter"),
        Binding("tab", "write", N_("Write your own"), key_display="Tab"),
    ]

    def __init__(self, prompt: A, session: Session) -> None:
        super().__init__(prompt, session)
        self.mine, self.count = Choices(), Page()
        """The list, and what is said about how many there are."""
        self._taken: list[str] = []

    # What a subclass says

    @property
    def units(self) -> Units[U]:
        """All of them, with the tombstones."""
        raise NotImplementedError

    def answer_with(self, units: Units[U]) -> Answer:
        """These as an answer."""
        raise NotImplementedError

    def words(self, unit: U) -> Content:
        """One of them on a line or two."""
        raise NotImplementedError

    # The list

    @property
    def present(self) -> Units[U]:
        """Those that were not taken out."""
        return present(self.units)

    @property
    def full(self) -> bool:
        """Whether there are as many as there may be."""
        return len(self.present) >= self.prompt.most

    @property
    def enough(self) -> bool:
        """Whether there are as many as one would wish for."""
        return len(self.present) >= self.prompt.least

    def unit_here(self) -> U | None:
        """The one that is highlighted while the list has the keys."""
        if not self.mine.has_focus or self.mine.here is None:
            return None
        return next((unit for unit in self.present if unit.id == self.mine.here.id), None)

    def show_mine(self, at: str | None = None) -> None:
        """Draw the list anew."""
        own = [self._row(unit) for unit in self.present]
        self.mine.show([*own, *self.ways_on()], at=at)
        self.count.show(self._count())
        self.refresh_bindings()

    def ways_on(self) -> list[Choice]:
        """What stands below the person's own."""
        words = _("Go on") if self.present else _("Go on without")
        return [way_on(words, ON)]

    def _row(self, unit: U) -> Choice:
        tail = Content.styled(_("(private)"), "$accent") if unit.private else Content()
        return Choice(unit.id, self.words(unit), tail=tail)

    def _count(self) -> list[Piece]:
        here, least, most = len(self.present), self.prompt.least, self.prompt.most
        if here >= most:
            text = _("This list is full ({most}). To add another, take one out.").format(most=most)
        elif 0 < here < least:
            text = _("{number} of {least}. You can go on with fewer.").format(
                number=here, least=least
            )
        else:
            return []
        return [BLANK, quiet(text, gap=0)]

    # Keys

    def goes_on(self) -> bool:
        """The way on stands below the list."""
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done where the highlight is."""
        unit, focused = self.unit_here(), self.screen.focused
        listed = focused if isinstance(focused, Choices) else None
        allowed = {
            "open": unit is not None,
            "take_out": unit is not None,
            "private": unit is not None,
            "shift": unit is not None and len(self.present) > 1,
            "put_back": listed is not None and self._last_taken() is not None and not self.full,
            "go_on": listed is not None and listed.here is not None and listed.here.id == ON,
            "write": self.field_beside() is not None,
        }
        return allowed.get(action, True)

    def action_write(self) -> None:
        """From the menu to the field."""
        if (field := self.field_beside()) is not None:
            field.focus(scroll_visible=False)

    def action_open(self) -> None:
        """Enter on one of them."""
        raise NotImplementedError

    def action_take_out(self) -> None:
        """It can be put back."""
        if (unit := self.unit_here()) is not None:
            self._taken.append(unit.id)
            self.say(self.answer_with(self.session.pen.taken_out(self.units, unit.id)))

    def action_put_back(self) -> None:
        """The one taken out last."""
        if (name := self._last_taken()) is not None:
            self._taken = [taken for taken in self._taken if taken != name]
            self.say(self.answer_with(self.session.pen.put_back(self.units, name)))

    def _last_taken(self) -> str | None:
        gone = [unit.id for unit in self.units if unit.gone]
        return next(
            (name for name in reversed(self._taken) if name in gone), gone[-1] if gone else None
        )

    def action_private(self) -> None:
        """Left out of the copy that is shared, or not."""
        if (unit := self.unit_here()) is not None:
            changed = self.session.pen.replaced(self.units, unit.id, private=not unit.private)
            self.say(self.answer_with(changed))

    def action_shift(self, by: int) -> None:
        """Up or down in the list. People are rung in this order."""
        if (unit := self.unit_here()) is not None:
            self.say(self.answer_with(self.session.pen.moved(self.units, unit.id, by)))

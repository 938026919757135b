"""A list of the person's own lines, with a menu to pick from and reword."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widget import Widget

from course.content.prompts import Listing
from course.language import N_, _
from course.notebook.answers import Answer, Listed
from course.notebook.units import Item, Units
from course.session.own import offered
from course.session.session import Session
from course.text import clean, shown_line
from course.ui.flow import BLANK, Piece, own
from course.ui.widgets.choices import Choices
from course.ui.widgets.field import Field, Full, opening
from course.ui.widgets.page import Page
from course.ui.widgets.prompts.units import ON, OR_PICK, UnitsView
from course.ui.widgets.prompts.view import line_choice, quiet


class ListingView(UnitsView[Listing, Item]):
    """My lines, a field to write one in, and a menu to begin from."""

    BINDINGS = [
        *UnitsView.BINDINGS,
        Binding("enter", "put", N_("Put it on my list"), key_display="Enter"),
        Binding("enter", "pick", N_("Pick it"), key_display="Enter"),
    ]

    def __init__(self, prompt: Listing, session: Session) -> None:
        super().__init__(prompt, session)
        self._rewording = ""
        self._label, self._field = Page(), Field(placeholder=_("Type here, then Enter"))
        self._or, self._menu = Page(), Choices()

    def compose(self) -> ComposeResult:
        """My own first: it is what the screen is for."""
        yield self.mine
        yield self.count
        yield self._label
        yield self._field
        yield self._or
        yield self._menu

    def on_mount(self) -> None:
        """Show what is there."""
        self._show_all(ON if self.present else None)

    def first_focus(self) -> Widget:
        """Picking is easier than an empty field; what is there already is looked at first."""
        if self.present:
            return self.mine
        return self._menu if self.prompt.menu else self._field

    # The list as an answer

    @property
    def units(self) -> Units[Item]:
        """All lines."""
        answer = self.answer
        return answer.items if isinstance(answer, Listed) else ()

    def answer_with(self, units: Units[Item]) -> Answer:
        """These lines."""
        before = self.answer if isinstance(self.answer, Listed) else Listed()
        return before.model_copy(update={"items": units})

    def words(self, unit: Item) -> Content:
        """The line as it was written."""
        return own(shown_line(unit.text))

    def field_beside(self) -> Widget | None:
        """The one above the menu, while there is room for another line."""
        on_the_way_on = self.mine.has_focus and self.unit_here() is None
        beside = (self._menu.has_focus or on_the_way_on) and self._field.focusable
        return self._field if beside else None

    # Drawing

    def news(self) -> None:
        """Lines came, went or changed."""
        self._show_all()

    def _show_all(self, at: str | None = None) -> None:
        used = [unit.text for unit in self.present]
        left = [line_choice(line) for line in offered((), self.prompt.menu, used)]
        writing = bool(self._rewording) or not self.full
        picking = not self._rewording and not self.full and bool(left or not self.present)
        self._menu.show(left if self.present else [*left, *self.ways_on()])
        self._label.show(self._above_field())
        self._or.show([BLANK, quiet(_(OR_PICK), gap=0)] if left else [BLANK])
        self.show_mine(at)
        self._stand_in_for(self._field, writing, self._menu, picking)
        self._label.display = self._field.display = writing
        self._or.display = self._menu.display = picking

    def _above_field(self) -> list[Piece]:
        label = _("Reword it") if self._rewording else _("Write your own")
        before = [BLANK] if self.present else []
        return [*before, quiet(label, gap=0)]

    def _stand_in_for(self, field: Field, writing: bool, menu: Choices, picking: bool) -> None:
        """Move the keys before what holds them goes away."""
        mine, focused = self.mine, self.screen.focused if self.is_attached else None
        mine.display = bool(self.present)
        gone = {field: not writing, menu: not picking, mine: not self.present}
        if isinstance(focused, Choices | Field) and gone.get(focused):
            stand_in = mine if self.present else menu if picking else field
            stand_in.display = True
            self.screen.set_focus(stand_in, scroll_visible=False)

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The field and the menu have their own Enter."""
        if action == "put":
            return self._field.has_focus
        if action == "pick":
            here = self._menu.here if self._menu.has_focus else None
            return here is not None and here.id != ON
        return super().check_action(action, parameters)

    def action_pick(self) -> None:
        """Enter in the menu: its words into the field."""
        here = self._menu.here
        if here is not None:
            self._put()
            self._field.fill(opening(here.words.plain))
            self._field.focus(scroll_visible=False)

    def action_open(self) -> None:
        """Enter on a line: its words into the field."""
        if (unit := self.unit_here()) is not None:
            self._put()
            self._rewording = unit.id
            self._show_all()
            self._field.fill(unit.text)
            self._field.focus(scroll_visible=False)

    def action_put(self) -> None:
        """Enter in the field."""
        before = self._rewording
        written = self._put(self._field.take())
        self._rewording = ""
        if written or before or self.enough:
            self._show_all(before or ON)
        if self._field.value or self.typed_ahead:
            return  # already typing the next line
        if self.present and (self.enough or before):
            self.mine.focus(scroll_visible=False)
        elif written and self.prompt.menu:
            self._menu.focus(scroll_visible=False)

    def _put(self, text: str | None = None) -> bool:
        """A text becomes a line: all that is in the field, unless it was taken out already."""
        answer = self._with_line(self._field.value if text is None else text)
        if text is None:
            self._field.fill("")
        if answer is not None:
            self.say(answer)
        return answer is not None

    def unsaved(self) -> Answer | None:
        """The words in the field."""
        return self._with_line(self._field.value)

    def half_said(self) -> bool:
        """Until Enter."""
        return self._is_new(clean(self._field.value).strip(), self._reworded())

    def _reworded(self) -> Item | None:
        return next((unit for unit in self.units if unit.id == self._rewording), None)

    def _is_new(self, text: str, old: Item | None) -> bool:
        return bool(text) and (old is None or old.text != text)

    def _with_line(self, text: str) -> Answer | None:
        text, old, pen = clean(text).strip(), self._reworded(), self.session.pen
        if not self._is_new(text, old):
            return None
        if old is not None:
            return self.answer_with(pen.replaced(self.units, old.id, text=text))
        return self.answer_with((*self.units, pen.item(text)))

    def settle(self) -> None:
        """What is in the field is put on the list before the view goes away."""
        if self._put():
            self._rewording = ""

    @on(Full)
    def _say_full(self) -> None:
        words = _("This entry is full (2,000 characters).")
        self.count.show([quiet(words, "bold $accent", gap=0)])

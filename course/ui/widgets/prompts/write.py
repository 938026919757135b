"""Something in the person's own words, with starters to pick and reword. Never marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus

from course.content.prompts import Write
from course.language import N_, _
from course.notebook.answers import Answer, Said
from course.session.session import Session
from course.text import LIMIT, clean
from course.ui.flow import BLANK, prose_pieces
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.field import Area, Full
from course.ui.widgets.page import Page
from course.ui.widgets.passages import panel
from course.ui.widgets.prompts.view import PromptView, option_choice, quiet, way_on
from course.ui.widgets.remark import Remark
from course.ui.widgets.sight import bring_all, column_of

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widget import Widget

REST = 0.7
"""Seconds after the last change at which what was written is taken as an answer."""


class WriteView(PromptView[Write]):
    """Starters, the field, and afterwards one way to say it and what to look for."""

    BINDINGS = [
        Binding("enter", "new_line", N_("New line"), key_display="Enter"),
        Binding("enter", "use", N_("Use it"), key_display="Enter"),
        Binding("enter", "go_on", N_("Go on"), key_display="Enter"),
        Binding("enter", "leave", N_("Next"), key_display="Enter"),
        Binding("space", "tick", N_("Tick"), key_display="Space"),
        Binding("tab", "leave", N_("Next"), key_display="Tab"),
    ]

    def __init__(self, prompt: Write, session: Session) -> None:
        super().__init__(prompt, session)
        answer = self.answer
        self._before = answer if isinstance(answer, Said) else Said()
        self._timer: Timer | None = None
        self._starters = Choices([option_choice(option) for option in prompt.menu])
        self._area = Area(self._before.text, placeholder=_("Write here"))
        self._full, self._model = Remark(), Page()
        self._below = Choices(self._lines_below())

    def compose(self) -> ComposeResult:
        """From what helps to begin to what helps to look back."""
        if self.prompt.menu:
            yield self._starters
            yield Page([BLANK])
        yield self._area
        yield self._full
        yield self._model
        yield self._below

    def first_focus(self) -> Widget:
        """A starter helps to begin; what was begun is gone on with."""
        begun = bool(self._before.text) or not self.prompt.menu
        return self._area if begun else self._starters

    def on_mount(self) -> None:
        """Show what belongs to an answer that is there already."""
        self._show_model()
        if (column := column_of(self)) is not None:
            self.watch(column, "virtual_size", self._keep_in_view, init=False)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Gone to what is below: all of it is seen, and not its first line alone."""
        if event.widget is self._below:
            self.call_after_refresh(self._keep_in_view)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter uses a starter, or goes on from below; Space ticks what was looked for."""
        focused, here = self.screen.focused, self._below.here
        below = focused is self._below
        allowed = {
            "new_line": focused is self._area and not self._area.enter_leads_on,
            "leave": not below,
            "use": focused is self._starters,
            "go_on": below,
            "tick": below and here is not None and not here.plain,
        }
        return allowed.get(action, True)

    # Writing

    def action_leave(self) -> None:
        """To what comes next, and at last to the way on."""
        self._area.trim()
        self.screen.focus_next()

    def field_beside(self) -> Widget | None:
        """What is written comes behind what stands there."""
        return None if self._area.has_focus else self._area

    def action_use(self) -> None:
        """Enter on a starter: its words into the field."""
        here = self._starters.here
        if here is not None:
            self._area.add(here.words.plain)
            self._area.focus(scroll_visible=False)

    @on(Area.Changed)
    def _changed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(REST, self._rested)
        if len(self._area.text) < LIMIT:
            self._full.show(())

    @on(Full)
    def _say_full(self) -> None:
        words = _("This entry is full (2,000 characters).")
        self._full.say([quiet(words, "bold $accent")])

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Left by Tab: it rests."""
        if event.widget is self._area:
            self._rested()
            self._show_model()

    def _rested(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.settle()

    def unsaved(self) -> Answer | None:
        """What the notebook does not hold yet."""
        text, held = clean(self._area.text), self._held
        if text == held.text or (not text.strip() and not held.text):
            return None
        return held.model_copy(update={"text": text})

    def half_said(self) -> bool:
        """Until it rests."""
        return self.unsaved() is not None

    @property
    def _held(self) -> Said:
        answer = self.answer
        return answer if isinstance(answer, Said) else Said()

    # Looking back

    def _show_model(self) -> None:
        written = bool(self._area.text.strip())
        pieces = []
        if written and self.prompt.model:
            pieces = panel(
                [
                    quiet(_("One way to say it"), "bold $secondary"),
                    *prose_pieces(self.prompt.model),
                ],
                Content.styled("▌ ", "$secondary"),
            )
        if written and self.prompt.check:
            look = quiet(_("Look for these in what you wrote. Space ticks."), gap=0)
            pieces += [look] if pieces else [BLANK, look]
        self._model.show([*pieces, BLANK])
        below = self._lines_below()
        self._below.show(below, at=below[0].id)

    def _keep_in_view(self) -> None:
        """What is below grows, and the model pushes it down, after it was gone to."""
        if self.screen.focused is self._below:
            self.call_later(self._bring_below)

    def _bring_below(self) -> None:
        bring_all(self._below)
        self._below.bring_highlight()

    def _lines_below(self) -> list[Choice]:
        on = way_on(_("Go on") if self._held.text else _("Go on without"))
        if not self._held.text.strip():
            return [on]
        ticked = self._held.ticked
        checks = [option_choice(o, "[x]" if o.id in ticked else "[ ]") for o in self.prompt.check]
        return [*checks, on]

    def action_tick(self) -> None:
        """Space: I see it in what I wrote, or not."""
        here, ticked = self._below.here, self._held.ticked
        if here is not None:
            fresh = (
                tuple(t for t in ticked if t != here.id)
                if here.id in ticked
                else (*ticked, here.id)
            )
            self.say(self._held.model_copy(update={"ticked": fresh}))

    def news(self) -> None:
        """The ticks, and the field if nobody is writing in it."""
        area = self._area
        if not area.has_focus and self.unsaved() is not None and self._timer is None:
            area.load_text(self._held.text)
        self._below.show(self._lines_below())

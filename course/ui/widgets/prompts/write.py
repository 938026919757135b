"""Something in the person's own words, with starters to pick and reword. Never marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.events import DescendantBlur

from course.content.prompts import Write
from course.language import N_, _
from course.notebook.answers import Answer, Said
from course.session.session import Session
from course.text import LIMIT, clean
from course.ui.flow import prose_pieces
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices
from course.ui.widgets.field import Area, Full
from course.ui.widgets.page import Page
from course.ui.widgets.passages import panel
from course.ui.widgets.prompts.view import PromptView, option_choice, quiet
from course.ui.widgets.remark import BLANK, Remark
from course.ui.widgets.sight import column_of

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
        Binding("space", "tick", N_("Tick"), key_display="Space"),
        Binding("tab", "app.focus_next", N_("Next"), key_display="Tab"),
    ]

    def __init__(self, prompt: Write, session: Session) -> None:
        super().__init__(prompt, session)
        answer = self.answer
        self._before = answer if isinstance(answer, Said) else Said()
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """From what helps to begin to what helps to look back."""
        if self.prompt.menu:
            yield Choices([option_choice(option) for option in self.prompt.menu], id="starters")
            yield Page([BLANK], id="space")
        yield Area(self._before.text, placeholder=_("Write here"), id="field")
        yield Remark(id="full")
        yield Page(id="model")
        yield Choices(self._below(), id="below")

    def first_focus(self) -> Widget:
        """A starter helps to begin; what was begun is gone on with."""
        begun = bool(self._before.text) or not self.prompt.menu
        return self.query_one("#field" if begun else "#starters")

    def on_mount(self) -> None:
        """Show what belongs to an answer that is there already."""
        self._show_model()
        if (column := column_of(self)) is not None:
            self.watch(column, "virtual_size", self._keep_in_view, init=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter uses a starter, or goes on from below; Space ticks what was looked for."""
        focused = self.screen.focused.id if self.screen.focused else ""
        below = self.query_one("#below", Choices) if self.is_mounted else None
        here = below.here if below else None
        allowed = {
            "new_line": focused == "field",
            "use": focused == "starters",
            "go_on": focused == "below",
            "tick": focused == "below" and here is not None and not here.plain,
        }
        return allowed.get(action, True)

    # Writing

    @property
    def _area(self) -> Area:
        return self.query_one(Area)

    def action_use(self) -> None:
        """Enter on a starter: its words into the field."""
        here = self.query_one("#starters", Choices).here
        if here is not None:
            self._area.add(here.words.plain)
            self._area.focus(scroll_visible=False)

    @on(Area.Changed)
    def _changed(self) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(REST, self._rested)
        if len(self._area.text) < LIMIT:
            self.query_one("#full", Remark).show(())

    @on(Full)
    def _full(self) -> None:
        words = _("This entry is full (2,000 characters).")
        self.query_one("#full", Remark).say([quiet(words, "bold $accent")])

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
            pieces += [quiet(_("Look for these in what you wrote. Space ticks."))]
        self.query_one("#model", Page).show([*pieces, BLANK])
        below = self._below()
        self.query_one("#below", Choices).show(below, at=below[0].id)

    def _keep_in_view(self) -> None:
        """What is below grows, and the model pushes it down, after it was gone to."""
        below = self.query_one("#below", Choices)
        if self.screen.focused is below:
            self.call_later(below.bring_highlight)

    def _below(self) -> list[Choice]:
        on = Choice(
            "on", Content(_("Go on") if self._held.text else _("Go on without")), plain=True
        )
        if not self._held.text.strip():
            return [on]
        ticked = self._held.ticked
        checks = [option_choice(o, "[x]" if o.id in ticked else "[ ]") for o in self.prompt.check]
        return [*checks, on]

    def action_tick(self) -> None:
        """Space: I see it in what I wrote, or not."""
        here, ticked = self.query_one("#below", Choices).here, self._held.ticked
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
        self.query_one("#below", Choices).show(self._below())

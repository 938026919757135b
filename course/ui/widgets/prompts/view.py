"""What all views of prompts share: reading the notebook, answering, and where the keys go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from textual.actions import SkipAction
from textual.binding import Binding
from textual.containers import VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from course.content.prompts import Option, Prompt
from course.content.prose import Line, words
from course.language import N_, _
from course.notebook.answers import Answer, Pick
from course.session.session import Session
from course.ui.flow import Piece, line_content
from course.ui.messages import Answered, WentOn
from course.ui.widgets.choice import Choice
from course.ui.widgets.choices import Choices

if TYPE_CHECKING:
    from course.ui.app import CourseApp

P = TypeVar("P", bound=Prompt)


class PromptView(VerticalGroup, Generic[P]):
    """Asks one prompt. Subclasses say in ``check_action`` which of their keys work now.

    Their parts are attributes made before they are shown, so that what was typed can be asked for
    at any moment: also when showing them failed, or when they were taken away.
    """

    BINDINGS = [
        Binding("up", "step(-1)", N_("Up"), show=False),
        Binding("down", "step(1)", N_("Down"), show=False),
    ]

    def __init__(self, prompt: P, session: Session) -> None:
        super().__init__()
        self.prompt: P = prompt
        self.session = session

    @property
    def answer(self) -> Answer | None:
        """What the notebook holds."""
        return self.session.answer_to(self.prompt.id)

    def news(self) -> None:
        """The notebook changed. Never writes into the field that has the focus."""

    def unsaved(self) -> Answer | None:
        """What was typed and has not rested yet; asked for before the view goes away."""
        return None

    def half_said(self) -> bool:
        """Whether words stand in a field that the notebook does not hold yet."""
        return False

    def field_beside(self) -> Widget | None:
        """While a menu has the keys: the field that can be written in instead."""
        return None

    def goes_on(self) -> bool:
        """Whether Enter goes on now, or the page itself shows the way on."""
        return bool(self.check_action("go_on", ()))

    def first_focus(self) -> Widget | None:
        """Where the keys go at first."""
        return next((one for one in self.query(Widget) if one.focusable), None)

    def refresh_bindings(self) -> None:
        """Nobody waits for the keys of a view that was taken away."""
        if self.is_attached:
            super().refresh_bindings()

    def say(self, answer: Answer) -> None:
        """Answer. The app hears it before any later key, so that no two answers cross."""
        cast("CourseApp", self.app).on_answered(Answered(self.prompt.id, answer, self.session))

    @property
    def typed_ahead(self) -> bool:
        """Whether letters wait to be heard: then a field is where they are meant for."""
        return cast("CourseApp", self.app).typed_ahead

    def action_go_on(self) -> None:
        """Done with this step."""
        self.post_message(WentOn())

    def action_step(self, by: int) -> None:
        """Up or Down beyond the end of a list: to the next thing that takes keys, else scroll."""
        stops = [one for one in self.query(Widget) if one.focusable]
        here = next((n for n, one in enumerate(stops) if one.has_focus), 0)
        if not 0 <= here + by < len(stops):
            raise SkipAction
        stop = stops[here + by]
        if isinstance(stop, Choices):
            stop.highlighted = 0 if by > 0 else len(stop.choices) - 1
        stop.focus(scroll_visible=False)

    def settle(self) -> None:
        """Answer what was typed and has not rested yet."""
        if (answer := self.unsaved()) is not None:
            self.say(answer)

    def on_choices_clicked(self) -> None:
        """A second click is Enter."""
        self.app.simulate_key("enter")


class Instead(Message):
    """A view gives way to the view of another prompt."""

    def __init__(self, view: PromptView[Any]) -> None:
        super().__init__()
        self.view = view


def picked(option: Option, box: str = "") -> Pick:
    """The option as it is stored: with the words that were shown."""
    return Pick(id=option.id, words=option.text, box=box)


def option_choice(option: Option, mark: str = "") -> Choice:
    """The option as a line of a list."""
    return Choice(option.id, line_content(option.words), mark)


def way_on(words: str, name: str = "on") -> Choice:
    """A line below the others that leads on."""
    return Choice(name, Content.styled(f"→ {words}", "bold"), plain=True)


def line_choice(line: Line) -> Choice:
    """A line to pick and reword, one's own or one of the course."""
    return Choice(f"={words(line)}", line_content(line))


def quiet(text: str, style: str = "$secondary", gap: int = 1) -> Piece:
    """A line of the course's own, set back."""
    return Piece(Content.styled(text, style), gap=gap)


def looked_at(option: Option, mark: str, mine: bool, right: bool) -> Choice:
    """The option after it was answered: mine by its mark, right by its words."""
    tail = Content()
    if right:
        tail = Content.styled(_("✓ this one"), "bold $primary")
    elif mine:
        tail = Content.styled(_("your answer"), "$accent")
    return Choice(option.id, line_content(option.words), mark, tail, plain=True)

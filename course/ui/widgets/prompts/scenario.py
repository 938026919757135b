"""A branching story: where it stands is read off the turns taken so far."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.content.prompts import Part, Scenario, Turn
from course.language import N_, _
from course.notebook.answers import Chosen, Pick
from course.session.session import Session
from course.session.story import ended, part_reached, turns_taken
from course.ui.flow import BLANK, Piece, line_content, prose_pieces
from course.ui.widgets.choices import Choices
from course.ui.widgets.page import Page
from course.ui.widgets.passages import panel
from course.ui.widgets.prompts.view import PromptView, option_choice, picked, way_on
from course.ui.widgets.sight import bring


class ScenarioView(PromptView[Scenario]):
    """Earlier turns set back, then what is going on now, then what can be done."""

    BINDINGS = [
        Binding("enter", "turn", N_("Do this"), key_display="Enter"),
        Binding("enter", "go_on", N_("Go on"), key_display="Enter"),
        Binding("r", "restart", N_("Start again"), key_display="R"),
    ]

    def __init__(self, prompt: Scenario, session: Session) -> None:
        super().__init__(prompt, session)
        self._before, self._scene, self._turns = Page(), Page(), Choices(airy=True)
        self._drawn: tuple[Pick, ...] | None = None
        self._moved = False
        """Whether the story went on since it was laid out last."""

    def compose(self) -> ComposeResult:
        """What was, what is, what can be."""
        yield self._before
        yield self._scene
        yield self._turns

    def on_mount(self) -> None:
        """Go on where it was left."""
        self.news()

    @property
    def picks(self) -> tuple[Pick, ...]:
        """The turns taken, as the notebook holds them."""
        answer = self.answer
        return answer.picks if isinstance(answer, Chosen) else ()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """At its end there is nothing to choose but to go on, or to start again."""
        allowed = {
            "turn": not ended(self.prompt, self.picks),
            "go_on": ended(self.prompt, self.picks),
            "restart": bool(turns_taken(self.prompt, self.picks)),
        }
        return allowed.get(action, True)

    def news(self) -> None:
        """Draw where the story is now."""
        if self.picks == self._drawn:
            return
        first, self._drawn = self._drawn is None, self.picks
        taken = turns_taken(self.prompt, self.picks)
        part = part_reached(self.prompt, self.picks)
        self._before.show([piece for part, turn in taken for piece in _past(part, turn)][:-1])
        self._scene.show(_scene(part, taken[-1][1] if taken else None))
        turns = [option_choice(turn) for turn in part.turns]
        on = way_on(_("Go on with the lesson"))
        self._turns.show(turns or [on], at=turns[0].id if turns else None)
        self.refresh_bindings()
        self._moved = not first
        if self._moved:
            self.call_after_refresh(self._bring_scene)

    def on_resize(self) -> None:
        """Only now it is known how high the next scene is."""
        if self._moved:
            self._moved = False
            self._bring_scene()

    def _bring_scene(self) -> None:
        bring(self._scene, 0, self._scene.size.height + self._turns.size.height)

    def action_turn(self) -> None:
        """Enter: take this turn."""
        here, part = self._turns.here, part_reached(self.prompt, self.picks)
        turn = next((one for one in part.turns if here is not None and one.id == here.id), None)
        if turn is not None:
            taken = self.picks[: len(turns_taken(self.prompt, self.picks))]
            self._say((*taken, picked(turn, part.id)))

    def action_restart(self) -> None:
        """From the beginning."""
        self._say(())

    def _say(self, picks: tuple[Pick, ...]) -> None:
        self.say(Chosen(picks=picks, language=self.session.course.language))


def _past(part: Part, turn: Turn) -> list[Piece]:
    """One turn taken, set back."""
    title = Piece(Content.styled(part.title, "bold $secondary"), gap=0)
    scene = prose_pieces(part.prose, style="$secondary")
    chose = Piece(line_content(turn.words, "$secondary"), Content.styled("→ ", "$primary"), gap=0)
    return [title, *scene, chose, BLANK]


def _scene(part: Part, last: Turn | None) -> list[Piece]:
    pieces: list[Piece] = [] if last is None else [BLANK]
    if last is not None and last.why:
        pieces = panel(prose_pieces(last.why), Content.styled("▌ ", "$primary"))
    pieces.append(Piece(Content.styled(part.title, "bold $primary"), gap=0))
    pieces += prose_pieces(part.prose)
    if not part.turns:
        pieces.append(Piece(Content.styled(_("The story ends here."), "bold")))
    return [*pieces, BLANK]

"""Changing one section of the plan: its prompts once more, one after the other."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widget import Widget

from course.content.prompts import Prompt
from course.language import N_, _
from course.notebook.erasing import words_of
from course.ui.messages import WentOn
from course.ui.screens.base import Column, CourseScreen
from course.ui.screens.erase import EraseScreen, may_be_erased
from course.ui.widgets.panel import PromptPanel


class EditScreen(CourseScreen):
    """The same panel as in a lesson. Leaving it keeps what was typed."""

    CSS_PATH = "edit.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("enter", "on", N_("Next"), key_display="Enter"),
        Binding("enter", "finish", N_("Done"), key_display="Enter"),
        Binding("f8", "erase", N_("Erase"), key_display="F8"),
        Binding("escape", "leave", N_("Plan"), key_display="Esc"),
        Binding("left,b", "back", N_("Back"), key_display="←"),
        Binding("right", "on", N_("Next question"), key_display="→"),
    ]

    def __init__(self, title: str, prompt_ids: tuple[str, ...]) -> None:
        super().__init__()
        self._section = title
        self._prompt_ids = prompt_ids
        self._at = 0
        self._panel: PromptPanel | None = None

    def where(self) -> str:
        """The section, and which of its questions this is."""
        title, number, every = self._section, self._at + 1, len(self._prompt_ids)
        if every == 1:
            return title
        return _("{title}  {number} of {every}").format(title=title, number=number, every=every)

    def column(self) -> ComposeResult:
        """One prompt."""
        self._panel = PromptPanel(self._prompt, self.session)
        yield self._panel

    def on_mount(self) -> None:
        """The keys belong to the prompt."""
        self._column.can_focus = False

    @property
    def _column(self) -> Column:
        return self.query_one("#column", Column)

    @property
    def _prompt(self) -> Prompt:
        prompt = self.session.course.prompt(self._prompt_ids[self._at])
        assert prompt is not None, "the plan names only prompts that can be asked"
        return prompt

    def news(self) -> None:
        """The notebook changed."""
        if panel := self._panel:
            panel.news()
        self.refresh_bindings()

    def settle(self) -> None:
        """Keep what was typed and has not rested yet."""
        if panel := self._panel:
            panel.settle()

    def half_said(self) -> bool:
        """Whether words stand here that the notebook does not hold yet."""
        return self._panel is not None and self._panel.half_said()

    def field_beside(self) -> Widget | None:
        """The one of the question."""
        return self._panel and self._panel.view.field_beside()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """After the last prompt there is no next; nothing can be erased where nothing is."""
        if action == "erase":
            return may_be_erased(self.session.answer_to(self._prompt.id))
        at_end = self._at == len(self._prompt_ids) - 1
        return {"on": not at_end, "finish": at_end}.get(action, True)

    def on_went_on(self, message: WentOn) -> None:
        """A view is done. First let the app hear what it has answered."""
        message.stop()
        self.app.call_later(self.action_on)

    async def action_on(self) -> None:
        """The next prompt, or the plan after the last."""
        await self._turn(1)

    async def action_finish(self) -> None:
        """The same, by the name it has at the last prompt."""
        await self._turn(1)

    async def action_back(self) -> None:
        """The prompt before, or the plan."""
        await self._turn(-1)

    def action_leave(self) -> None:
        """The plan."""
        self.settle()
        self.dismiss()

    async def _turn(self, by: int) -> None:
        if not 0 <= self._at + by < len(self._prompt_ids):
            self.action_leave()
            return
        self.settle()
        self._at += by
        self.tell_where()
        with self.app.batch_update():
            await self._clear()
            await self._ask()

    async def _clear(self) -> None:
        old, self._panel = self._panel, None
        self._column.scroll_home(animate=False, immediate=True)
        if old is not None:
            await old.remove()

    async def _ask(self) -> None:
        self._panel = PromptPanel(self._prompt, self.session)
        self.refresh_bindings()
        await self._column.mount(self._panel)

    # Erasing

    def action_erase(self) -> None:
        """Ask whether all that stands here is to go."""
        self.settle()
        if (answer := self.session.answer_to(self._prompt.id)) is not None:
            erase = partial(self.app.call_later, self._erase)
            title = _("Erase this answer?")
            self.app.push_screen(EraseScreen(title, words_of(answer), erase))

    async def _erase(self) -> None:
        """First the fields go: none may answer once more with what it still holds."""
        with self.app.batch_update():
            await self._clear()
            self.course_app.erase_answer(self._prompt.id)
            await self._ask()

"""What can be erased one by one: lines that were taken out, and what was noted day by day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.errors import HandrailError
from course.language import N_, _
from course.notebook.erasing import taken_out, words_in, words_of
from course.notebook.notebook import Entry as Dated
from course.notebook.review import REVIEW, TASK
from course.plan.dates import written
from course.ui.flow import Piece, own
from course.ui.screens.base import CourseScreen
from course.ui.screens.erase import EraseScreen
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page

_KINDS = {REVIEW: N_("A question from before"), TASK: N_("Since last time: one small thing")}
_ANSWER = "answer:"


class Erasable(Menu):
    """Enter asks first."""

    BINDINGS = [Binding("enter", "pick", N_("Erase"), key_display="Enter")]


class TakenOutScreen(CourseScreen):
    """Each as it was. Enter asks whether it is to go."""

    AUTO_FOCUS = ""  # by hand: it would scroll what this is about out of view
    BINDINGS = [Binding("escape,left,b", "app.pop_screen", N_("Back"), key_display="Esc")]

    def where(self) -> str:
        """For the top bar."""
        return _("Erase for good")

    def column(self) -> ComposeResult:
        """What this is, and what there is."""
        yield Page()
        yield Erasable()

    def on_mount(self) -> None:
        """The list takes the keys."""
        self.query_one(Menu).focus(scroll_visible=False)

    def news(self) -> None:
        """Draw what is left."""
        entries = list(self._entries())
        lead = _(
            "What you took out is still kept, and so are notes of each day. Here it can go for "
            "good. To erase a whole answer: Plan, then Enter, then F8."
        )
        if not entries:
            lead = _("There is nothing here. To erase a whole answer: Plan, then Enter, then F8.")
        self.query_one(Page).show([Piece(Content(lead)), Piece(Content(), gap=0)])
        self.query_one(Menu).show(entries or [Entry("", Content(_("Back")))])

    def _entries(self) -> Iterator[Entry]:
        """Lines that were taken out, answers that nobody asks for any more, days."""
        notebook = self.session.notebook
        for unit in taken_out(notebook):
            yield _entry(unit.id, own(words_in(unit)), _("taken out"))
        for name, answer in notebook.answers.items():
            if not answer.empty and self._forgotten(name):
                words = own(" · ".join(words_of(answer)) or name)
                yield _entry(_ANSWER + name, words, _("asked no more"))
        for dated in sorted(notebook.entries, key=lambda each: each.at, reverse=True):
            if not dated.gone:
                yield _entry(dated.id, _words(dated), written(dated.at.astimezone().date()))

    def _forgotten(self, prompt_id: str) -> bool:
        try:
            return self.session.course.prompt(prompt_id) is None
        except HandrailError:
            return False

    @on(Menu.Picked)
    def _picked(self, message: Menu.Picked) -> None:
        app, name, here = self.course_app, message.entry_id, self.query_one(Menu).here
        if not name or here is None:
            app.pop_screen()
            return
        erases = partial(app.erase, name)
        if name.startswith(_ANSWER):
            erases = partial(app.erase_answer, name.removeprefix(_ANSWER))
        app.push_screen(EraseScreen(_("Erase this?"), (str(here.words), str(here.tail)), erases))


def _entry(entry_id: str, words: Content, about: str) -> Entry:
    return Entry(entry_id, words, tail=Content.styled(about, "$secondary"))


def _words(dated: Dated) -> Content:
    if dated.kind in _KINDS:
        return Content(_(_KINDS[dated.kind]))
    said = [cell for cell in dated.fields.values() if isinstance(cell, str) and cell]
    return own(" · ".join(said) or dated.kind)

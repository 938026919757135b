"""Home: the path through the lessons, and what stands in the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.language import N_, _, ngettext
from course.ui.flow import Piece, own
from course.ui.screens.base import CourseScreen
from course.ui.widgets.heading import Heading
from course.ui.widgets.menu import Entry, Menu
from course.ui.widgets.page import Page

if TYPE_CHECKING:
    from course.content.heads import Head
    from course.notebook.notebook import Notebook, Place

_BAR = Content.styled("▌  ", "$primary")
_NOTICE = Content.styled("!  ", "bold $accent")


_FROM_BEFORE = {
    "+task": N_("How did it go? All, part, or not yet: each of these is fine."),
    "+review": N_("Thinking of something again after some days makes it stay. Late is fine."),
}
"""What stands above the path when there is something, and what is said about it."""


class FromBefore(NamedTuple):
    """What there is from earlier days."""

    task: bool = False
    questions: int = 0

    def entries(self) -> list[Entry]:
        """The lines that stand above the path."""
        lines = {"+task": _("Since last time: one small thing")} if self.task else {}
        if self.questions:
            lines["+review"] = _review_words(self.questions)
        mark = Content.styled("↺", "$accent")
        return [Entry(name, Content("    " + words), mark=mark) for name, words in lines.items()]


class Path(Menu):
    """The lessons; Enter opens the highlighted one."""

    BINDINGS = [Binding("enter", "pick", N_("Open"), key_display="Enter")]


class HomeScreen(CourseScreen):
    """Painted from the lessons' heads alone; marks come when the notebook is there."""

    AUTO_FOCUS = ""  # by hand: it would scroll the whole path into view, and the summary out of it
    BINDINGS = [
        Binding("p", "plan", N_("Plan"), key_display="P"),
        Binding("r", "papers", N_("Print"), key_display="R"),
        Binding("s", "settings", N_("Settings"), key_display="S"),
    ]

    def __init__(self, heads: tuple[Head, ...]) -> None:
        super().__init__()
        self._heads = {head.id: head for head in heads}
        self._pointed = False
        """Whether the highlight was put on the next lesson, or moved; after that it stays."""
        self._from_before = FromBefore()
        self._looked_at: Notebook | None = None
        """The notebook as it was with the last news."""

    def on_screen_resume(self) -> None:
        """Back from somewhere: the highlight goes to what is next."""
        self._pointed = False

    def column(self) -> ComposeResult:
        """What the highlighted lesson is about, the path, and the plan's state."""
        yield Page(self._notices(), id="notices")
        about = Page(self._about(), id="about")
        about.room_for = _raised(
            "", max((head.summary for head in self._heads.values()), key=len, default="")
        )
        yield about
        yield Heading(_("Your path"))
        yield Path(self._entries(), id="path")

    def news(self) -> None:
        """Draw the marks again; the highlight goes to the lesson to go on with."""
        if (notebook := self._notebook) is None:
            return
        from course.notebook.progress import next_lesson

        after = next_lesson(tuple(self._heads.values()), notebook)
        points = after is not None and not self._pointed
        self.query_one(Menu).show(self._entries(), at=after.id if after and points else None)
        self._pointed = True
        self._show_about()
        self.query_one("#notices", Page).show(self._notices())
        self._looked_at = notebook
        self.run_worker(self._look_through, thread=True, exclusive=True, group="plan")

    @property
    def _notebook(self) -> Notebook | None:
        session = self.course_app.session
        return session.notebook if session else None

    def _place(self, lesson_id: str) -> Place | None:
        return self._notebook.places.get(lesson_id) if self._notebook else None

    def _entries(self) -> list[Entry]:
        path = [_entry(head, self._place(head.id)) for head in self._heads.values()]
        return [*self._from_before.entries(), *path]

    def on_mount(self) -> None:
        """The path takes the keys; what is said above it changes in the same frame."""
        menu = self.query_one(Menu)
        self.watch(menu, "highlighted", self._moved, init=False)
        menu.focus(scroll_visible=False)

    def _moved(self) -> None:
        self._pointed = True
        self._show_about()

    def _show_about(self) -> None:
        self.query_one("#about", Page).show(self._about())

    def _notices(self) -> list[Piece]:
        told = [own(notice) for notice in self.course_app.notices]
        pieces = [Piece(notice, _NOTICE, _NOTICE, gap=0) for notice in told]
        return [*pieces, Piece(Content(), gap=0)] if pieces else []

    def _about(self) -> list[Piece]:
        entry = self.query_one(Menu).here if self.is_mounted else None
        if entry is not None and entry.id in _FROM_BEFORE:
            return _raised(str(entry.words), _(_FROM_BEFORE[entry.id]))
        head = self._heads.get(entry.id) if entry else next(iter(self._heads.values()), None)
        if head is None:
            return [Piece(Content(_("No lessons were found. Help now (F1) works without them.")))]
        return _raised(_named(head), _told(head, self._place(head.id)))

    def _look_through(self) -> None:
        """What feeds the plan and what comes back; may read lessons, so it runs in a worker."""
        from course.errors import HandrailError
        from course.plan.laid import laid_out
        from course.session.review import last_task, questions

        session, notebook = self.session, self._looked_at
        assert notebook is not None, "looked through with the news"
        try:
            laid = laid_out(session.course, notebook, region="")
            before = FromBefore(last_task(session) is not None, len(questions(session)))
        except HandrailError:
            return
        filled = sum(each.filled for each in laid)
        self.app.call_from_thread(self._looked_through, notebook, filled, len(laid), before)

    def _looked_through(self, of: Notebook, filled: int, parts: int, before: FromBefore) -> None:
        if of is self._looked_at:  # else it was slow, and a newer one is on its way
            self._show_plan(filled, parts)
            self._show_from_before(before)

    def _show_from_before(self, found: FromBefore) -> None:
        if found != self._from_before:
            self._from_before = found
            for menu in self.query("#path").results(Menu):
                menu.show(self._entries())
                self._show_about()

    def _show_plan(self, filled: int, of: int) -> None:
        words = _("Your plan: {filled} of {of} parts") if filled else _("Your plan: empty so far")
        for heading in self.query(Heading):
            heading.tell(words.format(filled=filled, of=of))

    @on(Menu.Picked)
    def _open(self, message: Menu.Picked) -> None:
        app, entry_id = self.course_app, message.entry_id
        opens = {"+task": app.open_last_time, "+review": app.open_review}
        app.when_ready(opens.get(entry_id, lambda: app.open_lesson(entry_id)))

    def action_plan(self) -> None:
        """The plan so far."""
        self.course_app.when_ready(self.course_app.open_plan)

    def action_papers(self) -> None:
        """Save and print."""
        self.course_app.when_ready(self.course_app.open_papers)

    def action_settings(self) -> None:
        """Country, theme, how it is kept."""
        self.course_app.when_ready(self.course_app.open_settings)


def _review_words(number: int) -> str:
    minutes = (number + 1) // 2
    return ngettext(
        "A few questions from before: {number}, about {minutes} minute",
        "A few questions from before: {number}, about {minutes} minutes",
        minutes,
    ).format(number=number, minutes=minutes)


def _raised(title: str, told: str) -> list[Piece]:
    """The panel above the path."""
    lines = Content(), Content.styled(title, "bold"), Content.styled(told, "$secondary"), Content()
    return [Piece(line, _BAR, _BAR, 0, "on $surface") for line in lines]


def _named(head: Head) -> str:
    return _("Lesson {n}. {t}").format(n=head.number, t=head.title) if head.number else head.title


def _told(head: Head, place: Place | None) -> str:
    if head.broken:
        return _("This lesson cannot be read ({why}). The others work.").format(why=head.broken)
    if place is not None and not place.finished:
        stopped = _("You stopped at step {number} of {of}.")
        return stopped.format(number=place.number, of=place.of) + " " + head.summary
    return head.summary


_SHAPES = {"done": ("●", "$primary"), "begun": ("◐", "$accent"), "new": ("○", "$secondary")}


def _entry(head: Head, place: Place | None) -> Entry:
    state = "new" if place is None else "done" if place.finished else "begun"
    shape, colour = _SHAPES[state]
    number = str(head.number) if head.number else ""
    return Entry(
        head.id,
        Content.assemble((number.rjust(2), "$secondary"), "  ", head.title),
        mark=Content.styled("–" if head.broken else shape, colour),
        tail=Content.styled(_tail(head, place), colour),
        key=number if len(number) == 1 else "",
    )


def _tail(head: Head, place: Place | None) -> str:
    if head.broken:
        return _("cannot be read")
    if place is None:
        return _("{minutes} min").format(minutes=head.minutes)
    if place.finished:
        return _("done")
    return _("{number} of {of}").format(number=place.number, of=place.of)

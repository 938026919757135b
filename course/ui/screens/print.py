"""Print: the printer, how many copies, and how many sheets that takes."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.errors import HandrailError
from course.language import N_, _, ngettext
from course.plan.document import Sheet
from course.plan.papers import PaperKind
from course.plan.printing import MOST_COPIES, Printer
from course.session.session import Session
from course.ui.flow import Piece, own
from course.ui.making import Missed, Order, make_papers
from course.ui.printing import ToPrint
from course.ui.screens.base import CourseScreen
from course.ui.widgets.menu import Menu
from course.ui.widgets.page import Page
from course.ui.widgets.printers import Printers, entries_of
from course.ui.widgets.progress import progress
from course.ui.widgets.saved import lost_pieces, missed_words


class PrintScreen(CourseScreen):
    """Makes the papers and looks for printers behind the screen; Enter sends."""

    CSS_PATH = "papers.tcss"
    AUTO_FOCUS = "Printers"
    BINDINGS = [
        Binding("plus", "copies(1)", N_("Copies"), key_display="+ −"),
        Binding("equals_sign", "copies(1)", show=False),  # the same key without Shift
        Binding("minus", "copies(-1)", show=False),
        Binding("d", "sides", N_("Sides"), key_display="D"),
        Binding("escape,left,b", "leave", N_("Back"), key_display="Esc"),
    ]

    def __init__(self, kinds: tuple[PaperKind, ...], sheet: Sheet) -> None:
        super().__init__()
        self._kinds, self._sheet = kinds, sheet
        self._papers: tuple[ToPrint, ...] = ()
        self._ready = False
        """Whether all are made that can be."""
        self._printers: tuple[Printer, ...] | None = None
        """None until they are known."""
        self._copies, self._both_sides = 1, False
        self._asked = self._sending = False
        self._trouble = ""

    def where(self) -> str:
        """For the top bar."""
        return _("Print")

    def column(self) -> ComposeResult:
        """What is printed, the printers, how, and what goes on."""
        yield Page(self._what(), id="what")
        yield Printers(id="printers")
        yield Page(id="how")
        yield Page(progress(_("Making the papers…"), 0, len(self._kinds)), id="result")

    def on_mount(self) -> None:
        """Both take a while."""
        self.query_one("#column").can_focus = False
        app, session = self.course_app, self.session
        app.run_worker(lambda: self._make(session), thread=True, group="paper")
        app.ask_outside(app.outside.printers, self._found, self._no_printers)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Both sides only where the printer can, and a paper may be. What is sent is not left."""
        if not self.is_mounted:
            return True
        allowed = {"sides": self._may_have_sides, "copies": self._printer is not None}
        return allowed.get(action, action != "leave" or not self._sending)

    def news(self) -> None:
        """Sent while something lay over it; then it is shown here, unless it was seen to there."""
        if self._sending and self.course_app.on_its_way.known:
            self.course_app.show_on_its_way()
        elif self._sending:
            self.dismiss()

    # What comes from behind the screen

    def _make(self, session: Session) -> None:
        app, order = self.course_app, Order(session, self._kinds, "pdf", self._sheet)
        papers: list[ToPrint] = []
        missed = make_papers(
            app.outside,
            order,
            lambda kind, made: papers.append(ToPrint(kind, made)),
            lambda done: app.call_from_thread(self._on_the_way, tuple(papers), done),
        )
        app.call_from_thread(self._made, missed)

    def _on_the_way(self, papers: tuple[ToPrint, ...], done: int) -> None:
        self._papers = papers
        if self.is_there:
            self._say(progress(_("Making the papers…"), done, len(self._kinds)))
            self._tell()

    def _made(self, missed: list[Missed]) -> None:
        self._ready = True
        missing = missed_words(missed, len(self._kinds))
        self._trouble = " ".join(filter(None, (self._trouble, *missing)))
        if self.is_there:
            self._say([])
            self._tell()
            self._send_what_was_asked()

    def _found(self, printers: tuple[Printer, ...]) -> None:
        self._printers = printers
        if self.is_there:
            usual = next((printer.name for printer in printers if printer.usual), "")
            menu = self.query_one(Printers)
            menu.show(entries_of(printers), at=usual)
            menu.focus()
            self._tell()

    def _no_printers(self, problem: HandrailError) -> None:
        if self.is_there:
            self.query_one(Printers).display = False
            self.query_one("#column").can_focus = True
            self.query_one("#column").focus()
            self._tell()
        self._refused(problem)

    def _refused(self, problem: HandrailError) -> None:
        self._asked = self._sending = False
        self._trouble = str(problem)
        if self.is_there:
            self._say([])
        else:
            self.course_app.tell_when_seen(str(problem))

    # What is shown

    @property
    def _printer(self) -> Printer | None:
        here = self.query_one(Printers).here
        return next((one for one in self._printers or () if here and one.name == here.id), None)

    @property
    def _may_have_sides(self) -> bool:
        able = self._printer is not None and self._printer.both_sides
        return able and any(paper.may_have_sides for paper in self._papers)

    @property
    def _sheets(self) -> int:
        both = self._both_sides and self._may_have_sides
        return self._copies * sum(paper.sheets(both_sides=both) for paper in self._papers)

    def _what(self) -> list[Piece]:
        pages = {paper.kind.paper: paper.made.pages for paper in self._papers}
        pieces = []
        for kind in self._kinds:
            words = Content.styled(_(kind.title), "bold")
            if number := pages.get(kind.paper):
                count = ngettext("{number} page", "{number} pages", number).format(number=number)
                words = Content.assemble(words, "  ", (count, "$secondary"))
            pieces.append(Piece(words, gap=0))
        return [*pieces, Piece(Content(), gap=0)]

    def _tell(self) -> None:
        self.query_one("#what", Page).show(self._what())
        rows = [(_("Copies"), self._copies_words())]
        if self._may_have_sides:
            rows.append((_("Sides"), _accented(_("both") if self._both_sides else _("one"))))
        if self._ready and self._papers:
            rows.append((_("Sheets"), _accented(str(self._sheets))))
        width = max(len(name) for name, _value in rows) + 2
        pieces = [
            Piece(value, Content.styled(name.ljust(width), "$secondary"), gap=0)
            for name, value in rows
        ]
        stand = _("Stand by the printer: others can read what lies there.")
        pieces.append(Piece(Content.styled(stand, "bold")))
        self.query_one("#how", Page).show(pieces if self._printer else [])
        self.refresh_bindings()

    def _copies_words(self) -> Content:
        number, mine = str(self._copies), any(kind.mine for kind in self._kinds)
        if len(self._kinds) > 1:
            number = _("{number} of each").format(number=number)
        note = ""
        if mine and self._copies > 1:
            note = _("My own words are on every copy.")
        elif not mine and self._copies == 1:
            note = _("For a group, press + for each person.")
        return Content.assemble((number, "$accent"), (f"  {note}", "$secondary"))

    def _say(self, pieces: list[Piece]) -> None:
        if self._trouble:
            pieces = [*pieces, Piece(own(self._trouble, "bold $error"))]
        pieces = [*pieces, *lost_pieces([paper.made for paper in self._papers])]
        self.query_one("#result", Page).show(pieces)
        self.refresh_bindings()
        self.call_after_refresh(self.query_one("#column").scroll_end, animate=False)

    # Keys

    def action_copies(self, by: int) -> None:
        """One more or less."""
        self._copies = max(1, min(MOST_COPIES, self._copies + by))
        self._tell()

    def action_sides(self) -> None:
        """One side or both."""
        self._both_sides = not self._both_sides
        self._tell()

    @on(Menu.Moved)
    def _moved(self) -> None:
        self._asked = False  # another printer is to be asked again
        if self._printers is not None:
            self._tell()

    @on(Menu.Picked)
    def _picked(self) -> None:
        self._asked = True
        self._send_what_was_asked()

    def _send_what_was_asked(self) -> None:
        """Once all is made. A printer that was not ready may be by now: whoever sends looks."""
        printer = self._printer
        if not self._asked or self._sending or printer is None:
            return
        if self._ready and self._papers:
            self._sending, self._trouble = True, ""
            self.course_app.send_papers(
                self._papers,
                printer.name,
                copies=self._copies,
                sheet=self._sheet,
                both_sides=self._both_sides and printer.both_sides,
                refused=self._refused,
            )
            self._say(progress(_("Sending…"), 0, 1))


def _accented(value: str) -> Content:
    return Content.styled(value, "$accent")

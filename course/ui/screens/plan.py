"""The plan: read it section by section, and change any of them where it stands."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from course.errors import HandrailError
from course.language import N_, _, ngettext
from course.plan.asked import asked_in
from course.plan.document import Part
from course.plan.laid import Laid, laid_out
from course.plan.rest import other_things, still_asked
from course.ui.flow import Piece
from course.ui.screens.base import CourseScreen
from course.ui.screens.edit import EditScreen
from course.ui.widgets.document_view import part_pieces
from course.ui.widgets.page import Page
from course.ui.widgets.tiles import Tile, Tiles

_NO_OUTLINE = N_("The outline of the plan cannot be read. What you wrote is still kept.")


class Sections(Tiles):
    """The sections; Enter changes the highlighted one."""

    BINDINGS = [Binding("enter", "pick", N_("Change"), key_display="Enter")]


class PlanScreen(CourseScreen):
    """All sections of the outline, those with own words and those with a suggestion."""

    CSS_PATH = "plan.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("p", "papers", N_("Print"), key_display="P"),
        Binding("escape,left,b", "app.back", N_("Back"), key_display="Esc"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._laid: tuple[Laid, ...] = ()

    def where(self) -> str:
        """For the top bar."""
        return _("My plan")

    def column(self) -> ComposeResult:
        """How much of it is one's own, then the sections."""
        yield Page(id="state")
        yield Sections()

    def on_mount(self) -> None:
        """The sections take the keys."""
        self.query_one(Sections).focus(scroll_visible=False)

    def news(self) -> None:
        """Lay it out again; the highlight stays."""
        try:
            tiles = self._tiles()
        except HandrailError:
            self.query_one("#state", Page).show([Piece(Content(_(_NO_OUTLINE)))])
            return
        self.query_one("#state", Page).show([Piece(Content.styled(self._state(), "$secondary"))])
        self.query_one(Sections).show(tiles)

    def _tiles(self) -> list[Tile]:
        course, notebook = self.session.course, self.session.notebook
        self._laid = laid_out(course, notebook, region=notebook.settings.region)
        tiles = [_tile(each.part, self._aside(each)) for each in self._laid]
        return tiles + [_tile(part, "") for part in other_things(course, notebook)]

    def _state(self) -> str:
        if not self._laid:
            return _(_NO_OUTLINE)
        filled = sum(each.filled for each in self._laid)
        return ngettext(
            "{number} of {every} parts has your words. The others show what we suggest.",
            "{number} of {every} parts have your words. The others show what we suggest.",
            filled,
        ).format(number=filled, every=len(self._laid))

    def _aside(self, laid: Laid) -> str:
        if laid.filled:
            return ""
        if not laid.part.default and not laid.prompt_ids:
            return _("From the course")
        return _("Suggested by the course · {where}").format(
            where=asked_in(self.session.course, laid)
        )

    @on(Tiles.Picked)
    def _change(self, message: Tiles.Picked) -> None:
        laid = next((each for each in self._laid if each.part.id == message.tile_id), None)
        if laid is None:
            self._change_other()
        elif laid.prompt_ids:
            self.app.push_screen(EditScreen(laid.part.title, laid.prompt_ids))
        elif laid.part.default:
            where = asked_in(self.session.course, laid)
            self.course_app.tell(_("Not yet: {where}.").format(where=where))
        else:
            self.course_app.tell(_("This part comes from the course. F1 changes the country."))

    def _change_other(self) -> None:
        if asked := still_asked(self.session.course, self.session.notebook):
            self.app.push_screen(EditScreen(_("Other things I wrote"), asked))
        else:
            self.course_app.tell(_("No lesson asks this any more. It stays in your plan."))

    def action_papers(self) -> None:
        """Save and print."""
        self.course_app.open_papers()


def _tile(part: Part, aside: str) -> Tile:
    return Tile(part.id, tuple(part_pieces(part, aside)))

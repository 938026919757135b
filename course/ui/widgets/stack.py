"""Things one under the other, all drawn by one widget, and one of them highlighted.

Home's path, the answers of a question and the parts of the plan are such stacks. What they share
stands here: which thing is highlighted, where each lies, and clicks. How a thing looks, and which
keys there are, is said by each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from textual.app import RenderResult
from textual.content import Content
from textual.events import Click
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


class Named(Protocol):
    """Anything that can be told from its neighbours."""

    @property
    def id(self) -> str:
        """Its name in the stack."""
        ...


T = TypeVar("T", bound=Named)
Look = tuple[int, int, bool]
"""What the look of a thing depends on: its number, the width, whether it is highlighted."""


class Stack(Widget, Generic[T], can_focus=True):
    """Subclasses draw a thing (``drawn``) and say what a second click means (``pick``)."""

    DEFAULT_CSS = "Stack { height: auto; width: 1fr; text-wrap: nowrap; }"

    highlighted: reactive[int] = reactive(0, repaint=False)

    def __init__(self, things: Sequence[T] = (), *, at: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._things = tuple(things)
        self._drawn: dict[Look, list[Content]] = {}
        self._strips: dict[Look, list[Strip]] = {}
        self.set_reactive(Stack.highlighted, self._found(at))

    def show(self, things: Sequence[T], *, at: str | None = None) -> None:
        """Other things; the highlight goes to ``at``, or stays with the one it was on."""
        wanted = at if at is not None else (self.here.id if self.here else "")
        self._things = tuple(things)
        self._drawn.clear()
        self._strips.clear()
        self.highlighted = self._found(wanted)
        self.refresh(layout=True)

    @property
    def here(self) -> T | None:
        """The one that is highlighted."""
        return self._things[self.highlighted] if self.highlighted < len(self._things) else None

    def _found(self, wanted: str) -> int:
        """Where the thing of that name stands; the first, where there is none."""
        ids = [thing.id for thing in self._things]
        return ids.index(wanted) if wanted in ids else 0

    def drawn(self, number: int, width: int, *, lit: bool) -> list[Content]:
        """One thing as lines of that width."""
        raise NotImplementedError

    def pick(self) -> None:
        """Somebody clicked on what was highlighted already."""

    # Where each lies

    @property
    def gap(self) -> int:
        """Empty lines between two of them."""
        return 0

    def lit(self, number: int) -> bool:
        """Whether it is shown as highlighted."""
        return number == self.highlighted

    def lines(self, number: int, width: int) -> list[Content]:
        """One thing as it looks now; wrapped once for each look."""
        look = (number, width, self.lit(number))
        if look not in self._drawn:
            self._drawn[look] = self.drawn(number, width, lit=look[2])
        return self._drawn[look]

    def region_of(self, number: int) -> Region:
        """The rows it takes within the widget."""
        width = self.content_size.width
        top = sum(len(self.lines(n, width)) + self.gap for n in range(number))
        return Region(0, top, width, len(self.lines(number, width)))

    def on_click(self, event: Click) -> None:
        """A click highlights; a click on the highlight picks."""
        for number in range(len(self._things)):
            if event.y < self.region_of(number).bottom + self.gap:
                if number == self.highlighted:
                    self.pick()
                self.highlighted = number
                return

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All lines of all things, and the gaps between them."""
        every = range(len(self._things))
        return sum(len(self.lines(n, width)) for n in every) + self.gap * max(0, len(every) - 1)

    def render(self) -> RenderResult:
        """All of them, also what is out of view."""
        rows: list[Content] = []
        for number in range(len(self._things)):
            rows += [Content()] * self.gap if number else []
            rows += self.lines(number, self.content_size.width)
        return Content("\n").join(rows)

    def render_line(self, y: int) -> Strip:
        """One row; only what is in view is ever drawn, and once for each look."""
        width = self.content_size.width
        for number in range(len(self._things)):
            lines = self.lines(number, width)
            if y < len(lines):
                return self._painted(number, width, lines)[y]
            y -= len(lines) + self.gap
            if y < 0:
                break
        return Strip.blank(width, self.visual_style.rich_style)

    def _painted(self, number: int, width: int, lines: list[Content]) -> list[Strip]:
        look = (number, width, self.lit(number))
        if look not in self._strips:
            whole = Content("\n").join(lines)
            self._strips[look] = Visual.to_strips(self, whole, width, len(lines), self.visual_style)
        return self._strips[look]

    def _watch_highlighted(self, before: int, after: int) -> None:
        """Only the two between which the highlight moved are painted again."""
        if self.is_attached and self.content_size.width:
            there = {before, after} & set(range(len(self._things)))
            self.refresh(*(self.region_of(number) for number in there))

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._strips.clear()

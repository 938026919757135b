"""What a lesson only tells: its readings, in the order of the file, and where it asks something."""

from __future__ import annotations

from course.content.divs import Div, Stretch, cut
from course.content.grounds import FindSafety
from course.content.lesson import Passage, Reading, Step, step_id
from course.content.markdown import Block, Title, read_blocks, to_prose
from course.content.marks import Ids, is_id, slug, split_tail
from course.content.notes import Notes
from course.content.page import Page
from course.content.voices import VOICES, voice


class Readings:
    """Walks down a page and collects its steps. Those that ask are bare here; see ``steps``."""

    def __init__(self, safety: FindSafety, notes: Notes) -> None:
        self.steps: list[Step] = []
        self._safety = safety
        self._notes = notes
        self._ids = Ids(notes)
        self._heading: Title | None = None
        self._passages: list[Passage] = []
        self._complained = False
        """Words without a heading are noted once, not once for each paragraph."""

    def read(self, page: Page) -> None:
        """Collect all steps of the page."""
        for piece in cut(page.body, page.body_line, self._notes):
            if isinstance(piece, Stretch):
                self._stretch(piece)
            else:
                self._div(piece)
        self._close()
        if not (self.steps or self._notes):
            self._notes.at(
                0, "the lesson is empty", "Write a  ## Heading  and some words below it."
            )

    def _stretch(self, stretch: Stretch) -> None:
        said: list[Block] = []
        for block in read_blocks(stretch.lines, stretch.line, self._notes):
            if isinstance(block, Title):
                self._say(said)
                said = []
                self._title(block)
            else:
                said.append(block)
        self._say(said)

    def _title(self, title: Title) -> None:
        if title.level == 2:
            self._close()
            self._heading = title
        elif title.level == 1:
            remedy = "The title stands in the settings. Take this out, or write ##."
            self._notes.at(title.line, "a heading with one #", remedy)
        else:
            remedy = "Write ## for a new screen, or bold words for a small heading."
            self._notes.at(title.line, "a ### heading outside a div", remedy)

    def _say(self, blocks: list[Block]) -> None:
        if not blocks:
            return
        if self._heading is None and not self._complained:
            self._complained = True
            remedy = "Write a  ## Heading  above them: they become a screen of their own."
            self._notes.at(blocks[0].line, "words that stand under no heading", remedy)
        prose = to_prose(blocks, self._notes)
        if prose:
            self._passages.append(Passage(prose=prose, line=blocks[0].line))

    def _close(self) -> None:
        """End the reading that is open."""
        title, passages = self._heading, tuple(self._passages)
        self._heading, self._passages, self._complained = None, [], False
        if title is None:
            return
        words, tail = split_tail(title.raw)
        reading = Reading(
            id=tail.id if tail else slug(words), title=words, passages=passages, line=title.line
        )
        if not passages:
            remedy = "Write some words below it, or take it out."
            self._notes.at(title.line, "nothing stands under this heading", remedy)
        self._add(reading)

    def _add(self, step: Step) -> None:
        if is_id(name := step_id(step)) or isinstance(step, Reading):
            self._ids.use(name, step.line)
        self.steps.append(step)

    def _div(self, div: Div) -> None:
        if div.kind in VOICES:
            self._voice(div)
            return
        self._close()
        if not div.broken:
            self._ask(div)

    def _ask(self, div: Div) -> None:
        """Keep the place of what asks something, without its words."""
        if div.kind != "card":
            name = div.given.partition(" ")[0]
            self._add(Reading(id=f"again-{name}" if div.kind == "again" else name, title=""))

    def _voice(self, div: Div) -> None:
        if div.broken:
            self._passages.append(Passage())
            return
        passage = voice(div, self._safety, self._notes)
        if self._heading is not None:
            self._passages.append(passage)
            return
        name = self._free("-".join([div.kind, *passage.refs]))
        reading = Reading(id=name, title=passage.title, passages=(passage,), line=div.line)
        self._add(reading)

    def _free(self, name: str) -> str:
        """The name, with a number behind it if a step has it already."""
        number, free = 1, slug(name)
        while free in self._ids.taken:
            number += 1
            free = f"{slug(name)}-{number}"
        return free

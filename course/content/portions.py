"""What a div holds, sorted by heading: prose, and the bullets or numbers to choose from."""

from __future__ import annotations

from dataclasses import dataclass, field

from course.content.divs import Div
from course.content.markdown import Block, Bullets, Item, Title, read_blocks, to_prose
from course.content.notes import Notes
from course.content.prose import Prose


@dataclass(slots=True)
class Portion:
    """A ``###`` heading of a div and what stands under it; the first has no heading."""

    title: str = ""
    line: int = 0
    blocks: list[Block] = field(default_factory=list)

    def prose(self, notes: Notes) -> Prose:
        """All of it as prose."""
        return to_prose(self.blocks, notes)

    def lead(self, notes: Notes, numbered: bool = False) -> Prose:
        """The prose before the choices; words after them are noted."""
        before: list[Block] = []
        chosen = False
        for block in self.blocks:
            if is_choice(block, numbered):
                chosen = True
            elif chosen:
                line = block.line
                notes.at(line, "words after the choices", "Move them above the first choice.")
            else:
                before.append(block)
        return to_prose(before, notes)

    def items(self, numbered: bool = False) -> list[Item]:
        """The choices: its bullets, or its numbers where the order is asked."""
        lists = [block for block in self.blocks if isinstance(block, Bullets)]
        return [item for each in lists if each.numbered == numbered for item in each.items]


def is_choice(block: Block, numbered: bool) -> bool:
    """Whether these are things to choose, and not a list that belongs to the words."""
    return isinstance(block, Bullets) and block.numbered == numbered


def portions(div: Div, notes: Notes) -> list[Portion]:
    """What a div holds, cut at its ``###`` headings."""
    found = [Portion(line=div.line)]
    for block in read_blocks(div.lines, div.line + 1, notes):
        if not isinstance(block, Title):
            found[-1].blocks.append(block)
            continue
        if block.level != 3:
            notes.at(block.line, "a part of a div begins with ###", f"Write  ### {block.raw}")
        found.append(Portion(block.raw, block.line))
    return found


def whole(div: Div, notes: Notes) -> Portion:
    """What a div holds that has no parts."""
    first, *others = portions(div, notes)
    for part in others:
        notes.at(part.line, f"“{div.kind}” has no parts", "Take this heading out.")
    return first

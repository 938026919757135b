"""What the course itself puts into a section: defaults, safety texts, help lines."""

from __future__ import annotations

from collections.abc import Sequence

from course.content.course import Course
from course.content.help_lines import HelpLine
from course.content.outline import Section
from course.content.prose import Para, Prose, filled, lines_of, words
from course.emergency import ANYWHERE, emergency_number
from course.errors import HandrailError
from course.plan.blocks import Manner
from course.plan.contacts import contacts_of_lines
from course.plan.document import Block, Contacts, Points, Words, WritingLines
from course.plan.wallet import few_lines, in_few_words

_BY_HAND = 2
_ON_A_CARD = ("emergency", "crisis", "treatment")
_CARD_LINES = 4


def default_blocks(section: Section, region: str) -> tuple[Block, ...]:
    """The course's own words for a section that is still empty."""
    texts = tuple(_placed(text, region) for text in section.default)
    if len(texts) == 1:
        return (Words(texts[0], own=False),)
    return (Points(texts, Manner(section.show).mark, own=False),) if texts else ()


def fixed_blocks(
    course: Course, section: Section, paper: str, region: str, chosen_line: str = ""
) -> tuple[Block, ...]:
    """Safety texts, help lines and lines to write on, which stand in it whatever was written."""
    blocks: list[Block] = []
    for name in section.safety:
        safety = course.find_safety(name)
        if safety is None:
            continue
        prose = filled(safety.prose, {"emergency": emergency_number(region)})
        in_words = in_few_words if paper == "wallet" else _safety
        blocks += in_words(safety.title, prose)
    if section.lines:
        lines = _lines(course, paper, region)
        few = paper == "wallet"
        known = few_lines(lines, region, chosen_line) if few else contacts_of_lines(lines, region)
        blocks.append(Contacts(known, own=False))
    elif section.show == "lines":
        blocks.append(WritingLines(_BY_HAND))
    return tuple(blocks)


def _lines(course: Course, paper: str, region: str) -> Sequence[HelpLine]:
    try:
        lines = course.help_lines(region) or course.help_lines(ANYWHERE)
    except HandrailError:
        return ()  # the emergency number is there all the same
    if paper != "card":
        return lines
    return [line for line in lines if line.kind in _ON_A_CARD][:_CARD_LINES]


def _safety(title: str, prose: Prose) -> list[Block]:
    blocks: list[Block] = []
    for block in prose:
        if isinstance(block, Para):
            blocks.append(Words(words(block.line), own=False))
            continue
        if not blocks:
            blocks.append(Words(title, own=False, lead=True))
        points = tuple(words(line) for line in lines_of(block))
        blocks.append(Points(points, "number" if block.numbered else "point", own=False))
    return blocks


def _placed(text: str, region: str) -> str:
    return text.replace("{emergency}", emergency_number(region))

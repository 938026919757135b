"""Every kind of prompt as a question that works on paper.

The back of the book is in ``answered.py``; both letter the options in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable

from course.content.prompts import (
    Again,
    AskMyPlan,
    Choose,
    Column,
    Listing,
    Option,
    Order,
    Pause,
    Prompt,
    Rate,
    Rows,
    Scenario,
    Sort,
    SortItem,
    Task,
    Write,
)
from course.language import N_, _, ngettext
from course.plan.blank import empty_rows
from course.plan.document import WritingLines
from course.plan.workbook.numbers import Numbered, Numbers
from course.plan.workbook.pages import (
    Body,
    Choices,
    Items,
    Label,
    Menu,
    Question,
    Refer,
    Scale,
    Sorting,
    Ways,
)
from course.plan.workbook.story import story_of
from course.plan.workbook.wording import Wording, mixed

_WRITE_LINES = 5
_SHORT_LINES = 3
_LIST_LINES = 5
_ROWS = 4
_MORE = 3
"""Lines or rows where something is asked again."""
_PLAN_LINES = 2


def question(each: Numbered, numbers: Numbers, wording: Wording) -> Question:
    """The prompt as it is printed."""
    prompt = each.prompt
    if isinstance(prompt, AskMyPlan):
        wording = Wording(wording.region, columns_named(prompt, numbers))
    return Question(
        number=each.number,
        id="" if isinstance(prompt, Again) else prompt.id,
        how=_how(prompt),
        lead=wording.prose(prompt.lead),
        body=tuple(_body(each, numbers, wording)),
    )


def shown_options(prompt: Choose | Order) -> tuple[Option, ...]:
    """The options in the order of the page. A menu stays as its author wrote it."""
    return mixed(prompt.options, prompt.id) if prompt.marked else prompt.options


def shown_items(prompt: Sort) -> tuple[SortItem, ...]:
    """The things to sort in the order of the page."""
    return mixed(prompt.items, prompt.id)


def columns_named(prompt: AskMyPlan, numbers: Numbers) -> dict[str, str]:
    """What stands for ``{when}``: no page knows what the person wrote."""
    source = numbers.of(prompt.source)
    columns = source.prompt.columns if source and isinstance(source.prompt, Rows) else ()
    said = _("(your words under “{title}”)")
    return {column.id: said.format(title=column.title) for column in columns}


def _how(prompt: Prompt) -> str:
    match prompt:
        case Choose():
            return _how_many(prompt)
        case Order():
            return _("Number the boxes: 1 comes first")
        case Sort():
            return _("One tick for each line")
        case Scenario():
            return _("A story: choose, and go on where it says")
        case Pause():
            seconds = prompt.seconds
            return ngettext("Pause: {n} second", "Pause: {n} seconds", seconds).format(n=seconds)
        case _:
            return _(_DO.get(type(prompt), N_("Write")))


_DO: dict[type[Prompt], str] = {
    Rate: N_("Circle a number"),
    Task: N_("This week"),
    Again: N_("Once more"),
    AskMyPlan: N_("From your own plan"),
}


def _how_many(prompt: Choose) -> str:
    if prompt.several and not prompt.marked:
        most = prompt.most
        return ngettext("Tick one", "Tick up to {n}", most).format(n=most)
    return _("Tick all that fit") if prompt.several else _("Tick one")


def _body(each: Numbered, numbers: Numbers, wording: Wording) -> Iterable[Body]:
    prompt = each.prompt
    match prompt:
        case Choose():
            yield from _to_tick(prompt, wording)
        case Order():
            yield Choices(wording.lettered(shown_options(prompt)), "number")
        case Sort():
            heads = tuple(box.title for box in prompt.boxes)
            yield Sorting(heads, wording.lettered(shown_items(prompt)))
        case Scenario():
            yield story_of(each.number, prompt, wording)
        case Again():
            yield from _again(prompt, numbers, wording)
        case AskMyPlan():
            yield from _from_plan(prompt, numbers)
        case _:
            yield from _own_words(prompt, numbers, wording)


def _own_words(prompt: Prompt, numbers: Numbers, wording: Wording) -> Iterable[Body]:
    match prompt:
        case Rate():
            yield _scale(prompt, wording)
        case Write():
            yield from _to_write(prompt, wording)
        case Listing():
            yield from _to_list(prompt, wording)
        case Rows():
            yield from _to_fill(prompt, numbers, wording)
        case Pause():
            if prompt.menu:
                yield Items(wording.texts(prompt.menu))
        case Task():
            yield Ways(_("How did it go?"), (_("all of it"), _("part of it"), _("not yet")))


def _to_tick(prompt: Choose, wording: Wording) -> Iterable[Body]:
    options = shown_options(prompt)
    yield Choices(wording.lettered(options) if prompt.marked else wording.bare(options))
    if prompt.sure:
        yield Ways(_("How sure are you?"), (_("not sure"), _("quite sure"), _("very sure")))


def _scale(prompt: Rate, wording: Wording) -> Scale:
    ends = [wording.text(end.words) for end in prompt.ends] or [()]
    step = (prompt.high - prompt.low) // 10 or 1
    return Scale(tuple(range(prompt.low, prompt.high + 1, step)), ends[0], ends[-1])


def _to_write(prompt: Write, wording: Wording) -> Iterable[Body]:
    if prompt.menu:
        yield Menu(_("You could start like this"), wording.texts(prompt.menu))
    yield WritingLines(_WRITE_LINES if prompt.model or prompt.check else _SHORT_LINES)
    if prompt.check:
        yield Label(_("Read it again. Look for this:"))
        yield Choices(wording.bare(prompt.check))


def _to_list(prompt: Listing, wording: Wording) -> Iterable[Body]:
    if prompt.menu:
        yield Label(_("Tick what fits you. Then write it in your own words."))
        yield Choices(wording.bare(prompt.menu))
    yield WritingLines(_between(prompt.least, _LIST_LINES, prompt.most), "number")


def _to_fill(prompt: Rows, numbers: Numbers, wording: Wording) -> Iterable[Body]:
    yield empty_rows(prompt, _between(prompt.least, _ROWS, prompt.most))
    for column in prompt.columns:
        yield from _ideas(column, numbers, wording)


def _between(least: int, wanted: int, most: int) -> int:
    return max(least, min(wanted, most))


def _ideas(column: Column, numbers: Numbers, wording: Wording) -> Iterable[Body]:
    if column.menu:
        said = _("For “{title}”, pick one") if column.shape == "one-of" else _("For “{title}”")
        yield Menu(said.format(title=column.title), wording.texts(column.menu))
    if source := numbers.of(column.source):
        said = _("For “{title}”, look also at {number} on page {page}.")
        yield Refer(_part_filled(said, title=column.title, number=source.number), column.source)


def _again(prompt: Again, numbers: Numbers, wording: Wording) -> Iterable[Body]:
    first = numbers.of(prompt.id)
    if first is None:
        yield WritingLines(_MORE)
        return
    said = _("Look back at {number} on page {page}. Write more there, or here.")
    yield Refer(_part_filled(said, number=first.number), prompt.id)
    if isinstance(first.prompt, Rows):
        yield empty_rows(first.prompt, _MORE)
    elif isinstance(first.prompt, Rate):
        yield _scale(first.prompt, wording)
    else:
        yield WritingLines(_MORE)


def _from_plan(prompt: AskMyPlan, numbers: Numbers) -> Iterable[Body]:
    source = numbers.of(prompt.source)
    if source is not None:
        said = _(
            "Turn to your list, {number} on page {page}, and pick one line. "
            "Cover the right side with your hand. Answer here, and then look."
        )
        yield Refer(_part_filled(said, number=source.number), prompt.source)
    yield WritingLines(_PLAN_LINES)
    yield Ways(_("How did it go?"), (_("I knew it"), _("partly"), _("not yet")))


def _part_filled(said: str, **values: str) -> str:
    """The sentence with all but ``{page}`` filled in; that is known when the pages are set."""
    return said.format(**values, page="{page}")

"""The commands that make papers: the plan in every form, and the workbook."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from course.commands import hand_on, say
from course.emergency import EMERGENCY, known_region
from course.errors import HandrailError
from course.language import N_, _, guess_region

if TYPE_CHECKING:
    from course.machine import Machine
    from course.notebook.notebook import Notebook
    from course.plan.document import Form, Paper, Sheet
    from course.plan.papers import Made

_OUTPUT = Path("-")
"""Instead of a file: whatever our output goes to."""
_PDF = N_("as PDF, into a new file, or with - to the next program")


def add(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the commands to the others; ``command`` makes one."""
    plan = command("plan", _plan, _("the plan as text, Markdown or PDF"))
    _plan_options(plan)
    book = command("workbook", _workbook, _("all lessons on paper, to fill in by hand"))
    book.add_argument("--pdf", type=_pdf, metavar="FILE", required=True, help=_(_PDF))
    book.add_argument("--sheet", choices=("a4", "us-letter"), help=_("the size of the sheet"))
    book.add_argument(
        "--region",
        type=str.upper,
        choices=tuple(EMERGENCY),
        help=_("the country of the help lines"),
    )


def _paper(text: str) -> str:
    from course.plan.papers import PAPERS  # not before somebody names a paper: a start must be fast

    names = [kind.paper for kind in PAPERS]
    if text not in names:
        said = _("there is no paper called {name}. There are: {names}")
        raise argparse.ArgumentTypeError(said.format(name=text, names=", ".join(names)))
    return text


def _pdf(text: str) -> Path:
    if text == str(_OUTPUT) and (sys.stdout is None or sys.stdout.isatty()):
        raise argparse.ArgumentTypeError(
            _("a PDF cannot be read in a terminal. Name a file, such as plan.pdf")
        )
    return Path(text)


def _copies(text: str) -> int:
    from course.plan.printing import MOST_COPIES  # not before somebody names a number

    if text.isdecimal() and 0 < int(text) <= MOST_COPIES:
        return int(text)
    said = _("write a number of copies from 1 to {most}")
    raise argparse.ArgumentTypeError(said.format(most=MOST_COPIES))


def _plan_options(plan: argparse.ArgumentParser) -> None:
    form = plan.add_mutually_exclusive_group()
    for option, name, words in (
        ("--text", "txt", _("as plain text (the default)")),
        ("--markdown", "md", _("as Markdown")),
        ("--html", "html", _("as a web page that prints well")),
    ):
        form.add_argument(option, dest="form", action="store_const", const=name, help=words)
    form.add_argument("--pdf", type=_pdf, metavar="FILE", help=_(_PDF))
    form.add_argument("--print", dest="printer", nargs="?", const="", help=_("on a printer"))
    plan.add_argument(
        "--copies", type=_copies, metavar="N", default=1, help=_("how many to print, for a group")
    )
    names = "plan, card, share, wallet, door, large, week, blank, statement"
    plan.add_argument("--paper", type=_paper, metavar="NAME", default="plan", help=names)
    plan.add_argument("--sheet", choices=("a4", "us-letter"), help=_("the size of the sheet"))


def _plan(wish: argparse.Namespace, machine: Machine) -> int | str:
    """Raises HandrailError when there is nothing to print, or the file cannot be written."""
    if wish.printer is not None:
        from course.print_command import print_plan

        return print_plan(
            machine,
            paper=wish.paper,
            sheet=wish.sheet,
            printer=wish.printer,
            copies=wish.copies,
            told=say,
        )
    form: Form = "pdf" if wish.pdf else wish.form or "txt"
    done, _size = made_plan(machine, paper=wish.paper, form=form, sheet=wish.sheet)
    if wish.pdf is None:
        return done.data.decode()
    return _saved(wish.pdf, done.data, lost(done.unprintable, done.notes))


def made_plan(
    machine: Machine, *, paper: Paper, form: Form, sheet: Sheet | None
) -> tuple[Made, Sheet]:
    """A paper of the notebook that is kept here, and the size of its sheets.

    Raises HandrailError when there is none, and the paper is not the same for everyone.
    """
    from course.notebook.notebook import Notebook
    from course.paper.making import made
    from course.plan.build import build
    from course.plan.papers import kind_of
    from course.plan.sheets import sheet_for

    mine = kind_of(paper).mine
    notebook, now = _notebook(machine) if mine else Notebook(), machine.now()
    region = notebook.settings.region or machine.settings.country
    if not mine:
        region = region or known_region(guess_region())
    document = build(machine.course, notebook, paper, today=now.astimezone().date(), region=region)
    size = sheet or sheet_for(notebook.settings.sheet, region)
    return made(document, paper=paper, form=form, sheet=size, at=now), size


def _notebook(machine: Machine) -> Notebook:
    from course.notebook_commands import kept_here

    if not (machine.kept or machine.locked_here):
        raise HandrailError(_("no notebook is kept on this machine, so there is no plan to print"))
    opened = kept_here(machine)
    for notice in opened.notices:  # such as one that an older copy was taken
        print(notice, file=sys.stderr)
    return opened.notebook


def _workbook(wish: argparse.Namespace, machine: Machine) -> int:
    """No notebook is read."""
    from course.paper.workbook import workbook_pdf
    from course.plan.sheets import sheet_for
    from course.plan.workbook.build import build_workbook

    usual = machine.settings.country or known_region(guess_region())
    place = usual if wish.region is None else wish.region
    book = build_workbook(machine.course, region=place)
    pdf = workbook_pdf(book, sheet=wish.sheet or sheet_for("", place), made=machine.now())
    missing = _("This lesson cannot be read and is not in it: {title}. See: handrail check")
    words = [missing.format(title=title) for title in book.missing]
    return _saved(wish.pdf, pdf.bytes, [*lost(pdf.unprintable, ()), *words])


def _saved(file: Path, data: bytes, words: list[str]) -> int:
    """In a new file, and say so; into our output the paper goes alone."""
    from course.paper.saving import write_new

    if file == _OUTPUT:
        hand_on(data)
        for line in words:
            print(line, file=sys.stderr)
    else:
        write_new(file, data)
        say("\n".join([_("Saved: {file}").format(file=file), *words]))
    return 0


def lost(unprintable: tuple[str, ...], notes: tuple[str, ...]) -> list[str]:
    """What to say of characters and lines that are not on the paper."""
    said = _("These could not be printed: {signs}")
    return [*([said.format(signs=" ".join(unprintable))] if unprintable else []), *notes]

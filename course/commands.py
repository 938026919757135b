"""What the commands without a screen do. Each gives back what to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from course.emergency import ANYWHERE, known_region
from course.errors import HandrailError
from course.language import _, guess_region

if TYPE_CHECKING:
    from course.machine import Machine
    from course.plan.document import Form, Paper, Sheet
    from course.plan.papers import Made


def help_now(machine: Machine) -> str:
    """The help screen as text, with as much as can be read; never fails for want of a file."""
    from course.plan.help import Mine, my_help
    from course.plan.help_text import help_text

    region, mine = known_region(guess_region()), Mine()
    try:
        region = machine.settings.country or region
        notebook = machine.notebook
        region = notebook.settings.region or region
        mine = my_help(machine.course, notebook)
    except (HandrailError, OSError):
        pass  # what cannot be read is left out: the steps and numbers stand without it
    try:
        lines = machine.course.help_lines(region or ANYWHERE)
    except (HandrailError, OSError):
        lines = ()
    return help_text(region, lines, mine)


def plan(
    machine: Machine, *, paper: Paper, form: Form, sheet: Sheet | None, file: Path | None
) -> str:
    """The plan as text; with ``file`` a PDF is written there, and the text says so.

    Raises HandrailError when there is nothing to print, or the file cannot be written.
    """
    done, _size = made_plan(machine, paper=paper, form=form, sheet=sheet)
    if file is None:
        return done.data.decode()
    return _saved(file, done.data, done.unprintable, done.notes)


def made_plan(
    machine: Machine, *, paper: Paper, form: Form, sheet: Sheet | None
) -> tuple[Made, Sheet]:
    """The plan of the notebook that is kept here, and the size of its sheets.

    Raises HandrailError when there is none.
    """
    from course.notebook_commands import kept_here
    from course.paper.making import made
    from course.plan.build import build
    from course.plan.sheets import sheet_for

    if not (machine.kept or machine.locked_here):
        raise HandrailError(_("no notebook is kept on this machine, so there is no plan to print"))
    notebook, now = kept_here(machine).notebook, machine.now()
    region = notebook.settings.region or machine.settings.country
    document = build(machine.course, notebook, paper, today=now.astimezone().date(), region=region)
    size = sheet or sheet_for(notebook.settings.sheet, region)
    return made(document, paper=paper, form=form, sheet=size, at=now), size


def workbook(machine: Machine, *, file: Path, sheet: Sheet | None, region: str | None) -> str:
    """All lessons as a PDF to fill in by hand, written to ``file``. No notebook is read."""
    from course.paper.workbook import workbook_pdf
    from course.plan.sheets import sheet_for
    from course.plan.workbook.build import build_workbook

    usual = machine.settings.country or known_region(guess_region())
    place = usual if region is None else region
    book = build_workbook(machine.course, region=place)
    pdf = workbook_pdf(book, sheet=sheet or sheet_for("", place), made=machine.now())
    said = _saved(file, pdf.bytes, pdf.unprintable)
    lost = _("This lesson cannot be read and is not in it: {title}. See: handrail check")
    return said + "".join(f"{lost.format(title=title)}\n" for title in book.missing)


def _saved(
    file: Path, data: bytes, unprintable: tuple[str, ...], notes: tuple[str, ...] = ()
) -> str:
    from course.paper.saving import write_new

    write_new(file, data)
    return "\n".join([_("Saved: {file}").format(file=file), *lost(unprintable, notes)]) + "\n"


def lost(unprintable: tuple[str, ...], notes: tuple[str, ...]) -> list[str]:
    """What to say of characters and lines that are not on the paper."""
    said = _("These could not be printed: {signs}")
    return [*([said.format(signs=" ".join(unprintable))] if unprintable else []), *notes]

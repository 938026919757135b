"""The commands. Wires the parts together; each command imports only what it needs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NoReturn

from course import __version__, notebook_commands, paper_commands
from course.commands import say
from course.errors import HandrailError, Missing
from course.language import _, guess_language, use

if TYPE_CHECKING:
    from course.machine import Machine

Now = Callable[[], datetime]


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and leaves with 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"handrail: {message}. {_('See: handrail --help')}\n")


def main(argv: Sequence[str], *, now: Now, rng: Random, home: Path | None = None) -> int:
    """Run one command; the exit code. ``home`` stands in for ``--home`` in tests."""
    use(guess_language())
    wish = _parser().parse_args(argv)
    from course.machine import Machine

    machine = Machine(home=wish.home or home, extra_lessons=tuple(wish.lessons), now=now, rng=rng)
    run: Callable[[argparse.Namespace, Machine], int | str] = wish.run
    try:
        return _said(run(wish, machine))
    except HandrailError as problem:
        from course.notebook.status import not_done

        print(f"handrail: {not_done(problem)}", file=sys.stderr)
        return 2 if isinstance(problem, Missing) else 1
    except (EOFError, KeyboardInterrupt):  # Ctrl+D or Ctrl+C where something was asked
        print(f"\nhandrail: {_('Stopped. Nothing more was done.')}", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="handrail",
        description=_("A private, printable course, taken in a terminal."),
        epilog=_("If a life is in danger: handrail help-now"),
    )
    parser.add_argument("--version", action="version", version=f"handrail {__version__}")
    _shared(parser, root=True)
    parser.set_defaults(run=_course, lesson="")
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Callable[..., int | str], words: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words, description=words)
        _shared(added, root=False)
        added.set_defaults(run=run)
        return added

    command("help-now", _help_now, _("what to do and whom to call, as text; needs no data"))
    lesson = command("lesson", _course, _("open the course at a lesson"))
    lesson.add_argument("lesson", metavar="NAME")
    paper_commands.add(command)
    notebook_commands.add(command)
    check = command("check", _check, _("look for mistakes in lessons"))
    _check_options(check)
    preview = command("preview", _preview, _("show one lesson file, again at each save"))
    preview.add_argument("file", type=Path, metavar="FILE")
    new = command("new-lesson", _new_lesson, _("write a lesson to begin from, with notes"))
    new.add_argument("name", metavar="NAME")
    return parser


def _shared(parser: argparse.ArgumentParser, *, root: bool) -> None:
    """Options that may stand before or after the command."""
    parser.add_argument(
        "--home",
        type=Path,
        metavar="FOLDER",
        default=None if root else argparse.SUPPRESS,
        help=_("keep everything in this folder"),
    )
    parser.add_argument(
        "--lessons",
        type=_folder,
        action="append",
        metavar="FOLDER",
        default=[] if root else argparse.SUPPRESS,
        help=_("add lessons of your own"),
    )


def _folder(text: str) -> Path:
    folder = Path(text)
    if not folder.is_dir():
        raise argparse.ArgumentTypeError(_("there is no folder {name}").format(name=text))
    return folder


def _place(text: str) -> Path:
    return Path(text) if Path(text).is_file() else _folder(text)


def _check_options(check: argparse.ArgumentParser) -> None:
    check.add_argument("place", nargs="?", type=_place, metavar="FOLDER", help=_("or one lesson"))
    what = check.add_mutually_exclusive_group()
    what.add_argument("--all", action="store_true", help=_("with notes that hinder nobody"))
    what.add_argument("--table", action="store_true", help=_("how hard each text is to read"))
    what.add_argument("--claims", action="store_true", help=_("which step has which claim"))
    check.add_argument("--json", action="store_true", help=_("for other programs"))


def _course(wish: argparse.Namespace, machine: Machine) -> int:
    lesson = _lesson_id(wish.lesson, machine) if wish.lesson else ""
    _find_screen()
    use(machine.settings.language or guess_language())  # mistakes in the settings are told here
    from course.store.memory import close_to_others
    from course.ui.app import CourseApp
    from course.ui.shell import forgive_the_terminal

    close_to_others()
    forgive_the_terminal()
    app = CourseApp(machine, lesson_id=lesson, theme=machine.theme)
    if lesson:
        app.open_early()
    app.run()
    return app.return_code or 0


def _find_screen() -> None:
    """Raises HandrailError where there is neither a terminal nor, at the other end, a browser."""
    served = "TEXTUAL_DRIVER" in os.environ  # only ours is there by now
    if not served and not (sys.stdout.isatty() and sys.stdin.isatty()):
        raise HandrailError(_("the course needs a terminal. For help as text: handrail help-now"))


def _lesson_id(named: str, machine: Machine) -> str:
    """The lesson with that name, number, or name of its file."""
    for head in machine.heads:
        if named in (head.id, head.file.name, head.file.stem, head.number and str(head.number)):
            return head.id
    said = _("there is no lesson called {name}. There are: {names}")
    raise Missing(said.format(name=named, names=", ".join(head.id for head in machine.heads)))


def _help_now(_wish: argparse.Namespace, machine: Machine) -> str:
    from course.commands import help_now

    return help_now(machine)


def _check(wish: argparse.Namespace, machine: Machine) -> int:
    from course import authors

    if wish.table:
        said, code = authors.grades(machine, wish.place, as_json=wish.json)
    elif wish.claims:
        said, code = authors.claims(machine, wish.place, as_json=wish.json)
    else:
        said, code = authors.check(machine, wish.place, everything=wish.all, as_json=wish.json)
    say(said)
    return code


def _preview(wish: argparse.Namespace, machine: Machine) -> int:
    from course.preview import Preview

    file = Preview(wish.file, machine.now, machine.rng)
    file.course.lesson(file.head.id)
    _find_screen()
    from course.ui.preview import PreviewApp

    app = PreviewApp(file)
    app.open_early()
    app.run()
    return app.return_code or 0


def _new_lesson(wish: argparse.Namespace, _machine: Machine) -> int:
    from course.authors import new_lesson

    said, code = new_lesson(wish.name, wish.lessons[0] if wish.lessons else Path())
    say(said)
    return code


def _said(done: int | str) -> int:
    """The exit code; what a command said is printed."""
    if isinstance(done, int):
        return done
    say(done)
    return 0

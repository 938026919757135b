"""One lesson file as a machine of its own: nothing is kept, and the file can be read again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from course.content.heads import Head
from course.errors import HandrailError
from course.language import _, guess_language
from course.machine import Machine

if TYPE_CHECKING:
    from course.content.course import Course


class Preview(Machine):
    """Stands where the machine stands, for one file. Its notebook lies nowhere."""

    def __init__(self, file: Path, now: Callable[[], datetime], rng: Random) -> None:
        super().__init__(home=None, extra_lessons=(), now=now, rng=rng)
        self.file = file.resolve()
        self.seen = self.stamp()

    @property
    def kept(self) -> bool:
        """Never."""
        return False

    @property
    def heads(self) -> tuple[Head, ...]:
        """The head of the file alone."""
        return (self.head,)

    @property
    def head(self) -> Head:
        """The head of the file, among the lessons beside it."""
        found = next((head for head in self.course.heads if head.file == self.file), None)
        if not self.file.is_file():
            raise HandrailError(_("there is no file {name}").format(name=self.file.name))
        if found is None:
            raise HandrailError(_("{file} is not a lesson of its own").format(file=self.file.name))
        return found

    @cached_property
    def course(self) -> Course:
        """The course the file belongs to, or ours with the file beside it."""
        return read(self.file)

    def stamp(self) -> int:
        """When the file was last saved, in nanoseconds; 0 while it is not there."""
        try:
            return self.file.stat().st_mtime_ns
        except OSError:
            return 0

    def saved_again(self) -> bool:
        """Whether the file was saved since this was last asked."""
        before, self.seen = self.seen, self.stamp()
        return self.seen not in (0, before)

    def read_again(self) -> Course:
        """The course with the file as it is now; raises ``Unreadable`` and keeps the old one."""
        fresh = read(self.file)
        fresh.lesson(self.head.id)
        self.course = fresh
        return fresh


def read(file: Path) -> Course:
    """The course that the file is a lesson of, read afresh."""
    from course.content.around import course_around

    return course_around(file, guess_language())

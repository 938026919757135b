"""The whole course as written: heads at once, everything else when it is first asked for.

Readers are imported with what they read, so that the first lesson does not wait for the plan's.

One ``Course`` may be used from a worker and from the screen: what was read is kept under a lock
and never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, TypeVar, cast

from course.content import homes
from course.content.heads import Head, files_of, heads_of, home_of
from course.errors import Missing, Unreadable
from course.places import lessons_folder

if TYPE_CHECKING:
    from course.content.claims import Claim
    from course.content.help_lines import HelpLine
    from course.content.lesson import Lesson
    from course.content.outline import Outline
    from course.content.prompts import Prompt
    from course.content.safety import SafetyText
    from course.content.sources import Source
    from course.content.wording import Wording

Read = TypeVar("Read")


class Course:
    """What the authors wrote, in one language. The first folder is ours; others add to it."""

    def __init__(self, folders: Sequence[Path], language: str) -> None:
        self.folders = tuple(folders)
        self.language = language
        self._lock = RLock()
        self._kept: dict[object, object] = {}

    def _once(self, name: object, read: Callable[[], Read]) -> Read:
        """What ``read`` returned, or raised, the first time it was called under this name."""
        if name not in self._kept:  # what is there is had while another thread reads something else
            with self._lock:
                self._keep(name, read)
        found = self._kept[name]
        if isinstance(found, Unreadable | Missing):
            raise found.with_traceback(None)
        return cast(Read, found)

    def _keep(self, name: object, read: Callable[[], object]) -> None:
        if name not in self._kept:
            try:
                self._kept[name] = read()
            except (Unreadable, Missing) as problem:
                self._kept[name] = problem

    @property
    def heads(self) -> tuple[Head, ...]:
        """The heads of all lessons: ours in their order, then those of the other folders."""
        return self._once("heads", lambda: heads_of(self.folders, self.language))

    @property
    def lesson_files(self) -> dict[str, Path]:
        """The file of each lesson by its id, in the same order. None is opened for it."""
        return self._once("files", lambda: files_of(self.folders, self.language))

    def lesson(self, lesson_id: str) -> Lesson:
        """The lesson; raises ``Unreadable`` with its problems, or ``Missing``."""
        return self._once(("lesson", lesson_id), lambda: self._lesson(lesson_id))

    def has_read(self, lesson_id: str) -> bool:
        """Whether ``lesson`` answers at once."""
        return ("lesson", lesson_id) in self._kept

    def _lesson(self, lesson_id: str) -> Lesson:
        head = next((head for head in self.heads if head.id == lesson_id), None)
        if head is None:
            raise Missing(f"There is no lesson “{lesson_id}”.")
        from course.content.reader import read_lesson

        return read_lesson(head, self.find_safety)

    @property
    def _homes(self) -> dict[str, str]:
        return self._once("homes", lambda: homes.of_prompts(self.lesson_files))

    def lesson_of(self, prompt_id: str) -> str | None:
        """The lesson that asks the prompt, found without reading the lessons whole."""
        return self._homes.get(prompt_id)

    @property
    def prompt_ids(self) -> tuple[str, ...]:
        """The ids of all prompts, in the order of the lessons."""
        return tuple(self._homes)

    @property
    def used_ids(self) -> frozenset[str]:
        """The prompts whose answers are shown again: in the plan, or by another prompt."""
        sections = self.outline.sections
        named = {name for section in sections for name in section.sources}
        return self._once("again", lambda: homes.asked_again(self.lesson_files.values())) | named

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt of that id; nothing when no lesson asks it, or it has a mistake in it.

        Its lesson is not read for it: a plan needs some prompts of every lesson, and no more.
        """
        home = self.lesson_of(prompt_id)
        if home is None:
            return None
        if self.has_read(home):
            with suppress(Unreadable):
                prompts = self.lesson(home).prompts
                return next((p for p in prompts if p.id == prompt_id and p.kind != "again"), None)
        return self._once(("prompt", prompt_id), lambda: self._prompt(home, prompt_id))

    def _prompt(self, home: str, prompt_id: str) -> Prompt | None:
        from course.content.asking import asking_divs, read_prompt

        file = self.lesson_files[home]
        div = self._once(("divs", home), lambda: asking_divs(file)).get(prompt_id)
        return read_prompt(div, file) if div is not None else None

    @property
    def outline(self) -> Outline:
        """The outline of the plan; without sections when the folder has no ``plan.toml``."""
        from course.content.outline import Outline, read_outline

        file = self.outline_file
        return self._once("outline", lambda: read_outline(file) if file.is_file() else Outline())

    @property
    def outline_file(self) -> Path:
        """The file of the outline."""
        return self._said("plan.toml")

    @property
    def glossary(self) -> dict[str, str]:
        """The terms and what they mean."""
        from course.content.glossary import read_glossary

        file = self.glossary_file
        return self._once("glossary", lambda: read_glossary(file) if file.is_file() else {})

    @property
    def glossary_file(self) -> Path:
        """The file of the terms."""
        return self._said("words.toml")

    @property
    def wording(self) -> Wording:
        """The words to avoid; ours when the folder has no ``language.toml``."""
        from course.content.wording import read_wording

        return self._once("wording", lambda: read_wording(self.wording_file))

    @property
    def wording_file(self) -> Path:
        """The file of the words to avoid."""
        own = self._said("language.toml")
        return own if own.is_file() else home_of(lessons_folder(), self.language) / own.name

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the article says, claim by claim; ours when the folder has no ``article.toml``."""
        from course.content.claims import read_claims

        return self._once("claims", lambda: read_claims(self.claims_file))

    @property
    def claims_file(self) -> Path:
        """The file of the claims."""
        own = self._ours("article.toml")
        return own if own.is_file() else lessons_folder() / own.name

    @property
    def sources(self) -> dict[str, Source]:
        """Every source by its id."""
        from course.content.sources import read_sources

        file = self._ours("sources.toml")
        return self._once("sources", lambda: read_sources(file) if file.is_file() else {})

    @property
    def all_help_lines(self) -> tuple[HelpLine, ...]:
        """The help lines of all countries."""
        from course.content.help_lines import read_help_lines

        file = self.help_file
        return self._once("help", lambda: read_help_lines(file) if file.is_file() else ())

    @property
    def help_file(self) -> Path:
        """The file of the help lines."""
        return self._ours("help-lines.toml")

    def help_lines(self, region: str) -> tuple[HelpLine, ...]:
        """The help lines of one country, none of them hidden."""
        return tuple(line for line in self.all_help_lines if line.region == region)

    @property
    def safety_files(self) -> dict[str, Path]:
        """The file of each safety text. A folder can add texts, and never replace one of ours."""
        return self._once("safety", lambda: homes.of_safety(self.folders, self.language))

    def safety(self, name: str) -> SafetyText:
        """The safety text; raises ``Missing`` or ``Unreadable``."""
        return self._once(("safety", name), lambda: self._safety(name))

    def _safety(self, name: str) -> SafetyText:
        if name not in self.safety_files:
            raise Missing(f"There is no safety text “{name}”.")
        from course.content.safety import read_safety

        return read_safety(self.safety_files[name])

    def find_safety(self, name: str) -> SafetyText | None:
        """The safety text, or nothing when it is not there or cannot be read."""
        try:
            return self.safety(name)
        except (Missing, Unreadable):
            return None

    def _ours(self, name: str) -> Path:
        """A file of ours that is the same in every language."""
        return self.folders[0] / name if self.folders else Path(name)

    def _said(self, name: str) -> Path:
        """A file of ours in the course's language."""
        return home_of(self.folders[0], self.language) / name if self.folders else Path(name)

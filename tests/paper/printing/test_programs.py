"""CUPS' own programs neither hang nor ask."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from course.errors import PaperError
from course.paper.printing import programs
from course.paper.printing.programs import run


def test_a_program_that_comes_to_no_end_is_ended_and_told() -> None:
    with pytest.raises(PaperError, match="does not answer"):
        run("sleep", "60", patience=0.05)
    with pytest.raises(PaperError, match="may still come out"):
        run("sleep", "60", patience=0.05, silent="It may still come out.")


def test_a_program_has_no_terminal_and_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("LANGUAGE", "de")
    told = run("sh", "-c", "echo $LC_ALL $LANG$LANGUAGE; true 2>&- >/dev/tty || echo none")
    assert told.out.split() == ["C.UTF-8", "none"]


@pytest.mark.parametrize(
    ("system", "words"),
    [("posix", "no print service"), ("nt", "On Windows .* print it from there")],
)
def test_without_these_programs_the_way_out_is_told(
    system: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "os", SimpleNamespace(name=system, environ={}))
    with pytest.raises(PaperError, match=words):
        run("no-such-program")

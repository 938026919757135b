"""Each kind of prompt, carried from the page of its author to the paper of its learner."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from course.content.course import Course
from course.content.prompts import KINDS, Prompt
from course.content.prose import plain
from course.notebook.answers import Listed, Tabled
from course.notebook.notebook import Notebook
from course.paper.pdf import to_pdf
from course.plain.ask import ASKERS, ask_about
from course.plan.build import build
from course.session.session import Session
from course.store.form import from_bytes, to_bytes
from tests.carried import CARRIED, FOLDER, STEPS
from tests.plain.person import Person
from tests.session.small import NOON, Clock


def a_session(notebook: Notebook, seed: int, kept: list[Notebook]) -> Session:
    return Session(Course([FOLDER], "en"), notebook, kept.append, Clock(), Random(seed))


def answered(session: Session, prompt: Prompt, replies: Sequence[str]) -> Person:
    """The person who gave these replies: all of them were asked for, and nothing more."""
    person = Person(*replies)
    ask_about(person.talk, session, prompt)
    assert person.unused == 0, person.heard
    return person


def pdf_text(notebook: Notebook, folder: Path) -> str:
    """The plan on paper, as ``pdftotext`` reads it, on one line."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not on this machine")
    course = Course([FOLDER], "en")
    document = build(course, notebook, "plan", today=NOON.date(), region="US")
    file = folder / "plan.pdf"
    file.write_bytes(to_pdf(document, paper="plan", sheet="a4", made=NOON).bytes)
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True, text=True)
    return " ".join(done.stdout.split())


@pytest.fixture(scope="module")
def empty_plan(tmp_path_factory: pytest.TempPathFactory) -> str:
    return pdf_text(Notebook(), tmp_path_factory.mktemp("empty"))


@pytest.fixture(scope="module", params=STEPS, ids=lambda name: f"{STEPS[name].kind} {name}")
def name(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture(scope="module")
def first(name: str) -> tuple[Person, Notebook]:
    """Who answered for the first time, and what was kept of it last."""
    kept: list[Notebook] = []
    session = a_session(Notebook(), 1, kept)
    if before := CARRIED[name].before:
        answered(session, STEPS[before], CARRIED[before].first)
    person = answered(session, STEPS[name], CARRIED[name].first)
    assert kept[-1] is session.notebook
    return person, kept[-1]


@pytest.fixture(scope="module")
def second(name: str, first: tuple[Person, Notebook]) -> tuple[Person, Notebook]:
    """Who came back another day, opened what was kept, and changed it."""
    kept: list[Notebook] = []
    reopened = from_bytes(to_bytes(first[1]))
    person = answered(a_session(reopened, 2, kept), STEPS[name], CARRIED[name].then)
    return person, kept[-1]


def test_it_is_read_and_shown(name: str, first: tuple[Person, Notebook]) -> None:
    person, prompt = first[0], STEPS[name]
    lead = plain(prompt.lead).split("{")[0].strip().replace("’", "'")
    assert lead in person.text
    for field in ("options", "menu", "items", "boxes", "columns"):
        for part in getattr(prompt, field, ()):
            assert getattr(part, "text", None) or part.title in person.text


def test_it_is_kept_as_it_was_said(first: tuple[Person, Notebook]) -> None:
    assert from_bytes(to_bytes(first[1])) == first[1]


def test_it_is_told_when_it_is_asked_again(name: str, second: tuple[Person, Notebook]) -> None:
    told = ("Your answer so far:", "This is what is there now:")
    assert any(words in second[0].text for words in told)


def test_it_can_be_changed(
    name: str, first: tuple[Person, Notebook], second: tuple[Person, Notebook]
) -> None:
    before, after = first[1].answers[STEPS[name].id], second[1].answers[STEPS[name].id]
    assert after.rev > before.rev
    assert after.model_dump() != before.model_dump()
    assert from_bytes(to_bytes(second[1])) == second[1]


def test_it_stands_on_paper(
    name: str, second: tuple[Person, Notebook], empty_plan: str, tmp_path: Path
) -> None:
    text = pdf_text(second[1], tmp_path)
    for words in CARRIED[name].words:
        assert words in text
        assert words not in empty_plan
    assert [words for words in CARRIED[name].gone if words in text] == []


@pytest.mark.parametrize("name", ["my-triggers", "when-then"], indirect=True)
def test_a_list_keeps_its_order_and_what_was_taken_out(
    name: str, second: tuple[Person, Notebook]
) -> None:
    answer = second[1].answers[name]
    assert isinstance(answer, Listed | Tabled)
    units = answer.items if isinstance(answer, Listed) else answer.rows
    told = [getattr(unit, "text", None) or unit.cells["when"] for unit in units]
    assert told == (
        ["Payday at noon", "Wombat", "Quoll at dusk"]
        if isinstance(answer, Listed)
        else ["Monday", "Sunday"]
    )
    assert len({unit.id for unit in units}) == len(units)


# Whatever was forgotten


def test_every_step_of_the_page_is_carried() -> None:
    assert set(CARRIED) == set(STEPS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_a_kind_is_on_the_page_and_has_its_ways(kind: type[Prompt]) -> None:
    from course.ui.widgets.prompts import VIEWS

    assert kind in {type(prompt) for prompt in STEPS.values()}, "none of it in every-kind.md"
    assert kind in ASKERS, "no way to ask it by lines: course/plain/ask.py"
    assert kind in VIEWS, "no view of it: course/ui/widgets/prompts/__init__.py"


def test_there_is_no_way_without_its_kind() -> None:
    assert set(ASKERS) == set(KINDS)
    assert len({kind.kind for kind in KINDS}) == len(KINDS)

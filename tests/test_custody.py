"""What the screens are handed: locked notebooks as sessions and sentences."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from course.errors import HandrailError, NoDoor
from course.machine import Machine
from course.notebook.answers import Said
from course.notebook.erasing import without_answer
from course.session.session import Session
from course.settings_file import NAME
from tests.store.said import said
from tests.store.test_vault import OTHER, WORDS, files


class Seat:
    """A machine, and what it told."""

    def __init__(self, home: Path) -> None:
        self.told: list[str] = []
        self.machine = Machine(home, (), lambda: datetime(2026, 5, 1, tzinfo=UTC), Random(1))
        opened = self.machine.open(self.told.append, lambda notebook: None)
        self.session, self.keeping = opened.session, opened.keeping

    def say(self, text: str, prompt: str = "why") -> None:
        self.session.answer(prompt, Said(text=text))

    def lock(self, nickname: str = "sam", passphrase: str = WORDS) -> None:
        kept = self.machine.keep_locked(nickname, passphrase)
        self.session.keep_with(kept.keep, kept.found)

    def unlock(self, nickname: str = "sam", passphrase: str = WORDS) -> Session:
        return self.machine.unlock(nickname, passphrase).session


@pytest.fixture
def seat(home: Path) -> Seat:
    return Seat(home)


def test_just_for_now_writes_nothing(seat: Seat, home: Path) -> None:
    seat.say("my son")
    assert (seat.keeping, seat.machine.locked_here, seat.machine.close()) == (False, False, "")
    assert list(home.iterdir()) == []


def test_the_folder_of_home_is_made_with_the_first_paper_and_no_other_folder_is(
    tmp_path: Path,
) -> None:
    machine = Seat(tmp_path / "new" / "home").machine
    assert list(tmp_path.iterdir()) == []
    saved = machine.save_text("words", "one two", machine.papers_folder)
    assert saved == tmp_path / "new" / "home" / "words-2026-05-01.txt"
    assert saved.parent.stat().st_mode & 0o777 == 0o700
    with pytest.raises(HandrailError, match="There is no folder"):
        machine.save_text("words", "one two", tmp_path / "other")


@pytest.mark.parametrize("printer", ["true", "false"])
def test_whether_papers_may_be_printed_is_as_set(home: Path, printer: str) -> None:
    (home / NAME).write_text(f"printer = {printer}")
    assert Seat(home).machine.may_print is (printer == "true")


def test_where_people_take_turns_it_does_not_show_whether_anybody_has_a_notebook(
    home: Path,
) -> None:
    (home / NAME).write_text("shared = true")
    before = Seat(home)
    shown = (before.machine.locked_here, before.keeping)
    before.lock()
    before.machine.close()
    after = Seat(home)
    assert (after.machine.locked_here, after.keeping) == shown == (True, False)


def test_a_guest_who_locks_loses_no_word(seat: Seat, home: Path) -> None:
    seat.say("before", "one")
    seat.lock()
    seat.say("after", "two")
    assert seat.machine.close() == ""
    again = Seat(home)
    assert (again.machine.kept, again.machine.locked_here, again.keeping) == (False, True, False)
    notebook = again.unlock().notebook
    assert (said(notebook, "one"), said(notebook, "two")) == ("before", "after")


def test_the_next_person_has_a_session_of_their_own(seat: Seat) -> None:
    seat.lock()
    seat.say("his")
    seat.machine.close()
    seat.lock("ana", OTHER)
    seat.machine.close()
    session = seat.unlock()
    session.answer("more", Said(text="his again"))
    seat.machine.close()
    assert said(seat.unlock().notebook, "more") == "his again"
    assert "more" not in seat.unlock("ana", OTHER).notebook.answers


def test_a_guest_s_words_do_not_slip_into_the_notebook_that_is_unlocked(seat: Seat) -> None:
    seat.lock()
    seat.machine.close()
    seat.session.keep_nothing()
    seat.say("a guest's", "guest")
    assert "guest" not in seat.unlock().notebook.answers
    seat.machine.close()
    assert "guest" not in seat.unlock().notebook.answers


def test_a_session_that_outlived_its_turn_writes_into_nobody_s_notebook(seat: Seat) -> None:
    seat.lock()
    seat.machine.close()
    seat.lock("ana", OTHER)
    hers = seat.unlock("ana", OTHER)
    seat.say("too late")
    hers.answer("hers", Said(text="hers"))
    seat.machine.close()
    assert set(seat.unlock("ana", OTHER).notebook.answers) == {"hers"}


def test_after_locking_nothing_more_is_kept_and_the_key_is_gone(seat: Seat, home: Path) -> None:
    seat.lock()
    seat.machine.close()
    before = files(home)
    seat.say("too late")
    assert not seat.machine.locked
    assert files(home) == before
    with pytest.raises(HandrailError, match="No locked notebook is open"):
        seat.machine.new_recovery_code()


def test_passphrase_and_code_are_changed_from_the_open_notebook(seat: Seat) -> None:
    seat.lock()
    seat.say("my son")
    assert not seat.machine.has_recovery_code
    code = seat.machine.new_recovery_code()
    seat.machine.change_passphrase("sam", OTHER)
    assert seat.machine.has_recovery_code
    seat.machine.close()
    with pytest.raises(NoDoor):
        seat.unlock()
    assert said(seat.machine.recover(code).session.notebook) == "my son"
    seat.machine.drop_recovery_code()
    assert said(seat.unlock("sam", OTHER).notebook) == "my son"


def test_from_locked_to_unlocked_and_on_no_word_is_lost(seat: Seat, home: Path) -> None:
    seat.lock()
    seat.say("locked", "one")
    kept = seat.machine.keep_here()
    seat.session.keep_with(kept.keep, kept.found)
    seat.say("unlocked", "two")
    seat.machine.close()
    notebook = Seat(home).session.notebook
    assert (said(notebook, "one"), said(notebook, "two")) == ("locked", "unlocked")
    assert not seat.machine.locked_here


def test_what_is_erased_is_gone_from_every_generation(seat: Seat, home: Path) -> None:
    kept = seat.machine.keep_here()
    seat.session.keep_with(kept.keep, kept.found)
    seat.say("canary")
    notebook = without_answer(seat.session.notebook, "why", seat.session.pen.by)
    assert seat.machine.erase(notebook) == ()
    assert seat.machine.close() == ""
    assert all(b"canary" not in (home / each).read_bytes() for each in files(home))


def test_a_forgotten_notebook_opens_no_more(seat: Seat, home: Path) -> None:
    seat.lock()
    seat.machine.forget()
    assert list(home.iterdir()) == []
    with pytest.raises(NoDoor):
        seat.unlock()


def test_what_is_on_a_stick_is_joined_to_what_is_open(seat: Seat, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    seat.lock()
    seat.say("at home", "one")
    seat.machine.close()
    assert seat.machine.carry(stick, ("sam", WORDS)) == ()
    there = Seat(stick)
    session = there.unlock()
    session.answer("two", Said(text="on the way"))
    there.machine.close()
    session = seat.unlock()
    session.resume_with(seat.machine.read_from(stick, ("sam", WORDS)))
    assert said(session.notebook, "two") == "on the way"


def test_an_export_can_be_read_again(seat: Seat, tmp_path: Path) -> None:
    seat.say("my son")
    file = seat.machine.export(seat.session.notebook, tmp_path)
    assert file.name == "notebook-2026-05-01.toml"
    assert said(seat.machine.read_from(file, None)) == "my son"


def test_offered_words_are_strong_enough_and_own_ones_are_rated(seat: Seat) -> None:
    assert seat.machine.rated(seat.machine.offered_passphrase(), "sam").enough
    rated = seat.machine.rated("1234", "sam")
    assert (rated.enough, rated.words) == (False, "A computer guesses this in minutes.")


def test_an_older_copy_is_told_to_the_screen(seat: Seat, home: Path) -> None:
    seat.lock()
    seat.machine.close()
    (state,) = (home / "state").iterdir()
    state.write_text("99")
    assert seat.machine.unlock("sam", WORDS).older
    seat.machine.close()


def test_unlocking_takes_no_longer_for_a_stranger_than_for_the_owner(seat: Seat) -> None:
    seat.lock()
    seat.machine.close()

    def spent(nickname: str, passphrase: str) -> float:
        begin = time.process_time()
        with pytest.raises(NoDoor):
            seat.unlock(nickname, passphrase)
        return time.process_time() - begin

    known = min(spent("sam", "wrong") for _ in range(5))
    unknown = min(spent("nobody", "wrong") for _ in range(5))
    assert 0.7 < known / unknown < 1.4

"""Doors: two secrets open one notebook, and nobody learns more than that they do not."""

from __future__ import annotations

import os
import random
import re
import stat
from pathlib import Path

import pytest

from course.errors import Damaged, NoDoor, NotSaved, StoreError, Taken
from course.store import doors as module
from course.store import sealed
from course.store.doors import Doors, Way
from course.store.record import Record
from course.store.sealed import Cost

WORDS = "maple river candle otter"
RECORD = Record("ab" * 16, bytes(range(32)))


@pytest.fixture
def doors(tmp_path: Path) -> Doors:
    return Doors(tmp_path / "home" / "doors")


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> list[Cost]:
    """The cost of each derivation that was made."""
    done: list[Cost] = []
    real = sealed.derive

    def counted(nickname: str, passphrase: str, site: bytes, cost: Cost) -> sealed.Derived:
        done.append(cost)
        return real(nickname, passphrase, site, cost)

    monkeypatch.setattr(sealed, "derive", counted)
    return done


def file_of(doors: Doors, slot: str) -> Path:
    return doors.path / f"{slot}.sealed"


def refusal(doors: Doors, nickname: str, passphrase: str) -> str:
    with pytest.raises(NoDoor) as caught:
        doors.open(nickname, passphrase)
    return str(caught.value)


def test_name_and_passphrase_open_what_they_locked(doors: Doors) -> None:
    slot = doors.make("Sam", WORDS, RECORD)
    assert doors.open(" SAM", WORDS + "\r\n") == (RECORD, slot)


def test_an_empty_name_is_a_name(doors: Doors) -> None:
    doors.make("", WORDS, RECORD)
    assert doors.open("", WORDS)[0] == RECORD


def test_unknown_name_and_wrong_passphrase_get_one_answer_after_the_same_work(
    doors: Doors, work: list[Cost]
) -> None:
    doors.make("sam", WORDS, RECORD)
    work.clear()
    answers, efforts = set(), []
    for secrets in (("sam", "wrong"), ("nobody", WORDS), ("nobody", "wrong"), ("", "")):
        answers.add(refusal(doors, *secrets))
        efforts.append(list(work))
        work.clear()
    assert answers == {"No notebook here opens with this name and passphrase."}
    assert efforts == [[sealed.COST]] * 4


def test_where_there_is_no_door_the_answer_and_the_work_are_the_same(
    doors: Doors, work: list[Cost]
) -> None:
    assert refusal(doors, "sam", WORDS) == "No notebook here opens with this name and passphrase."
    assert work == [sealed.COST]
    assert not doors.path.parent.exists()


def test_opening_takes_one_derivation_however_many_doors_there_are(
    doors: Doors, work: list[Cost]
) -> None:
    for number in range(5):
        doors.make(f"person {number}", WORDS, RECORD)
    work.clear()
    doors.open("person 3", WORDS)
    assert len(work) == 1


def test_the_folder_tells_nothing(doors: Doors) -> None:
    before = os.umask(0)
    try:
        slots = [doors.make(name, WORDS, RECORD) for name in ("sam", "ana")]
    finally:
        os.umask(before)
    names = sorted(os.listdir(doors.path))
    assert names == sorted([".lock", *(f"{slot}.sealed" for slot in slots)])
    files = [doors.path / name for name in names]
    assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}
    assert len({each.stat().st_size for each in files if each.suffix}) == 1
    for each in files:
        for secret in (b"sam", b"ana", WORDS.encode(), RECORD.id.encode(), RECORD.key):
            assert secret not in each.read_bytes().lower()


def test_each_folder_has_a_site_word_of_its_own(tmp_path: Path) -> None:
    slots = {Doors(tmp_path / str(n)).make("sam", WORDS, RECORD) for n in range(3)}
    assert len(slots) == 3


def test_the_same_two_cannot_lock_another_notebook(doors: Doors) -> None:
    slot = doors.make("sam", WORDS, RECORD)
    before = file_of(doors, slot).read_bytes()
    with pytest.raises(Taken):
        doors.make("SAM", WORDS, Record.new())
    assert file_of(doors, slot).read_bytes() == before


def test_a_door_that_was_removed_opens_no_more(doors: Doors) -> None:
    slot = doors.make("sam", WORDS, RECORD)
    doors.remove(slot)
    doors.remove(slot)
    refusal(doors, "sam", WORDS)
    assert not doors.path.exists()


def test_no_flipped_bit_of_a_door_opens_it(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    known = sealed.derive("sam", WORDS, bytes(16))
    monkeypatch.setattr(module.secrets, "token_bytes", bytes)
    slot = doors.make("sam", WORDS, RECORD)
    doors.make("ana", WORDS, RECORD)  # who knows the site word, should ours be unreadable
    monkeypatch.setattr(sealed, "derive", lambda *_: known)  # the work is the same each time
    file = file_of(doors, slot)
    whole, dice = file.read_bytes(), random.Random(2)
    for place in {*range(120), *(dice.randrange(len(whole)) for _ in range(300))}:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << dice.randrange(8)
        file.write_bytes(flipped)
        with pytest.raises(Damaged, match=r"damaged[.] A recovery code still opens it"):
            doors.open("sam", WORDS)


@pytest.mark.parametrize("damage", [b"", b"door 1", b"\n", b"\xff" * 4000])
def test_of_a_broken_door_it_is_said_without_saying_whose(doors: Doors, damage: bytes) -> None:
    slot = doors.make("sam", WORDS, RECORD)
    file_of(doors, slot).write_bytes(damage)
    said = refusal(doors, "sam", WORDS)
    assert "One lock here is damaged. If it is yours, your recovery code" in said
    assert refusal(doors, "nobody", "wrong") == said


def test_another_s_broken_door_hinders_nobody(doors: Doors) -> None:
    file_of(doors, doors.make("ana", WORDS, RECORD)).write_bytes(b"door 1")
    doors.make("sam", WORDS, RECORD)
    assert doors.open("sam", WORDS)[0] == RECORD


def test_a_door_under_another_name_does_not_open(doors: Doors) -> None:
    sam = file_of(doors, doors.make("sam", WORDS, RECORD))
    ana = file_of(doors, doors.make("ana", WORDS, Record.new()))
    ana.write_bytes(sam.read_bytes())
    with pytest.raises(Damaged):
        doors.open("ana", WORDS)


@pytest.mark.parametrize("cost", [b"1 64", b"3 8", b"9999 64", b"3 9999999"])
def test_a_door_with_a_cost_too_low_or_absurd_is_not_even_tried(
    doors: Doors, work: list[Cost], cost: bytes
) -> None:
    file = file_of(doors, doors.make("sam", WORDS, RECORD))
    line = re.sub(
        rb"^(door 1) \d+ \d+ (\w+).*", rb"\1 " + cost + rb" \2", file.read_bytes().split(b"\n")[0]
    )
    file.write_bytes(line + b" %08x\n" % module.zlib.crc32(line) + bytes(4136))
    work.clear()
    refusal(doors, "sam", WORDS)
    assert work == [sealed.COST]


def test_a_door_of_another_fair_cost_opens_too(
    doors: Doors, monkeypatch: pytest.MonkeyPatch
) -> None:
    doors.make("sam", WORDS, RECORD)
    monkeypatch.setattr(module, "COST", Cost(2, 72))
    doors.make("ana", WORDS, RECORD)
    assert doors.open("sam", WORDS)[0] == doors.open("ana", WORDS)[0] == RECORD


def test_a_line_that_says_how_a_door_is_derived_reads_as_it_was_written() -> None:
    way = Way(bytes(range(16)), Cost(4, 128))
    assert Way.of(way.head + b"rest") == way
    assert way.head.startswith(b"door 1 4 128 000102")


def test_a_full_disk_makes_no_door(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(handle: int) -> None:
        raise OSError(28, "full")

    slot = doors.make("ana", WORDS, RECORD)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(NotSaved, match=r"^the disk is full$"):
        doors.make("sam", WORDS, RECORD)
    assert sorted(os.listdir(doors.path)) == [".lock", f"{slot}.sealed"]


def test_a_file_in_the_folder_s_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "doors").touch()
    with pytest.raises(StoreError):
        Doors(tmp_path / "doors").open("sam", WORDS)

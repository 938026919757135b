"""Sealing: what comes back is what went in, or nothing does."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import time
import unicodedata

import pytest

from course.errors import Damaged, TooNew
from course.store import sealed
from course.store.record import Locked, Record
from course.store.sealed import COST, Cost, derive, opened, seal

KEY, OTHER = bytes(range(32)), bytes(32)
SITE = b"a site word here"
RECORD = Record("ab" * 16, KEY)


@pytest.mark.parametrize("size", [0, 1, 4094, 4095, 4096, 4097, 1_000_000])
def test_every_size_comes_back_and_shows_only_its_blocks(size: int) -> None:
    content = random.Random(size).randbytes(size)
    made = seal(KEY, content, b"here")
    assert opened(KEY, made, b"here") == content
    nonce, tag = 24, 16
    assert len(made) - nonce - tag == (size // 4096 + 1) * 4096


@pytest.mark.parametrize("content", [b"\0", b"\0\0\x80", b"\x80", b"\x80\0", b"text\0\0"])
def test_content_that_looks_like_filling_comes_back(content: bytes) -> None:
    assert opened(KEY, seal(KEY, content, b""), b"") == content


def test_the_same_is_never_sealed_alike_twice() -> None:
    assert seal(KEY, b"words", b"") != seal(KEY, b"words", b"")


def test_no_flipped_bit_is_let_through() -> None:
    whole = Locked(RECORD).put_on(7, b"words")
    dice = random.Random(1)
    places = {*range(80), *(dice.randrange(len(whole)) for _ in range(400)), len(whole) - 1}
    for place in places:
        flipped = bytearray(whole)
        flipped[place] ^= 1 << dice.randrange(8)
        with pytest.raises((Damaged, TooNew)):
            Locked(RECORD).taken_off(7, bytes(flipped))


@pytest.mark.parametrize("end", [0, 1, 9, 10, 30, 48, 49, 4000, -1])
def test_no_cut_file_is_let_through(end: int) -> None:
    whole = Locked(RECORD).put_on(7, b"words")
    with pytest.raises(Damaged):
        Locked(RECORD).taken_off(7, whole[:end])
    with pytest.raises(Damaged):
        Locked(RECORD).taken_off(7, whole + b"more")


def test_another_notebook_s_file_and_one_under_another_number_are_refused() -> None:
    whole = Locked(RECORD).put_on(7, b"words")
    for stranger in (Record("cd" * 16, KEY), Record(RECORD.id, OTHER)):
        with pytest.raises(Damaged):
            Locked(stranger).taken_off(7, whole)
    with pytest.raises(Damaged):
        Locked(RECORD).taken_off(8, whole)


def test_a_later_form_says_so() -> None:
    whole = Locked(RECORD).put_on(1, b"words").replace(b"record 1\n", b"record 2\n")
    with pytest.raises(TooNew):
        Locked(RECORD).taken_off(1, whole)


def test_nothing_is_shown_of_a_key() -> None:
    derived = derive("sam", "words", SITE)
    assert repr(KEY) not in repr(RECORD)
    assert repr(derived.key) not in repr(derived)


# The derivation


def slot(nickname: str, passphrase: str, site: bytes = SITE) -> str:
    return derive(nickname, passphrase, site).slot


def test_slot_and_key_hang_on_name_passphrase_and_site() -> None:
    made = derive("sam", "words", SITE)
    assert (len(made.slot), len(made.key)) == (32, 32)
    assert derive("sam", "words", SITE) == made
    assert (
        len({made.slot, slot("mas", "words"), slot("sam", "word"), slot("sam", "words", KEY)}) == 4
    )


@pytest.mark.parametrize(
    "typed", ["SAM  Ünal", " sam ünal\n", unicodedata.normalize("NFD", "Sam Ünal"), "ｓａｍ ünal"]
)
def test_a_name_may_be_typed_in_other_ways(typed: str) -> None:
    assert slot(typed, "words") == slot("Sam Ünal", "words")


@pytest.mark.parametrize(
    "typed", ["four wörds\n", "four wörds\r\n", unicodedata.normalize("NFD", "four wörds")]
)
def test_a_pasted_passphrase_is_the_typed_one(typed: str) -> None:
    assert slot("sam", typed) == slot("sam", "four wörds")


@pytest.mark.parametrize("typed", ["Four words", " four words", "four  words", "four words "])
def test_nothing_else_of_a_passphrase_is_forgiven(typed: str) -> None:
    assert slot("sam", typed) != slot("sam", "four words")


@pytest.mark.parametrize("odd", ["", "x" * 100_000, "\ud800", "\0", "🙂"])
def test_any_text_is_a_name_and_a_passphrase(odd: str) -> None:
    assert len(slot(odd, odd)) == 32


@pytest.mark.parametrize(
    "cost", [Cost(1, 64), Cost(3, 63), Cost(3, 0), Cost(17, 64), Cost(3, 1025), Cost(3, 1 << 20)]
)
def test_a_cost_too_low_or_absurd_is_refused_before_any_work(
    cost: Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed.argon2id, "kdf", lambda *_, **__: pytest.fail("it was tried"))
    with pytest.raises(ValueError, match="cost"):
        derive("sam", "words", SITE, cost)


def test_the_cost_is_not_below_the_floor() -> None:
    assert (COST.passes, COST.mebibytes) >= (3, 64)


SHORT = """
import resource
from course.errors import TooLittleMemory
from course.store import sealed
limit = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize() + (32 << 20)
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
try:
    sealed.derive("sam", "words", bytes(16))
except TooLittleMemory as problem:
    print(problem)
"""


def test_too_little_memory_is_said_to_be_so() -> None:
    done = subprocess.run([sys.executable, "-c", SHORT], capture_output=True, text=True, check=True)
    assert done.stdout == "This computer is short of memory. Close another program and try again.\n"


def test_other_threads_go_on_while_it_derives() -> None:
    ticks, running = [0], threading.Event()
    running.set()

    def tick() -> None:
        while running.is_set():
            ticks[0] += 1
            time.sleep(0.001)

    ticker = threading.Thread(target=tick)
    ticker.start()
    derive("sam", "words", SITE)
    counted = ticks[0]
    running.clear()
    ticker.join()
    assert counted > 10  # one that holds the lock lets none through

from __future__ import annotations

import re
import tomllib
import traceback
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.errors import Damaged, HandrailError
from course.notebook.answers import Other, Said
from course.notebook.notebook import FORMAT, Notebook
from course.notebook.units import Pen
from course.store import form, salvage
from course.store.form import Newer, from_bytes, to_bytes
from course.text import clean
from tests.notebook.whole import notebooks, texts
from tests.store.said import NOON, WORDS, said, saying

BY_HAND = b"""\
format = 1
later = [1, {deep = "yes"}]

[answers.why]
shape = "said"
at = 2026-01-01T12:00:00+05:30
text = "my son"
mood = {now = "calm"}

[answers.ghost]
shape = "hologram"
at = 2026-01-01T12:00:00Z
beams = [{angle = 1.5}]
"""


@given(notebooks)
def test_every_notebook_comes_back_as_it_was(notebook: Notebook) -> None:
    once = from_bytes(to_bytes(notebook))
    assert once.answers == notebook.answers
    assert once.entries == notebook.entries
    assert once.places == notebook.places
    assert once.settings == notebook.settings
    assert to_bytes(once) == to_bytes(from_bytes(to_bytes(once)))


@given(texts)
def test_every_text_comes_back_clean(text: str) -> None:
    assert said(from_bytes(to_bytes(saying(text)))) == clean(text)


@given(texts)
def test_not_even_a_text_that_came_by_a_back_door_stops_a_save(text: str) -> None:
    notebook = Notebook().chose("mine", region=text)
    assert from_bytes(to_bytes(notebook)).settings.region == clean(text)


def test_format_stands_first_and_nothing_stands_for_nothing() -> None:
    data = to_bytes(saying())
    assert data.startswith(b"format = 1 ")
    assert b"None" not in data
    assert tomllib.loads(data.decode())["answers"]["why"]["text"] == WORDS


def test_what_only_a_later_version_knows_survives() -> None:
    again = tomllib.loads(to_bytes(from_bytes(BY_HAND)).decode())
    assert again["later"] == [1, {"deep": "yes"}]
    assert again["answers"]["why"]["mood"] == {"now": "calm"}
    assert again["answers"]["ghost"]["beams"] == [{"angle": 1.5}]


def test_an_answer_of_unknown_shape_is_there_but_shows_nothing() -> None:
    answer = from_bytes(BY_HAND).answers["ghost"]
    assert isinstance(answer, Other)
    assert answer.empty


def test_fields_of_a_later_version_are_cleaned_too() -> None:
    notebook = from_bytes(b'format = 1\n[later]\n"a\\u202e" = ["\\u001b[2J\\u0000"]\n')
    assert notebook.model_extra == {"later": {"a": ["[2J"]}}


BAD_PARTS = {
    "answers": '[answers.bad]\nshape = "said"\nat = "some day"\ntext = "kept"\n',
    "answer that is none": 'answers.bad = "kept"\n',
    "beyond the calendar": '[answers.bad]\nat = 0001-01-01T00:00:00+14:00\ntext = "kept"\n',
    "bad cell": '[answers.bad]\nshape = "tabled"\nrows = [{id = "kept", cells = {a = [1]}}]\n',
    "entries": '[[entries]]\nid = "e1"\nnote = "kept"\n',
    "no entries": 'entries = "kept"\n',
    "places": '[places.bad]\nstep = ["kept"]\n',
    "no places": 'places = "kept"\n',
    "settings": '[settings]\nrev = "kept"\n',
}


@pytest.mark.parametrize("part", BAD_PARTS.values(), ids=BAD_PARTS.keys())
def test_a_part_that_cannot_be_read_is_laid_by_and_the_rest_is_there(part: str) -> None:
    good = 'answers.why = {shape = "said", at = 2026-01-01, text = "my son"}\n'
    data = f"format = 1\n{good}{part}"
    notebook = from_bytes(data.encode())
    assert said(notebook) == "my son"
    assert "kept" in str(notebook.model_extra)
    assert from_bytes(to_bytes(notebook)) == notebook


def test_when_no_answer_can_be_read_all_are_laid_by() -> None:
    notebook = from_bytes(b"format = 1\nanswers = [1, 2]\n")
    assert notebook.model_extra == {"unread": {"answers": {"": [1, 2]}}}
    assert salvage.unread(notebook)


def test_a_part_laid_by_survives_an_answer_in_its_place() -> None:
    notebook = from_bytes(b'format = 1\n[answers.why]\nat = "when"\ntext = "old words"\n')
    answered = notebook.answered("why", Said(at=NOON, text="new words"))
    again = from_bytes(to_bytes(answered))
    assert said(again) == "new words"
    assert "old words" in str(again.model_extra)


def test_a_part_laid_by_comes_back_when_it_can_be_read() -> None:
    data = b'format = 1\n[unread.answers.why]\nshape = "said"\nat = 2026-01-01\ntext = "my son"\n'
    notebook = from_bytes(data)
    assert said(notebook) == "my son"
    assert not salvage.unread(notebook)


@pytest.mark.parametrize("strange", ["3", '["x"]', "{answers = 3}", '{odd = {a = "x"}}'])
def test_a_stranger_under_our_own_name_harms_nothing(strange: str) -> None:
    notebook = from_bytes(f"format = 1\nunread = {strange}\n[places.a]\nof = 'x'\n".encode())
    assert from_bytes(to_bytes(notebook)) == notebook


@given(st.data())
def test_a_cut_file_is_never_taken_for_whole(data: st.DataObject) -> None:
    whole = to_bytes(saying())
    end = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(Damaged):
        from_bytes(whole[:end])


@given(st.data())
def test_a_flipped_bit_never_changes_what_was_said(data: st.DataObject) -> None:
    whole = bytearray(to_bytes(saying()))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        notebook = from_bytes(bytes(whole))
    except Damaged:
        return
    assert notebook == saying()  # the flip hit the note itself


def test_a_file_changed_by_hand_is_read_once_the_check_is_out() -> None:
    changed = to_bytes(saying("old")).replace(b'"old"', b'"new"')
    with pytest.raises(Damaged):
        from_bytes(changed)
    assert said(from_bytes(re.sub(rb"  #.*", b"", changed))) == "new"


JUNK = {
    "empty": b"",
    "not TOML": WORDS.encode(),
    "not UTF-8": b'format = 1\nx = "\xff"',
    "no format": b"x = 1",
    "format of no kind": b"format = true",
    "format 0": b"format = 0",
    "deep brackets": b"format = 1\nx = " + b"[" * 2000,
    "deep names": b"format = 1\n" + b".".join([b"a"] * 300) + b" = 1",
    "endless number": b"format = 1\nx = " + b"9" * 5000,
    "endless number in hex": b"format = 1\nx = 0x" + b"f" * 5000,
}


@pytest.mark.parametrize("data", JUNK.values(), ids=JUNK.keys())
def test_junk_is_damaged_and_nothing_else(data: bytes) -> None:
    with pytest.raises(Damaged):
        from_bytes(data)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_notebook_or_damaged(data: bytes) -> None:
    for tail in (data, b"format = 1\n" + data):
        try:
            from_bytes(tail)
        except HandrailError:
            continue


@pytest.mark.parametrize(
    "broken", [f'format = 1\nx = "{WORDS}', f"{WORDS} = 1", f'format = "{WORDS}"']
)
def test_no_error_holds_a_learners_words(broken: str) -> None:
    with pytest.raises(Damaged) as caught:
        from_bytes(broken.encode())
    assert WORDS not in "".join(traceback.format_exception(caught.value))


def test_a_newer_form_can_be_read_but_says_so() -> None:
    with pytest.raises(Newer) as caught:
        from_bytes(BY_HAND.replace(b"format = 1", b"format = 99"))
    assert said(caught.value.notebook) == "my son"


def test_of_a_newer_form_whatever_can_be_read_is_shown() -> None:
    with pytest.raises(Newer) as caught:
        from_bytes(b'format = 2\nanswers = 3\n[places.one]\nstep = "a"\nat = 2026-01-01\n')
    assert caught.value.notebook.places["one"].step == "a"


def test_an_older_form_is_brought_forward_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def second(raw: dict[str, Any]) -> dict[str, Any]:
        return {**raw, "answers": raw["replies"]}

    def third(raw: dict[str, Any]) -> dict[str, Any]:
        return {**raw, "later": len(raw["answers"])}

    monkeypatch.setattr(form, "MIGRATIONS", [second, third])
    monkeypatch.setattr(form, "FORMAT", 3)
    old = BY_HAND.replace(b"answers.", b"replies.")
    assert from_bytes(old).model_extra["later"] == 2
    assert said(from_bytes(BY_HAND.replace(b"format = 1", b"format = 3"))) == "my son"


def test_there_is_a_step_for_every_older_form() -> None:
    assert len(form.MIGRATIONS) + 1 == FORMAT


def test_a_list_keeps_its_order_and_its_tombstones() -> None:
    pen = Pen("mine", iter("abc").__next__)
    items = pen.taken_out(tuple(pen.item(text) for text in ("one", "two", "three")), "b")
    raw = {"shape": "listed", "at": NOON, "items": items}
    notebook = from_bytes(to_bytes(Notebook(answers={"list": raw})))
    assert [item.text for item in notebook.answers["list"].present] == ["one", "three"]

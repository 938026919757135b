"""What whoever runs the machine decides."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from course import settings_file
from course.errors import HandrailError
from course.settings_file import NAME, TEMPLATE, MachineSettings, found, read
from tests.test_cli import handrail

FULL = """
shared = true
guest_first = false
lock_minutes = 3
country = "IE"
language = "en"
printer = false
notebooks = "/srv/notebooks"
"""


@pytest.fixture(autouse=True)
def machine_wide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine's own file that is not that of the tester's machine."""
    file = tmp_path / "etc" / NAME
    file.parent.mkdir()
    monkeypatch.setattr(settings_file, "MACHINE_WIDE", file)
    return file


def written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / NAME).write_text(text)
    return folder / NAME


def test_without_a_file_it_is_a_machine_of_one_s_own(home: Path) -> None:
    assert found(home) == found(None) == MachineSettings()
    assert not MachineSettings().shared


def test_all_of_it_is_read(tmp_path: Path) -> None:
    assert read(written(tmp_path, FULL)) == MachineSettings(
        shared=True,
        guest_first=False,
        lock_minutes=3,
        country="IE",
        language="en",
        printer=False,
        notebooks=Path("/srv/notebooks"),
    )


def test_a_shared_machine_offers_just_for_now_first_and_locks_sooner(tmp_path: Path) -> None:
    shared = read(written(tmp_path, "shared = true\n"))
    assert (shared.guest_first, shared.lock_minutes) == (True, 2)


def test_the_template_says_what_counts_while_it_is_off(tmp_path: Path) -> None:
    assert read(written(tmp_path, TEMPLATE)) == MachineSettings()
    on = re.sub(r"^# (\w+ = )", r"\1", TEMPLATE, flags=re.MULTILINE)
    assert read(written(tmp_path, on)) == MachineSettings()
    assert all(f"\n{key} = " in on for key in asdict(MachineSettings()))
    assert max(map(len, TEMPLATE.splitlines())) <= 100


def test_the_nearest_file_counts_alone(home: Path, machine_wide: Path, tmp_path: Path) -> None:
    written(machine_wide.parent, 'country = "UK"\nshared = true')
    assert found(home).country == found(None).country == "UK"
    written(tmp_path / "tester" / "config" / "handrail", 'country = "IE"')
    assert (found(home).country, found(home).shared) == ("IE", False)
    written(home, 'country = "NZ"')
    assert (found(home).country, found(None).country) == ("NZ", "IE")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("shared = yes", "line 1 cannot be read"),
        (
            "shared = true\ncountry = UK",
            "line 2 cannot be read; compare it with: handrail",
        ),
        ("x = " + "[" * 2000, "cannot be read"),
        ("shred = true", "there is no setting called shred"),
        ('shared = "true"', "shared: true or false"),
        ("lock_minutes = 0", "lock_minutes: a whole number from 1 to 600"),
        ("lock_minutes = true", "lock_minutes: a whole number from 1 to 600"),
        ("lock_minutes = 1.5", "lock_minutes: a whole number from 1 to 600"),
        ('country = "uk"', "country: one of US, CA, UK"),
        ("country = 7", "country: one of US, CA, UK"),
        ('language = "xx"', "language: one of en"),
        ("printer = 1", "printer: true or false"),
        ('notebooks = "here"', "notebooks: a folder's whole path"),
        ('notebooks = "~nobody-here/x"', "notebooks: a folder's whole path"),
    ],
)
def test_a_mistake_gets_one_clear_line(home: Path, text: str, said: str) -> None:
    file = written(home, text)
    with pytest.raises(HandrailError) as caught:
        found(home)
    assert str(caught.value).startswith(f"{file}: ")
    assert said in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_a_file_from_an_editor_that_begins_with_a_mark_is_read(home: Path) -> None:
    (home / NAME).write_text("shared = true", "utf-8-sig")
    assert found(home).shared


def test_bytes_that_are_no_text_get_one_clear_line(home: Path) -> None:
    (home / NAME).write_bytes(b"\xff\xfe")
    with pytest.raises(HandrailError, match="cannot be read"):
        found(home)


def test_a_bad_file_stops_the_course_but_not_the_help(home: Path) -> None:
    written(home, "shred = true")
    for words in (["plan"], ["export", str(home)]):
        done = handrail(*words, "--home", home)
        assert done.returncode == 1
    done = handrail("help-now", "--home", home)
    assert done.returncode == 0
    assert "naloxone" in done.stdout.lower()


def test_help_now_knows_the_machine_s_country(home: Path) -> None:
    written(home, 'country = "NZ"')
    assert "111" in handrail("help-now", "--home", home).stdout


def test_the_command_prints_the_template() -> None:
    assert handrail("settings-file").stdout == TEMPLATE

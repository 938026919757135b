"""What to do and whom to call needs no files, and says what the files say."""

import subprocess
import sys
import tomllib

import pytest

from course import emergency
from course.content.prose import Items, filled, words
from course.places import lessons_folder
from tests.ours import our_course

REGIONS = tuple(emergency.EMERGENCY)


@pytest.mark.parametrize("region", ["", *REGIONS])
def test_the_six_steps_are_those_of_the_safety_text(region: str) -> None:
    written = our_course().safety("overdose-steps").prose
    (steps,) = filled(written, {"emergency": emergency.emergency_number(region)})
    assert isinstance(steps, Items)
    assert steps.numbered
    shown = tuple(f"{name} {what}" for name, what in emergency.overdose_steps(region))
    assert shown == tuple(map(words, steps.items))


def test_the_numbers_are_those_of_the_help_lines() -> None:
    first: dict[tuple[str, str], str] = {}
    for line in our_course().all_help_lines:
        first.setdefault((line.region, line.kind), line.contact)
    assert {region: first[region, "emergency"] for region in REGIONS} == emergency.EMERGENCY
    assert {region: first[region, "crisis"] for region in REGIONS} == emergency.CRISIS


def test_every_region_with_lines_has_a_number_and_a_name() -> None:
    file = lessons_folder() / "help-lines.toml"
    regions = {line["region"] for line in tomllib.loads(file.read_text())["lines"]} - {"WORLD"}
    assert regions == set(REGIONS) == set(emergency.PLACES)


def test_an_unknown_region_gets_all_common_numbers_with_their_places() -> None:
    for number in ("911 (US, Canada)", "112 (Europe)", "999 (UK, Ireland)"):
        assert number in emergency.emergency_number("")
        assert number in emergency.crisis_number("??")


def test_no_step_has_anything_left_to_fill_in() -> None:
    assert "{" not in emergency.overdose_text("") + emergency.overdose_text("AU")


def test_it_needs_nothing_else_of_the_course() -> None:
    code = (
        "import sys, course.emergency; "
        "print(*sorted(m for m in sys.modules if m.startswith('course.')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["course.emergency", "course.language"]

"""The shortest way to a card: how many keys it takes, and that nothing but the card is written."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.audit import watched
from tests.journey import Answering
from tests.learner import HANDRAIL

MOST_KEYS = 52
"""48 when this was written: one page more may come, another walk through menus may not."""


def test_a_card_is_few_keys_away_and_the_only_thing_written(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Just for now; one reason, two people, three pairs, all from menus; then the card."""
    places = {name: str(tmp_path / name) for name in ("HOME", "TMPDIR", "work")}
    for place in places.values():
        Path(place).mkdir()
    work = places.pop("work")
    places |= dict.fromkeys(("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"))
    with watched([HANDRAIL], env=places, cwd=work) as (terminal, watch):
        learner = Answering(terminal)
        terminal.wait_for("How do you want to take it?", timeout=30)
        learner.press("1")
        terminal.wait_for("▌ 1 Just for now")
        learner.press("enter")
        learner.open("Quick start")
        _quick_start_from_menus(learner)
        learner.press("r")
        terminal.wait_for("▌ 2 [ ] My card")
        assert watch.events == []
        assert _files(tmp_path) == []
        learner.press("enter")
        terminal.wait_for("Nothing was overwritten", timeout=60)
        keys = terminal.keys_pressed
        (card,) = _files(tmp_path)
        assert card.read_bytes().startswith(b"%PDF-")
        _write_and_read_on(learner)
        assert {event.kind for event in watch.events} == {"write"}
        assert all(str(card) in event.detail for event in watch.writes), watch.writes
        terminal.press("ctrl+q")
        terminal.wait_for("Before you go")
        terminal.press("enter")
        assert terminal.exit_code(timeout=30) == 0
    assert _files(tmp_path) == [card]
    record_property("fewest keys from the first start to a saved card", keys)
    assert keys <= MOST_KEYS


def _quick_start_from_menus(learner: Answering) -> None:
    """Enter on whatever is highlighted, except for a second person."""
    terminal, people = learner.terminal, 0
    while learner.enter != "Finish":
        if "Who could you call" in terminal.text and "+ Add another" in terminal.text:
            people += 1
            if people == 1:
                learner.press("up")
        skipped = "Naloxone can bring back breathing" in terminal.text
        learner.press("right" if skipped else "enter")
    assert people == 2
    learner.press("enter")
    terminal.wait_for(re.compile("● +Quick start +done"), timeout=30)


def _write_and_read_on(learner: Answering) -> None:
    """A reason of one's own; the plan, with it in; and Help."""
    terminal = learner.terminal
    learner.press("escape")
    learner.open("Quick start")
    learner.skip_to(2)
    learner.press("tab")
    terminal.type("My garden")
    learner.press("enter")
    learner.press("escape")
    terminal.wait_for("Your path")
    learner.press("p")
    terminal.wait_for("My garden")
    learner.press("f1")
    terminal.wait_for("Someone will not wake up")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if not path.is_dir()]

"""On every screen, words that are out to break it: no crash, nothing obeyed, nothing run."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.hostile import HOSTILE
from tests.terminal import Terminal
from tests.ui.scenes import SCENES

SHOWN_ON = {
    *("HomeScreen", "LessonScreen", "PlanScreen", "EditScreen", "TakenOutScreen", "HelpNowScreen"),
    *(
        "PapersScreen",
        "PrintScreen",
        "PreviewScreen",
        "RecoveryScreen",
        "SettingsScreen",
        "WaysScreen",
        "EraseScreen",
        "OlderScreen",
    ),
}
"""The screens on which a person's words, or the names of their files, are to be read."""
ALL_OF_THEM = {"LessonScreen", "PlanScreen", "PreviewScreen"}
"""Where a high window has room for each of the texts."""

SEQUENCE = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|[]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)|.)", re.DOTALL)
SENT_BY_TEXTUAL = re.compile(
    r"\x1b(\[[\d;]*[mHJK]"  # colours, places, wiping
    r"|\[\?(25|7|1000|1003|1004|1006|1015|1016|1049|2004|2026|2031|2048)[hl]"  # modes
    r"|\[\?(2026|2048)\$p|\[[<>=]\d*u|\[\?u"  # what can you do?
    r"|]22;[a-z]+\x07)"  # the shape of the mouse
)
NOT_TO_BE_SENT = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class Played:
    """What came of playing every scene."""

    raw: bytes
    scenes: list[dict[str, Any]]

    @property
    def shown(self) -> dict[str, set[int]]:
        """Which of the texts were seen, screen by screen."""
        found: dict[str, set[int]] = {}
        for scene in self.scenes:
            for screen, texts in scene["shown"].items():
                found.setdefault(screen, set()).update(texts)
        return found


def play(report: Path, start: int, height: int) -> Played:
    command = [sys.executable, "-m", "tests.ui.played", report, str(start)]
    with Terminal(command, size=(80, height)) as terminal:
        assert terminal.exit_code(timeout=400) == 0, terminal.text
        scenes = [json.loads(line) for line in report.read_text().splitlines()]
        return Played(terminal.raw, scenes)


@pytest.mark.slow
@pytest.mark.parametrize(("start", "height"), [(0, 24), (10, 120)], ids=["small", "high"])
def test_no_screen_breaks_or_obeys(tmp_path: Path, start: int, height: int) -> None:
    played = play(tmp_path / "report", start, height)
    assert [scene["scene"] for scene in played.scenes] == list(SCENES)
    assert {scene["scene"]: scene["amiss"] for scene in played.scenes if scene["amiss"]} == {}
    assert obeyed(played.raw) == []
    assert played.shown.keys() == SHOWN_ON
    if height > 100:
        every = set(range(len(HOSTILE)))
        assert {screen for screen in SHOWN_ON if played.shown[screen] == every} >= ALL_OF_THEM


def obeyed(raw: bytes) -> list[str]:
    """What the terminal was sent that Textual would not send by itself."""
    text = raw.decode()
    strange = {each[0] for each in SEQUENCE.finditer(text) if not _textuals_own(each[0])}
    return sorted(strange | set(NOT_TO_BE_SENT.findall(SEQUENCE.sub("", text))))


def _textuals_own(sequence: str) -> bool:
    return "31337" not in sequence and SENT_BY_TEXTUAL.fullmatch(sequence) is not None


@pytest.mark.parametrize(
    "sent", ["\x1b]52;c;QQ==\x07", "\x1b[6n", "\x1bc", "\x9b", "\x1b[31337;1H", "\u202e", "\a"]
)
def test_what_is_obeyed_is_found(sent: str) -> None:
    assert obeyed(f"\x1b[?25l\x1b[1;1H\x1b[38;2;1;2;3mone\r\n{sent}two".encode()) == [sent]

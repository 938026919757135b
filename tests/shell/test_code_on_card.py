"""The code on the wallet card calls whom the learner chose, also after a restart."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from course.paper.pdf import Pdf
from course.store.form import to_bytes
from tests.paper.pictures import codes_on, needs_zbar
from tests.paper.test_pdf import needs_poppler
from tests.terminal import Terminal
from tests.ui.filled import notebook

HANDRAIL = [sys.executable, "-m", "course", "--home"]


def code_on_card(home: Path, name: str) -> set[str]:
    """What a phone reads from the card that the command makes."""
    card = home / name
    command = [*HANDRAIL, home, "plan", "--paper", "wallet", "--pdf", card]
    subprocess.run(command, check=True, capture_output=True)
    return set(codes_on(Pdf(card.read_bytes(), 1)))


@needs_poppler
@needs_zbar
def test_a_line_chosen_by_keys_is_on_the_paper_and_still_chosen_next_time(home: Path) -> None:
    (home / "notebook").mkdir(parents=True)
    (home / "notebook" / "notebook-00000001.toml").write_bytes(to_bytes(notebook("US")))
    assert code_on_card(home, "before.pdf") == {"tel:18006624357"}
    with Terminal([*HANDRAIL, home]) as terminal:
        terminal.wait_for("Your path")
        terminal.press("r")
        terminal.wait_for("Wallet card")
        terminal.press("4", "c", "1", "enter")
        terminal.wait_for("988 Lifeline, 988")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert code_on_card(home, "after.pdf") == {"tel:988"}
    with Terminal([*HANDRAIL, home]) as terminal:
        terminal.wait_for("Your path")
        terminal.press("r")
        terminal.wait_for("Wallet card")
        terminal.press("4")
        terminal.wait_for("988 Lifeline, 988")

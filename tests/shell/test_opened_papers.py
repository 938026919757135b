"""Where nothing prints, a paper is saved and opened in the computer's own viewer."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from course.store.form import to_bytes
from tests.openers import Opener
from tests.terminal import Terminal
from tests.ui.filled import notebook

HANDRAIL = [sys.executable, "-m", "course", "--home"]


def test_printing_without_a_print_service_saves_the_paper_opens_it_and_offers_to_delete_it(
    home: Path, tmp_path: Path
) -> None:
    (home / "notebook").mkdir(parents=True)
    (home / "notebook" / "notebook-00000001.toml").write_bytes(to_bytes(notebook("US")))
    (home / "handrail.toml").write_text("shared = true")
    opener = Opener(tmp_path / "bin", "xdg-open")
    env = {"PATH": str(opener.folder), "DISPLAY": ":9"}
    with Terminal([*HANDRAIL, home], env=env) as terminal:
        terminal.wait_for("Your path")
        terminal.press("r")
        terminal.wait_for("P Print")
        terminal.press("f", "f", "1", "p")  # it is a PDF, whatever form is chosen
        terminal.wait_for("It opens in a window of its own")
        (path,) = map(Path, opener.given)
        assert path.parent == home
        assert path.read_bytes().startswith(b"%PDF")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        terminal.press("d")
        terminal.wait_for("It is gone from here")
        assert not path.exists()
        terminal.wait_gone("O Open")

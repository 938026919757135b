"""Under .ci/run a test that is skipped is a test that failed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GATE = HERE.parent / ".ci" / "run"

SKIPS = {
    "a mark": "import pytest\n@pytest.mark.skip(reason='no printer')\ndef test_it(): pass",
    "a call": "import pytest\ndef test_it(): pytest.skip('no printer')",
    "a fixture": (
        "import pytest\n@pytest.fixture\ndef gone(): pytest.skip('no printer')\n"
        "def test_it(gone): pass"
    ),
    "a module": "import pytest\npytest.skip('no printer', allow_module_level=True)",
}


def run_pytest(folder: Path, test: str, *options: str, ci: bool) -> tuple[int, str]:
    shutil.copy(HERE / "conftest.py", folder)
    (folder / "test_it.py").write_text(test)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "HANDRAIL"))}
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-rs", "-c", os.devnull, "--rootdir=.", *options],
        cwd=folder,
        env=environment | ({"HANDRAIL_CI": "1"} if ci else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout


@pytest.mark.parametrize("way", SKIPS)
@pytest.mark.parametrize("workers", [(), ("-n2",)], ids=["alone", "with workers"])
def test_whatever_skips_fails_under_ci_and_says_why(
    way: str, workers: tuple[str, ...], tmp_path: Path
) -> None:
    code, output = run_pytest(tmp_path, SKIPS[way], *workers, ci=True)
    assert code not in (0, 5)
    assert "nothing is skipped under .ci/run" in output
    assert "no printer" in output


def test_elsewhere_a_skip_is_a_skip(tmp_path: Path) -> None:
    code, output = run_pytest(tmp_path, SKIPS["a call"], ci=False)
    assert code == 0
    assert "no printer" in output


def test_a_test_that_passes_passes_under_ci(tmp_path: Path) -> None:
    assert run_pytest(tmp_path, "def test_it(): pass", ci=True)[0] == 0


def test_the_gate_is_a_sound_script_that_names_no_registry() -> None:
    assert os.access(GATE, os.X_OK)
    subprocess.run(["bash", "-n", GATE], check=True)
    assert not re.search(r"https?://|index-url|--index", GATE.read_text())


def test_the_gate_runs_the_command_the_readme_promises() -> None:
    assert "'pip install uv && uv run pytest'" in GATE.read_text()
    assert "pip install uv && uv run pytest" in (HERE.parent / "README.md").read_text()

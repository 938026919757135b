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

PYTEST = (sys.executable, "-m", "pytest", "--continue-on-collection-errors")
SKIPS = {
    "a_mark_test.py": "import pytest\n@pytest.mark.skip(reason='no printer')\ndef test_it(): pass",
    "a_call_test.py": "import pytest\ndef test_it(): pytest.skip('no printer')",
    "a_fixture_test.py": (
        "import pytest\n@pytest.fixture\ndef gone(): pytest.skip('no printer')\n"
        "def test_it(gone): pass"
    ),
    "a_module_test.py": "import pytest\npytest.skip('no printer', allow_module_level=True)",
}
"""Every way to skip, each in a file of its own."""
SOUND = {"sound_test.py": "def test_it(): pass"}


def run_pytest(folder: Path, *options: str, ci: bool) -> subprocess.CompletedProcess[str]:
    shutil.copy(HERE / "conftest.py", folder)
    for name, test in (SKIPS | SOUND).items():
        (folder / name).write_text(test)
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "HANDRAIL"))}
    return subprocess.run(
        [*PYTEST, "-rA", "-c", os.devnull, "--rootdir=.", *options],
        cwd=folder,
        env=environment | ({"HANDRAIL_CI": "1"} if ci else {}),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "workers",
    ["-n0", pytest.param("-n2", marks=pytest.mark.slow)],
    ids=["alone", "with workers"],
)
def test_whatever_skips_fails_under_ci_and_says_why(workers: str, tmp_path: Path) -> None:
    run = run_pytest(tmp_path, workers, ci=True)
    assert run.returncode == pytest.ExitCode.TESTS_FAILED
    for name in SKIPS:
        why = rf"{name}\S*: nothing is skipped under \.ci/run\. .*no printer"
        assert re.search(why, run.stdout), f"{name} was skipped:\n{run.stdout}"
    assert "PASSED sound_test.py::test_it" in run.stdout


def test_elsewhere_a_skip_is_a_skip(tmp_path: Path) -> None:
    run = run_pytest(tmp_path, "-n0", ci=False)
    assert run.returncode == pytest.ExitCode.OK
    assert "1 passed, 4 skipped" in run.stdout
    assert run.stdout.count("no printer") == len(SKIPS)


def test_the_gate_is_a_sound_script_that_names_no_registry() -> None:
    assert os.access(GATE, os.X_OK)
    subprocess.run(["bash", "-n", GATE], check=True)
    assert not re.search(r"https?://|index-url|--index", GATE.read_text())


def test_the_gate_runs_the_command_the_readme_promises() -> None:
    assert "'pip install uv && uv run pytest'" in GATE.read_text()
    assert "pip install uv && uv run pytest" in (HERE.parent / "README.md").read_text()

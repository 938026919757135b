"""What every test shares: a home of nobody's, and the rule that CI skips nothing."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest

UNDER_CI = bool(os.environ.get("HANDRAIL_CI"))  # set by .ci/run

TESTERS_OWN = dict(os.environ)  # for tools such as uv, which keep their cache in the real home

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True)
hypothesis.settings.load_profile("ci" if UNDER_CI else "here")


@pytest.fixture(autouse=True)
def _nobodys_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tester's own notebook, language, colours and time zone out of every test."""
    tester = tmp_path / "tester"
    monkeypatch.setenv("HOME", str(tester))
    for kind in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tester / kind.lower()))
    for name in list(os.environ):
        if name.startswith(("LC_", "TEXTUAL")) or name in (
            "LANGUAGE",
            "NO_COLOR",
            "COLUMNS",
            "LINES",
            "PYTHONDONTWRITEBYTECODE",  # else each program under test is compiled anew
        ):
            monkeypatch.delenv(name)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TZ", "UTC")
    if sys.platform != "win32":
        time.tzset()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty folder for `--home`."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def testers_own() -> dict[str, str]:
    """The environment as it was before the tests changed it, for a tool like uv."""
    return TESTERS_OWN


@pytest.fixture
def quick_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Pilot go on as soon as the app's own tasks have had their turn.

    Textual sleeps three times 20 ms around each key to find out whether the process is idle; most
    tests of screens need no such pause. Call `await pilot.pause()` before looking.
    """
    from tests.ui.waiting import one_turn  # a test of the gate takes this file elsewhere

    monkeypatch.setattr("textual.app.wait_for_idle", one_turn)
    monkeypatch.setattr("textual.pilot.wait_for_idle", one_turn)


def _forbid_skipping(report: pytest.TestReport | pytest.CollectReport) -> None:
    if UNDER_CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: nothing is skipped under .ci/run. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one under CI."""
    report = yield
    _forbid_skipping(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a skipped module into a failed one under CI."""
    report = yield
    _forbid_skipping(report)
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell what tests counted on their way, e.g. the keys from the first start to a card."""
    for report in terminalreporter.getreports("passed"):
        for counted, number in report.user_properties:
            terminalreporter.write_line(f"{counted}: {number}")

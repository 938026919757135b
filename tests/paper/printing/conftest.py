"""One print service for the tests of a worker, and a printer of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.paper.print_server import PrintServer, TestPrinter, print_server


@pytest.fixture(scope="session")
def _running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrintServer]:
    with print_server(tmp_path_factory.mktemp("cups")) as server:
        yield server


@pytest.fixture
def server(_running: PrintServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    """The print service of this computer, so long as the test runs. Nothing is left in it."""
    monkeypatch.setenv("CUPS_SERVER", _running.address)
    yield _running
    _running.clear()


@pytest.fixture
def printer(server: PrintServer) -> TestPrinter:
    """A printer that is ready."""
    return server.printer("hall")

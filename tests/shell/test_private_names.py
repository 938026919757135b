"""The private Textual names the shell relies upon. An upgrade that drops one fails here, loudly."""

from __future__ import annotations

import inspect

import pytest
import textual.drivers.linux_driver as driver
from textual.app import App

from course.ui.shell import Shell


@pytest.mark.parametrize(
    "name",
    ["_fatal_error", "_close_messages_no_wait", "panic", "_handle_exception", "_begin_batch"],
)
def test_textual_still_has_the_method(name: str) -> None:
    assert callable(getattr(App, name))


@pytest.mark.parametrize("name", ["_exit_renderables", "_clipboard", "_exception", "_driver"])
def test_textual_still_has_the_attribute(name: str) -> None:
    assert hasattr(Shell(), name)


def test_a_crash_still_goes_through_the_methods_we_replace() -> None:
    source = inspect.getsource(App._handle_exception)
    assert "self._fatal_error()" in source
    assert "self.panic(" in source


def test_the_driver_still_decodes_with_the_name_we_replace() -> None:
    assert 'getincrementaldecoder("utf-8")' in inspect.getsource(driver.LinuxDriver)


def test_the_driver_still_writes_with_the_thread_we_wrap() -> None:
    assert "= WriterThread(self._file)" in inspect.getsource(driver.LinuxDriver)

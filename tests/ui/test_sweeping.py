"""Sweeping the memory while work goes on behind the screen, such as a paper that prints."""

from collections.abc import Callable, Iterator
from functools import cache
from threading import Event, Thread

from tests.ui.outside import TestOutside, app_over


class Leaving:
    """Does something when it leaves the memory."""

    def __init__(self, last: Callable[[], object]) -> None:
        self._last = last

    def __del__(self) -> None:
        self._last()


def test_what_another_thread_is_making_is_not_broken_by_sweeping() -> None:
    begun, may, made = Event(), Event(), []

    def numbers() -> Iterator[int]:
        yield 1
        begun.set()
        assert may.wait(20)
        yield 2

    worker = Thread(target=lambda: made.append(tuple(numbers())))

    def in_the_midst() -> None:
        may.set()
        worker.join(20)

    @cache
    def remembers(_number: int) -> Leaving:
        return Leaving(in_the_midst)

    remembers.__module__ = "course.paper.anything"  # one of those that are swept
    remembers(1)
    worker.start()
    assert begun.wait(20)
    app_over(TestOutside()).sweep(lambda: None)
    assert made == [(1, 2)]

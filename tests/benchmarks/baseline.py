"""The baseline: what bare Textual needs for the same, so that a figure means something anywhere.

python tests/benchmarks/baseline.py          Header, Static and Footer: the floor of a start
python tests/benchmarks/baseline.py list     a list of twelve between them instead
python tests/benchmarks/baseline.py field    a field to type in
python tests/benchmarks/baseline.py page     pages to turn with `right` and `left`
"""

import sys

from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Footer, Header, Input, OptionList, Static

PAGES = [
    "Hello, world\n\nIt is less like mending a broken arm and more like living with asthma. You "
    "learn what sets it off. You take care of it. You have good years, and hard weeks, too.\n\n"
    "You do not have to be done to be doing well. Here are two words that people mix up.",
    "Another page\n\nThis is as long as the first, but says something else on every one of its "
    "rows, since a row that stays as it is costs nothing to paint.\n\n"
    "The pages of a lesson differ in that way, and in their length by a row or two, no more.",
]


class Baseline(App[None]):
    """A title, one widget and the keys."""

    BINDINGS = [("right,left", "turn", "Turn the page"), ("ctrl+q", "quit", "Leave")]
    page = 0

    def __init__(self, shows: str = "page") -> None:
        super().__init__()
        self.shows = shows

    def compose(self) -> ComposeResult:
        yield Header()
        yield self.between()
        yield Footer()

    def between(self) -> Widget:
        if self.shows == "list":
            return OptionList(*(f"Item {number}" for number in range(1, 13)))
        return Input(placeholder="Type here") if self.shows == "field" else Static(PAGES[0])

    def action_turn(self) -> None:
        self.page = 1 - self.page
        self.query_one(Static).update(PAGES[self.page])


if __name__ == "__main__":
    Baseline(*sys.argv[1:]).run()

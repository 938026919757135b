"""A heading, and at the other end of its line what there is to know at once."""

from __future__ import annotations

from textual.content import Content

from course.ui.widgets.laid import Laid


class Heading(Laid):
    """One line below an empty one; where both do not fit, what stands at the right goes below."""

    DEFAULT_CSS = "Heading { height: auto; width: 1fr; margin-top: 1; text-wrap: nowrap; }"

    def __init__(self, words: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._words, self._at_right = words, ""

    def tell(self, at_right: str) -> None:
        """Say this at the right."""
        self._at_right = at_right
        self.draw_again()

    def text_at(self, width: int) -> Content:
        """The heading in bold; one cell stays free at the right, as in the rows below."""
        words = Content.styled(self._words, "bold $secondary")
        right = Content.styled(self._at_right, "$secondary")
        room = width - words.cell_length - right.cell_length - 1
        return words.pad_right(room) + right if room > 1 else Content("\n").join([words, right])

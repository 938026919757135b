"""A paper as Typst sets it: its bytes, and what its template says about it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

_TEMPLATES = Path(__file__).parent / "templates"
_STANDARDS: list[Any] = ["ua-1", "a-2a"]


class Draft:
    """A template, set with what it is given.

    What Typst set before it does not set again, so a plan with one new word is soon made. That
    holds only while its settings stay the same, and so what is given comes as a file in memory: a
    comment of one line, which ``style.typ`` reads as JSON and nothing ever runs.
    """

    def __init__(self, template: str, given: dict[str, Any], fonts: typst.Fonts) -> None:
        import typst

        self._file = _file(template, given)
        self._compiler = typst.Compiler(
            self._file,
            root=str(_TEMPLATES),
            font_paths=fonts,
            package_path=str(_TEMPLATES),
            package_cache_path=str(_TEMPLATES),
        )
        self._said = json.loads(self._compiler.query("metadata"))

    def said(self, label: str) -> list[Any]:
        """What the template left under that label, in its order."""
        return [it["value"] for it in self._said if it.get("label") == f"<{label}>"]

    @property
    def pages(self) -> int:
        """How many it takes."""
        (pages,) = self.said("pages")
        return int(pages)

    def pdf(self, made: datetime) -> bytes:
        """As a tagged PDF, made at that moment."""
        stamp = made.astimezone(UTC).replace(microsecond=0)
        pdf = self._compiler.compile(
            self._file,  # forgotten since it was set
            root=str(_TEMPLATES),
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=stamp,
        )
        assert isinstance(pdf, bytes)  # a list only for pictures, one for each page
        return pdf


def _file(template: str, given: dict[str, Any]) -> Any:
    lines = f'//{json.dumps(given, ensure_ascii=True)}\n#include "{template}.typ"\n'
    return {"main.typ": lines.encode()}

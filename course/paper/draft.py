"""A paper as Typst sets it: its bytes, and what its template says about it."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from functools import cache, cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import typst

_TEMPLATES = str(Path(__file__).parent / "templates")
_STANDARDS: list[Any] = ["ua-1", "a-2a"]
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")
_ONE_AT_A_TIME = Lock()


class Draft:
    """A template, set with what it is given, as a tagged PDF made at that moment.

    What Typst set before it does not set again, so a plan with one new word is soon made. That
    holds only while its settings stay the same, and so what is given comes as a file in memory,
    which ``style.typ`` reads.
    """

    def __init__(
        self, template: str, given: dict[str, Any], fonts: typst.Fonts, made: datetime
    ) -> None:
        self.template = template
        self._files = _files(template, given)
        self._fonts = fonts
        with _ONE_AT_A_TIME:
            pdf = _engine(fonts).compile(
                self._files,
                root=_TEMPLATES,
                format="pdf",
                pdf_standards=_STANDARDS,
                timestamp=made.astimezone(UTC).replace(microsecond=0),
            )
        assert isinstance(pdf, bytes)  # a list only for pictures, one for each page
        self.pdf = pdf

    @property
    def pages(self) -> int:
        """How many it takes."""
        found = _PAGES.search(self.pdf)
        assert found is not None  # it stands at the top of every file
        return int(found[1])

    def said(self, label: str) -> list[Any]:
        """What the template left under that label, in its order."""
        return [it["value"] for it in self._said if it.get("label") == f"<{label}>"]

    @cached_property
    def _said(self) -> list[dict[str, Any]]:
        said: list[dict[str, Any]] = json.loads(_new(self._fonts, self._files).query("metadata"))
        return said


def _files(template: str, given: dict[str, Any]) -> Any:
    return {
        "main.typ": f'#include "{template}.typ"'.encode(),
        "given.json": json.dumps(given, ensure_ascii=False).encode(),
    }


@cache
def _engine(fonts: typst.Fonts) -> typst.Compiler:
    """One for all papers: it knows the templates once it has read them."""
    return _new(fonts)


def _new(fonts: typst.Fonts, files: Any = None) -> typst.Compiler:
    import typst

    return typst.Compiler(
        files,
        root=_TEMPLATES,
        font_paths=fonts,
        package_path=_TEMPLATES,
        package_cache_path=_TEMPLATES,
    )

"""The barest way to a PDF: two pages of words set by Typst in our fonts, and nothing around them.

python bare_paper.py FILE
"""

from __future__ import annotations

import sys
import tempfile
from importlib.resources import files
from pathlib import Path

import typst

WORDS = '#set page(paper: "a4")\n#set text(font: "Source Sans 3")\n' + "Words to read. " * 480


def fonts() -> typst.Fonts:
    """The files that come with us."""
    packages = ("fontpkg_source_sans_3", "fontpkg_source_serif_4")
    folders = [str(Path(str(files(package))) / "files") for package in packages]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def two_pages(source: Path, known: typst.Fonts) -> bytes:
    """Set once."""
    pdf = typst.Compiler(str(source), font_paths=known).compile(format="pdf")
    assert isinstance(pdf, bytes)
    return pdf


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "words.typ"
        source.write_text(WORDS)
        Path(sys.argv[1]).write_bytes(two_pages(source, fonts()))

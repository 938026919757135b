"""A code that a phone's camera reads: drawn as a picture by us, never from a learner's words."""

from __future__ import annotations

import io
from functools import cache


@cache
def drawn(words: str) -> str:
    """The code as SVG, with the quiet border that it needs around it."""
    import segno  # only the wallet card needs it

    svg = io.BytesIO()
    segno.make_qr(words, error="m").save(
        svg, kind="svg", border=4, omitsize=True, xmldecl=False, nl=False, svgclass=None
    )
    return svg.getvalue().decode()

"""The language of the program's own words (lessons have a folder per language instead).

Every string a person reads goes through ``_`` or ``ngettext``, at the moment it is shown.
"""

from __future__ import annotations

import gettext
import os
from pathlib import Path

LANGUAGES = {"en": "English"}
"""Languages a person can choose: the code, and its name in itself."""

_FOLDER = Path(__file__).parent / "locale"
_current: gettext.NullTranslations = gettext.NullTranslations()


def use(language: str) -> None:
    """Speak this language from now on; English where no translation is there."""
    global _current
    _current = gettext.translation("handrail", _FOLDER, [language], fallback=True)


def _(text: str) -> str:
    return _current.gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The singular or the plural, as the language counts."""
    return _current.ngettext(one, many, number)


def N_(text: str) -> str:  # noqa: N802 - the name by which gettext's tools find such strings
    """Mark a string that is translated later, when it is shown."""
    return text


def _locale_name() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return value
    return ""


def guess_language() -> str:
    """The machine's language if Handrail speaks it, else English."""
    code = _locale_name()[:2].lower()
    return code if code in LANGUAGES else "en"


def guess_region() -> str:
    """The country of the machine's locale as two letters, or ``""`` when it does not say."""
    name = _locale_name().partition(".")[0].partition("@")[0]
    region = name.partition("_")[2].upper()
    return region if len(region) == 2 and region.isalpha() else ""

"""TOML settings, and what is wrong with them in words for a counsellor.

``tomllib`` stops at the first mistake and speaks to programmers. Here the line at fault is named,
set aside, and the rest read again, so that all mistakes are said together.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from course.content.guards import too_deep
from course.content.notes import Notes

_LINE = re.compile(r"at line (\d+)")
_KEY = re.compile(r"([\w-]+)\s*([=:]?)(.*)")
_MOST = 20
"""How many mistakes are looked for in one file before giving up."""

Settings = dict[str, Any]


def read_settings(text: str, first_line: int, notes: Notes) -> tuple[Settings, frozenset[str]]:
    """The settings, and the keys whose lines could not be read (so that nobody misses them)."""
    if too_deep(text):
        notes.at(first_line, "a name in the settings has far too many dots", "Use plain names.")
        return {}, frozenset({"*"})
    lines = text.split("\n")
    lost: set[str] = set()
    for _ in range(_MOST):
        try:
            return tomllib.loads("\n".join(lines)), frozenset(lost)
        except (ValueError, RecursionError) as problem:
            lost.add(_set_aside(lines, problem, first_line, notes))
        if "*" in lost:
            break
    return {}, frozenset({"*"})


def _set_aside(lines: list[str], problem: Exception, first_line: int, notes: Notes) -> str:
    """Say what is wrong, blank the line at fault, and name its key; ``*`` when it is not known."""
    found = _LINE.search(str(problem))
    number = min(int(found[1]), len(lines)) - 1 if found else _opened(lines)
    key, sign, value = _parts(lines[number])
    what, remedy = _said(str(problem), key, sign, value)
    notes.at(first_line + number, what, remedy)
    if not found or not lines[number].strip():
        return "*"
    lines[number] = ""
    return key


def _parts(line: str) -> tuple[str, str, str]:
    found = _KEY.match(line.strip())
    return (found[1], found[2], found[3].strip()) if found else ("", "", line.strip())


def _opened(lines: list[str]) -> int:
    """The line of the last key: where something was opened that the end of the text cut off."""
    keys = [number for number, line in enumerate(lines) if _parts(line)[1] == "="]
    return keys[-1] if keys else 0


def _said(problem: str, key: str, sign: str, value: str) -> tuple[str, str]:
    plain = value.strip("\"'“”„‘’").replace('"', "'")
    if value[:1] in tuple("“”„‘’«"):
        return "curly quotes from a word processor", f'Type straight quotes:  {key} = "{plain}"'
    if "overwrite" in problem:
        return f"“{key}” is set twice", "Keep one of the two lines."
    if key and sign == ":":
        return f"“{key}:” is not how a setting is written", f"Write  {key} = {value or '…'}"
    if value.lower() in {"true", "false", "yes", "no", "on", "off"}:
        remedy = f'Write  {key} = "{value}"  or, in small letters, true or false.'
        return f"“{value}” is not a value here", remedy
    return _said_of_quotes(key, sign, value, plain)


def _said_of_quotes(key: str, sign: str, value: str, plain: str) -> tuple[str, str]:
    if value[:1] in tuple("\"'"):
        return "a quote is opened and not closed", f'Write  {key} = "{plain}"'
    if value[:1] in tuple("[{"):
        return f"the list of “{key}” is not closed, or holds words without quotes", (
            f'Write  {key} = ["first", "second"]'
        )
    if key and sign == "=" and value:
        return "text without quotes", f'Write  {key} = "{plain}"'
    return "this line is not a setting", 'Each line is a name, =, and a value:  title = "Words"'

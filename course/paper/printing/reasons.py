"""What a printer says is the matter with it, in plain words.

A printer gives keywords such as ``media-empty-error`` (RFC 8011, 5.4.12; CUPS adds some).
"""

from __future__ import annotations

from course.language import N_, _

_SILENT = N_("It does not answer. It may be off, or not plugged in.")
_EMPTY = N_("Its paper tray is empty.")
_OPEN = N_("A cover or a door is open.")
_INK_OUT = N_("It is out of ink or toner.")
_SERVICE = N_("It needs somebody who can mend it.")
_WAITING = {
    "media-empty": _EMPTY,
    "media-needed": _EMPTY,
    "media-jam": N_("A sheet is jammed in it."),
    "cover-open": _OPEN,
    "door-open": _OPEN,
    "interlock-open": _OPEN,
    "toner-empty": _INK_OUT,
    "marker-supply-empty": _INK_OUT,
    "developer-empty": _INK_OUT,
    "marker-waste-full": N_("Its box for used ink or toner is full."),
    "output-area-full": N_("The tray where the sheets come out is full."),
    "input-tray-missing": N_("A paper tray is missing."),
    "output-tray-missing": N_("The tray where the sheets come out is missing."),
    "spool-area-full": N_("It has no room for another paper now."),
    "opc-life-over": _SERVICE,
    "fuser-over-temp": N_("It is too hot, and waits until it has cooled."),
    "fuser-under-temp": N_("It is still warming up."),
    "offline": _SILENT,
    "shutdown": _SILENT,
    "timed-out": _SILENT,
}
"""What keeps a paper waiting, by keyword without its ending."""
_PAUSED = {"paused", "moving-to-paused", "stopped-partly", "hold-new-jobs"}
_TO_KNOW = {
    "connecting-to-device": N_("It has not answered yet. It may be off, or busy."),
    "media-low": N_("Its paper tray is nearly empty."),
    "toner-low": N_("It is low on ink or toner."),
    "marker-supply-low": N_("It is low on ink or toner."),
}


def _parted(keyword: str) -> tuple[str, str]:
    """The keyword without its ending, and the ending."""
    base, _dash, ending = keyword.rpartition("-")
    return (base, ending) if ending in ("error", "warning", "report") else (keyword, "")


def hindrance(reasons: tuple[str, ...]) -> str:
    """What keeps papers waiting, as a sentence; empty when nothing does."""
    parted = [_parted(reason) for reason in reasons]
    for base, ending in parted:
        if ending != "warning" and base in _WAITING:
            return _(_WAITING[base])
    if any(base in _PAUSED for base, _ending in parted):
        return _("It is paused.")
    if any(ending == "error" for _base, ending in parted):
        return _("It reports a problem. Its display may say more.")
    return ""


def remark(reasons: tuple[str, ...]) -> str:
    """Something to know before sending to it, as a sentence; empty when all is well."""
    known = [_(_TO_KNOW[base]) for base, _ending in map(_parted, reasons) if base in _TO_KNOW]
    return hindrance(reasons) or (known[0] if known else "")

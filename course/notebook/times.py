"""Moments in a notebook are in UTC; a clock without a zone is taken to be in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands where the session has not yet said when."""


def utc(moment: datetime) -> datetime:
    """The same moment in UTC, to the second."""
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(UTC).replace(microsecond=0)
    except OverflowError:  # the first hours of year 1, the last of year 9999
        raise ValueError("a moment that has no place in UTC") from None

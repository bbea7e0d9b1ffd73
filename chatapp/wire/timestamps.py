"""Reads and writes points in time as the wire has them."""

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_UTC_OFFSET = "+00:00"
_TIME = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?P<minute>\d\d:\d\d):(?P<second>\d\d)"
    r"(?:\.(?P<fraction>\d{1,9}))?Z",
    re.ASCII,
)
_SECONDS = re.compile(r"[0-9]{1,11}")
_LEAP_SECOND = "60"
EARLIEST = _EPOCH
LATEST = datetime(2999, 12, 31, tzinfo=UTC)
"""Between these, every system can tell what time it is in every zone."""


def render_time(moment: datetime | int) -> str:
    """Write a point in time in UTC with milliseconds: "2026-11-22T17:03:11.123Z".

    Specification: https://ircv3.net/specs/extensions/server-time

    Args:
        moment: a datetime with a time zone, or milliseconds since 1970 (UTC). What is
            finer than a millisecond is cut off.

    Raises:
        ValueError: the datetime has no time zone.
    """
    if not isinstance(moment, int):
        if moment.tzinfo is None:
            raise ValueError("A time on the wire needs a time zone.")
        moment = milliseconds(moment)
    second, millisecond = divmod(moment, 1000)
    return f"{_render_second(second)}.{millisecond:03}Z"


def parse_time(text: str) -> datetime:
    """Read a point in time, with or without a fraction of the second.

    Specification: https://ircv3.net/specs/extensions/server-time. A leap second is
    the first second of the next minute.

    Raises:
        ValueError: the text is not such a time, there is no such day, or it is so far
            away that a clock on the wall could not show it in every zone.
    """
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} is not a time as in 2026-11-22T17:03:11.123Z.")
    is_leap = found["second"] == _LEAP_SECOND
    second = "59" if is_leap else found["second"]
    moment = datetime.fromisoformat(
        f"{found['day']}T{found['minute']}:{second}{_UTC_OFFSET}"
    )
    microseconds = int((found["fraction"] or "").ljust(6, "0")[:6])
    _require_usual(moment, text)
    return moment + timedelta(seconds=is_leap, microseconds=microseconds)


def parse_seconds(text: str) -> datetime:
    """Read a point in time that is given as the seconds since 1970, as in a WHOIS.

    Raises:
        ValueError: the text is no whole number, or it is so far away that a clock on
            the wall could not show it in every zone.
    """
    if not _SECONDS.fullmatch(text):
        raise ValueError(f"{text!r} is no number of seconds.")
    moment = _EPOCH + timedelta(seconds=int(text))
    _require_usual(moment, text)
    return moment


def milliseconds(moment: datetime) -> int:
    """Give the whole milliseconds since 1970 (UTC) of a datetime with a time zone."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def _require_usual(moment: datetime, text: str) -> None:
    if not EARLIEST <= moment <= LATEST:
        raise ValueError(f"{text!r} is outside of the years 1970 to 2999.")


@lru_cache(maxsize=64)  # a busy server writes many times within one second
def _render_second(second: int) -> str:
    text = (_EPOCH + timedelta(seconds=second)).isoformat()
    return text.removesuffix(_UTC_OFFSET)

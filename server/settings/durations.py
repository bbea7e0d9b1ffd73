"""Lengths of time as people write them: 90m, 1d12h, 2w."""

import re

_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800, "y": 31_536_000}
_DURATION = re.compile(r"(?:\d{1,9}[smhdwy])+", re.ASCII)
_PART = re.compile(r"(\d+)([smhdwy])")
LONGEST = 100 * _SECONDS["y"]


def parse_duration(text: str) -> int | None:
    """Give a length of time in seconds; a number alone counts minutes.

    None: it is no length of time.
    """
    text = text.lower()
    if text.isascii() and text.isdecimal() and len(text) < 10:
        text += "m"
    if not _DURATION.fullmatch(text):
        return None
    seconds = sum(int(count) * _SECONDS[unit] for count, unit in _PART.findall(text))
    return min(seconds, LONGEST)


def render_duration(seconds: int) -> str:
    """Write a length of time with its two largest units."""
    parts = []
    for unit in ("y", "d", "h", "m", "s"):
        count, seconds = divmod(seconds, _SECONDS[unit])
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts[:2]) or "0s"

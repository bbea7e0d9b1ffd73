"""Words that all controllers need: counts, and the titles of windows."""

from chatapp.language import ngettext, number
from chatapp.wire.formatting import printable

_PROGRAM = "chatapp"
_MOST_OF_TITLE = 200
"""So many letters of a name stand in a title bar."""


def plural(count: int, one: str, many: str) -> str:
    """Return the count with the word that fits it."""
    return f"{number(count)} {ngettext(one, many, count)}"


def titled(name: str) -> str:
    """Give what stands in a window's title bar, of a name that may be any at all."""
    return f"{printable(name)[:_MOST_OF_TITLE]} – {_PROGRAM}"

"""An export as a table of comma-separated values (RFC 4180), for spreadsheets."""

import csv
import io
import re
from collections.abc import Sequence

from chatapp.models.entities import ChatMessage
from chatapp.models.export.document import About, reactions_of
from chatapp.wire.formatting import printable, strip_formatting
from chatapp.wire.timestamps import render_time

_HEADINGS = (
    "time",
    "kind",
    "sender",
    "text",
    "msgid",
    "edited_at",
    "reply_to",
    "reactions",
)
# A spreadsheet takes a cell that begins so for a formula, and would carry it out. Where
# decimals have commas it parts cells at semicolons, and so within what somebody wrote;
# ";-)" is none. What may stand before the sign is taken as a whole, and once: it may
# be very long.
_BEGINNING = re.compile(
    r"""(\A["'\s]*+|[;"'\s]++)([=+@\uff1d\uff0b\uff20]|[-\uff0d](?!\)))?"""
)
_BEFORE_CELLS = frozenset(";\t\n")


class CsvTable:
    """A row for each line; no cell begins as a formula does."""

    def begin(self, about: About) -> str:  # noqa: ARG002 - a table has headings only
        """Give the headings; the mark in front tells spreadsheets that it is UTF-8."""
        return "\ufeff" + _row(_HEADINGS)

    def line(self, message: ChatMessage, words: str) -> str:
        """Give a row."""
        text = "\n".join(
            printable(each) for each in strip_formatting(words).split("\n")
        )
        kind = message.kind.name.lower()
        sender = printable(message.sender)
        edited = render_time(message.edited_at) if message.edited_at else ""
        cells = (
            render_time(message.time),
            kind,
            sender,
            text,
            message.msgid,
            edited,
            message.reply_to,
            printable(reactions_of(message)),
        )
        return _row([_harmless(cell) for cell in cells])

    def end(self, told: str) -> str:  # noqa: ARG002 - a table has rows only
        """Give nothing: a table ends with its last row."""
        return ""


def _harmless(cell: str) -> str:
    return _BEGINNING.sub(_made_text, cell)


def _made_text(match: re.Match[str]) -> str:
    """Put a mark before a sign with which a cell begins; words behind it stay text."""
    before, sign = match[1], match[2] or ""
    begins = match.start() == 0 or not _BEFORE_CELLS.isdisjoint(before)
    return f"{before}'{sign}" if sign and begins else match[0]


def _row(cells: Sequence[str]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written).writerow(cells)
    return written.getvalue()

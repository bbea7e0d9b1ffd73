"""What is selected in the transcript, and copying it."""

from typing import TYPE_CHECKING

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.views.transcript.layout import clock
from chatapp.views.transcript.line import SOFT, TURNED
from chatapp.views.transcript.rows import RowWriter
from chatapp.wire.markdown import decode

if TYPE_CHECKING:
    import tkinter as tk

    from chatapp.views.transcript.transcript import Transcript

_UNSAID = (
    MessageKind.CHANGE,
    MessageKind.FOLD,
    MessageKind.GAP,
    MessageKind.LOCAL,
    MessageKind.DELETED,
)


class Selection:
    """What somebody selected with mouse or keyboard, as words to be copied."""

    def __init__(self, view: "Transcript", writer: RowWriter) -> None:
        self._view = view
        self._text = view.text
        self._writer = writer
        self._text.bind("<<Copy>>", self._copied)

    @property
    def is_any(self) -> bool:
        """Whether anything is selected."""
        return bool(self._text.tag_ranges("sel"))

    def _copied(self, _event: "tk.Event[tk.Misc]") -> str:
        self.copy()
        return "break"

    def copy(self) -> None:
        """Hand what is selected to whoever keeps the clipboard."""
        text = self.words()
        if text:
            self._view.on_copy(text)

    def words(self) -> str:
        """Give what is selected: words as they stand, or whole messages as said."""
        ranges = self._text.tag_ranges("sel")
        if not ranges:
            return ""
        first, last = str(ranges[0]), str(ranges[-1])
        if self._text.compare(last, ">", "end-1c"):
            last = "end-1c"
        start, stop = self._view.rows.at(first), self._view.rows.at(f"{last}-1c")
        if start and start is stop and self._is_turned(first, last):
            return decode(start.message.text)
        if start is stop or start is None or stop is None:
            return self._as_shown(first, last)
        number = self._view.rows.number
        rows = self._view.rows.all[number(start) : number(stop) + 1]
        return "\n".join(_as_said(row.message) for row in rows)

    def _is_turned(self, first: str, last: str) -> bool:
        """Tell whether letters stand there in another order than they were written."""
        text = self._text
        return TURNED in text.tag_names(first) or bool(
            text.tag_nextrange(TURNED, first, last)
        )

    def _as_shown(self, first: str, last: str) -> str:
        """Read the text with what its pictures stand for, which `get` leaves out."""
        parts, is_soft = [], False
        found = self._text.dump(first, last, text=True, image=True, tag=True)
        for kind, value, _index in found:
            if kind == "image":
                parts.append(self._writer.meanings.get(value, ""))
            elif kind == "text" and not is_soft:
                parts.append(value)
            elif value == SOFT:
                is_soft = kind == "tagon"
        return "".join(parts).strip("\n")


def _as_said(message: ChatMessage) -> str:
    if message.kind in _UNSAID:
        return f"[{clock(message)}] {message.text}"
    if message.kind is MessageKind.ACTION:
        return f"[{clock(message)}] * {message.sender} {decode(message.text)}"
    return f"[{clock(message)}] {message.sender}: {decode(message.text)}"

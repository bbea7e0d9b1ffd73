"""Messages as single lines of plain text, ready to translate."""

from collections.abc import Callable

from chatapp.controllers.reading.attached_wording import attached_in_words
from chatapp.controllers.reading.change_wording import present
from chatapp.language import gettext as _
from chatapp.models.entities import ChatMessage, Delivery, MessageKind, Quote
from chatapp.models.export.document import EDITED
from chatapp.wire.formatting import printable, strip_formatting

TITLE = _("As plain text")

_STATES = {
    Delivery.WAITING: _(" (waiting to be sent)"),
    Delivery.SENT: _(" (being sent)"),
    Delivery.FAILED: _(" (not sent)"),
    Delivery.CONFIRMED: "",
}
_EDITED = f" {EDITED}"
_SAID = "{time} {sender}: {text}{state}"
_REPLIED = _("{time} {sender}, in reply to “{quote}”: {text}{state}")
_ACTED = "{time} {sender} {text}{state}"
_TOLD = "{time} {text}{state}"
_QUOTED = _("{sender}: {words}")
_REACTED = _(" ({emoji} by {people})")
_LONGEST_QUOTE = 80


def line_of(
    message: ChatMessage, ignores: Callable[[str], bool] = lambda _nick: False
) -> str:
    """Write a message as a line; those after the first of several are indented.

    What it answers and who reacted to it is told, but nothing of whom one `ignores`.
    """
    told = attached_in_words(present(message), ignores)
    lines = strip_formatting(told.text).split("\n")
    reactions = (
        _REACTED.format(emoji=printable(it.emoji), people=printable(it.words))
        for it in told.reactions
    )
    return _template(told).format(
        time=f"{message.time.astimezone():%H:%M}",
        sender=printable(message.sender),
        quote=_quoted(told.quote) if told.quote else "",
        text="\n    ".join(printable(line) for line in lines),
        state=_state(message) + "".join(reactions),
    )


def _template(message: ChatMessage) -> str:
    if message.kind is MessageKind.ACTION:
        return _ACTED
    if message.kind.is_said:
        return _REPLIED if message.quote else _SAID
    return _TOLD


def _state(message: ChatMessage) -> str:
    return _EDITED if message.edited_at else _STATES[message.delivery]


def _quoted(quote: Quote) -> str:
    words = printable(" ".join(strip_formatting(quote.text).split()))
    if len(words) > _LONGEST_QUOTE:
        words = f"{words[:_LONGEST_QUOTE].rstrip()}…"
    if not quote.sender:
        return words
    return _QUOTED.format(sender=printable(quote.sender), words=words)

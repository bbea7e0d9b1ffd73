"""Messages as single lines of plain text, ready to translate."""

from chatapp.controllers.wording import present
from chatapp.language import gettext as _
from chatapp.models.entities import ChatMessage, Delivery, MessageKind
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
_ACTED = "{time} {sender} {text}{state}"
_TOLD = "{time} {text}{state}"


def line_of(message: ChatMessage) -> str:
    """Write a message as a line; those after the first of several are indented."""
    told = present(message)
    lines = strip_formatting(told.text).split("\n")
    template = _TOLD
    if message.kind is MessageKind.ACTION:
        template = _ACTED
    elif message.kind.is_said:
        template = _SAID
    return template.format(
        time=f"{message.time.astimezone():%H:%M}",
        sender=printable(message.sender),
        text="\n    ".join(printable(line) for line in lines),
        state=_EDITED if message.edited_at else _STATES[message.delivery],
    )

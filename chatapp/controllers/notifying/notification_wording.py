"""Words of the notices that the system shows, ready to translate."""

from chatapp.language import gettext as _
from chatapp.language import ngettext
from chatapp.models.entities import ChatMessage, MessageKind, Room, RoomKind
from chatapp.wire.formatting import printable, strip_formatting

IN_ROOM = _("{sender} in {room}")
ACTION = "{sender} {text}"
LAST = "{sender}: {text}"
_LONGEST = 240


def notice(room: Room, message: ChatMessage) -> tuple[str, str]:
    """Give the title and the words of a notice about one message."""
    sender = printable(message.sender)
    if room.kind is RoomKind.DIRECT:
        return sender, _words(message)
    return IN_ROOM.format(sender=sender, room=printable(room.name)), _words(message)


def gathered(room: Room, count: int, last: ChatMessage) -> tuple[str, str]:
    """Give the title and the words of a notice about several messages."""
    if count == 1:
        return notice(room, last)
    words = ngettext(
        "{count} more message in {room}", "{count} more messages in {room}", count
    )
    title = words.format(count=count, room=printable(room.name))
    return title, LAST.format(sender=printable(last.sender), text=_words(last))


def _words(message: ChatMessage) -> str:
    words = " ".join(strip_formatting(message.text).split())
    text = printable(words)
    if message.kind is MessageKind.ACTION:
        text = ACTION.format(sender=printable(message.sender), text=text)
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"

"""What the history holds as rows of the database, and rows as what they hold."""

from chatapp.wire.message import parse_tags, render_tags
from chatapp.wire.tag_names import TYPING
from server.world.chat_message import ChatMessage
from server.world.page import PastLine

MESSAGE_COLUMNS = (
    "sequence, time, source, account, command, target, target_name, text, tags"
)
"""As ChatMessage has them: such a tuple is a row."""

MESSAGE_COLUMN_COUNT = len(MESSAGE_COLUMNS.split(","))
HIGHEST = 2**63 - 1
"""The highest sequence number that the database can have."""

PAST_LINE_COLUMNS = "target, sequence, time, body, tags"

MessageRow = tuple[int, int, str, str | None, str, str, str, str | None, str]
PastLineRow = tuple[str, int, int, str, str]


def row_of_message(message: ChatMessage) -> MessageRow:
    """Give a message in the order of the columns."""
    if TYPING not in message.client_tags:
        return message
    return message._replace(client_tags=_lasting(message.client_tags))


def message_of(row: MessageRow) -> ChatMessage:
    """Give the message that a row keeps."""
    return ChatMessage._make(row)


def _lasting(tags: str) -> str:
    """Give tags without what means nothing any more a moment later."""
    known = parse_tags(tags)
    known.pop(TYPING, None)
    return render_tags(known)


def row_of_past_line(line: PastLine) -> PastLineRow:
    """Give a past line in the order of the columns."""
    return line.target, line.sequence, line.time, line.body, line.tags


def past_line_of(row: PastLineRow) -> PastLine:
    """Give the past line that a row keeps."""
    return PastLine(*row)

"""Messages as rows of the database, and rows as messages."""

from server.world.events import ChatMessage

COLUMNS = "sequence, time, target, target_name, source, account, command, text, tags"
COLUMN_COUNT = len(COLUMNS.split(","))

Row = tuple[int, int, str, str, str, str | None, str, str, str]


def row_of(message: ChatMessage) -> Row:
    """Give a message in the order of the columns."""
    return (
        message.sequence,
        message.time,
        message.target,
        message.target_name,
        message.source,
        message.account,
        message.command,
        message.text or "",
        message.client_tags,
    )


def message_of(row: Row) -> ChatMessage:
    """Give the message that a row keeps."""
    sequence, time, target, target_name, source, account, command, text, tags = row
    return ChatMessage(
        sequence, time, source, account, command, target, target_name, text, tags
    )

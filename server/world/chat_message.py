"""What somebody said, as the history keeps it."""

from typing import NamedTuple


class ChatMessage(NamedTuple):
    """One line of the history: a tuple, for it is made for each message.

    Args:
        sequence: its number, which the msgid carries.
        time: when, in milliseconds since 1970.
        source: the sender's nick!user@host.
        account: the sender's account, if he has one.
        command: PRIVMSG, NOTICE or TAGMSG.
        target: the key of the channel or of the conversation.
        target_name: what stands on the wire.
        text: None for a TAGMSG.
        client_tags: rendered; "" when there are none.
    """

    sequence: int
    time: int
    source: str
    account: str | None
    command: str
    target: str
    target_name: str
    text: str | None
    client_tags: str

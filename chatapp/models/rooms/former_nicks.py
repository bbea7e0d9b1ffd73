"""Finds the conversation with somebody who writes under another nick than before.

A new nick that the server tells of needs none of this. Where nobody told, only an
account says who it is: a nick that is free is anybody's, and a host that of many, so
that to go by those would show to a stranger what was said to somebody else.
"""

from chatapp.models.entities import ChatMessage, Presence
from chatapp.models.rooms.conversations import Conversation, Conversations
from chatapp.models.session.session import Session


def conversation_with(
    conversations: Conversations, session: Session | None, line: ChatMessage
) -> Conversation | None:
    """Find it by the account, which is the same person's whatever the nick.

    Args:
        conversations: those that are open; who is here under that nick is met there.
        session: knows who is here.
        line: what that person says to one.
    """
    account = _account_of(line.author)
    if session is None or not account or line.mine:
        return None
    for each in conversations.direct():
        is_gone = session.presence_of(each.name) is Presence.OFFLINE
        if is_gone and _account_of(author_of(each)) == account:
            return each
    return None


def author_of(conversation: Conversation) -> str:
    """Tell by whom the other one's last words are, whether in memory or not.

    Returns:
        User, host and account, with blanks between; "" where nothing is known.
    """
    lines = reversed(conversation.history)
    authors = (it.author for it in lines if it.kind.is_said and not it.mine)
    return next(authors, conversation.last_author)


def _account_of(author: str) -> str:
    return author.rpartition(" ")[2]

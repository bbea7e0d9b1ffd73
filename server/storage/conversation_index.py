"""Keeps the index by which a conversation is read a little behind its messages."""

import sqlite3

from server.storage.following_index import FollowingIndex, Growth

GROWTH = Growth(
    what="Conversations",
    end="conversation_index_end",
    add="INSERT INTO conversation_index SELECT target, sequence FROM messages "
    "WHERE sequence > :last AND sequence <= :until ORDER BY target, sequence",
    # Enough for the busiest 0.2 s; indexed together, they share pages of the index.
    rows_a_step=10_000,
)


class ConversationIndex(FollowingIndex):
    """The index of conversations, which has all messages but the latest ones.

    Whoever reads looks through those one by one: see server.storage.conversations.
    """

    def __init__(self, connection: sqlite3.Connection, growth: Growth = GROWTH) -> None:
        """Write through the connection of the journal, in autocommit mode."""
        super().__init__(connection, growth)

"""Keeps the index of words, by which messages are found, a little behind them."""

import sqlite3
import time
from collections.abc import Callable

from server.storage.following_index import FollowingIndex, Growth

GROWTH = Growth(
    what="The words of messages",
    end="word_index",
    add="INSERT INTO message_words (rowid, text) "
    "SELECT sequence, replace(text, char(13), '') FROM messages "
    "WHERE sequence > :last AND sequence <= :until AND NOT is_redacted "
    "ORDER BY sequence",
    rows_a_step=50,
    seconds_a_slice=0.003,
    pause=100,  # those who talk come first
)


class WordIndex(FollowingIndex):
    """The index of the words of what was said, but for what was taken back."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """Write through the connection of the journal, in autocommit mode."""
        super().__init__(connection, GROWTH, monotonic)

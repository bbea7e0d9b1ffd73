"""Puts together what the recorder's thread does with the history between turns."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from server.clock import Clock
from server.settings.settings import HistorySettings
from server.storage import beginning
from server.storage.conversation_index import ConversationIndex
from server.storage.erasing import Erasing
from server.storage.pruning import Pruning, limits_of
from server.storage.upkeep import Upkeep
from server.storage.word_index import WordIndex


@dataclass(frozen=True, slots=True)
class Chores:
    """What prunes, what erases, and what does both when it is due."""

    pruning: Pruning
    erasing: Erasing
    upkeep: Upkeep


def join_chores(
    connection: sqlite3.Connection,
    history: HistorySettings,
    clock: Clock,
    kept: Mapping[str, int],
) -> Chores:
    """Join them; they write through the connection of the journal.

    Args:
        connection: in autocommit mode.
        history: what is kept.
        clock: for any thread.
        kept: the channels that outlived the server's last end, and their first
            numbers.
    """
    erasing = Erasing(connection, clock.monotonic)
    erasing.want_what_is_left()
    pruning = Pruning(
        connection,
        limits_of(history),
        clock.seconds_for_any_thread,
        kept,
        beginning.last_sequence(connection),
        deleted=erasing.want,
    )
    following = (ConversationIndex(connection), WordIndex(connection), erasing)
    return Chores(pruning, erasing, Upkeep(pruning, following, clock.monotonic))

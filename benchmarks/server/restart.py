"""Measures how soon a server with a long history is there again after a restart."""

import os
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from benchmarks.goals import under
from benchmarks.table import Row
from server.storage.conversation_index import ConversationIndex
from server.storage.following_index import NOTHING_TO_DO
from server.storage.schema import open_for_writing
from tools.own_folders import own_environment
from tools.programs import running_server

MESSAGES = 1_000_000
CONVERSATIONS = 5_000
STARTS = 5

_FILL = """
    WITH RECURSIVE numbers(n) AS (
        SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :messages
    )
    INSERT INTO messages (sequence, time, target, target_name, source, account, command,
        text, tags)
    SELECT n, 1700000000000 + n * 10, room, room,
        'person' || n % 100 || '!person@127.0.0.1', NULL, 'PRIVMSG',
        'This is what somebody said as number ' || n, '+chatapp/id=' || hex(n)
    FROM (
        SELECT n, iif(n % 2, '#lobby', '#room' || n % :conversations) AS room
        FROM numbers
    )
"""
_OPEN_ROOMS = """
    INSERT INTO rooms (conversation, history_start, key, name, created_at)
    SELECT DISTINCT target, 0, target, target, 1700000000 FROM messages
"""


def measure_restart(folder: Path, messages: int = MESSAGES) -> list[Row]:
    """From the start of the program to the line that says where it listens."""
    environment = own_environment(os.environ, folder)
    empty = median(_seconds_to_start(environment) for _ in range(STARTS))
    path = next(folder.rglob("history.db"))
    fill(path, messages)
    full = median(_seconds_to_start(environment) for _ in range(STARTS))
    much = f"{messages:,} messages in {CONVERSATIONS:,} rooms"
    return [
        Row("server, from start to use, empty", empty * 1000, "ms"),
        Row(f"the same with {much}", full * 1000, "ms", under(1_000)),
    ]


def fill(path: Path, messages: int) -> None:
    """Put so many messages into the database of a server that does not run."""
    values = {"messages": messages, "conversations": CONVERSATIONS}
    with closing(open_for_writing(path, "process")) as connection:
        connection.execute(_FILL, values)
        connection.execute(_OPEN_ROOMS)
        index = ConversationIndex(connection)
        while index.work() != NOTHING_TO_DO:
            pass


def _seconds_to_start(environment: dict[str, str]) -> float:
    began = time.monotonic()
    with running_server(environment):
        return time.monotonic() - began

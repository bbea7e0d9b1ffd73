"""What hangs on lines, as rows of the database: reactions, and what replies quote."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from chatapp.models.entities import ChatMessage, Quote, Reaction
from chatapp.models.messages.quoting import LONGEST_QUOTE, with_quote
from chatapp.models.messages.tally import counted
from chatapp.models.session.facts import ReactionTold
from chatapp.models.storage.moments import moment_at
from chatapp.models.storage.readable_rows import readable, require_text
from chatapp.wire.markdown_blocks import without_fences
from chatapp.wire.timestamps import milliseconds

MOST_OF_A_LINE = 1_000
"""So many reactions to one line are kept, those that were taken off among them."""


def keep_reactions(
    connection: sqlite3.Connection, room: int, told: Iterable[ReactionTold]
) -> None:
    """Keep reactions; of each person's on a line only what was done last holds."""
    connection.executemany(
        "INSERT INTO reactions (room, msgid, emoji, sender, mine, time, is_on)"
        " SELECT :room, :msgid, :emoji, :sender, :mine, :time, :is_on WHERE :most >"
        " (SELECT count(*) FROM reactions WHERE room = :room AND msgid = :msgid"
        " AND (emoji, sender) <> (:emoji, :sender))"
        " ON CONFLICT (room, msgid, emoji, sender) DO UPDATE SET time = excluded.time,"
        " is_on = excluded.is_on, mine = mine OR excluded.mine"
        " WHERE excluded.time >= time",
        (
            {
                "room": room,
                "msgid": each.msgid,
                "emoji": each.emoji,
                "sender": each.sender,
                "mine": each.mine,
                "time": milliseconds(each.time),
                "is_on": each.is_on,
                "most": MOST_OF_A_LINE,
            }
            for each in told
        ),
    )


def drop_reactions(connection: sqlite3.Connection, room: int, msgid: str) -> None:
    """Keep no reactions to a line any more."""
    connection.execute(
        "DELETE FROM reactions WHERE room = ? AND msgid = ?", (room, msgid)
    )


def note_mentions(
    connection: sqlite3.Connection, room: int, lines: Iterable[ChatMessage]
) -> None:
    """Keep that lines mention one, as they turned out to answer one's own."""
    connection.executemany(
        "UPDATE lines SET mentions_me = 1 WHERE room = ? AND msgid = ? AND msgid <> ''",
        ((room, line.msgid) for line in lines if line.mentions_me),
    )


def attached(
    connection: sqlite3.Connection, room: int, lines: Sequence[ChatMessage]
) -> list[ChatMessage]:
    """Give lines with their reactions and with what they answer, as far as is kept."""
    has_any = connection.execute(
        "SELECT 1 FROM reactions WHERE room = ? LIMIT 1", (room,)
    ).fetchone()
    found = []
    for line in lines:
        may_have_any = has_any and line.msgid and line.kind.is_said
        reactions = may_have_any and _reactions_to(connection, room, line)
        quote = _quote(connection, room, line.reply_to) if line.reply_to else None
        joined = with_quote(line, quote) if quote else line
        found.append(replace(joined, reactions=reactions) if reactions else joined)
    return found


def _reactions_to(
    connection: sqlite3.Connection, room: int, line: ChatMessage
) -> tuple[Reaction, ...]:
    reactions: tuple[Reaction, ...] = ()
    rows = connection.execute(
        "SELECT emoji, sender, time, mine FROM reactions"
        " WHERE room = ? AND msgid = ? AND is_on ORDER BY time",
        (room, line.msgid),
    )

    def told(row: tuple[Any, ...]) -> ReactionTold:
        emoji, sender, time, mine = row
        require_text(emoji, sender)
        moment = moment_at(time)
        return ReactionTold(
            line.room, line.msgid, emoji, sender, moment, mine=bool(mine)
        )

    for each in readable(told, rows):
        reactions = counted(reactions, each)
    return reactions


def _quote(connection: sqlite3.Connection, room: int, msgid: str) -> Quote | None:
    row = connection.execute(
        "SELECT CAST(sender AS TEXT),"
        " CASE kind WHEN 'DELETED' THEN '' ELSE substr(CAST(text AS TEXT), 1, ?) END,"
        " mine FROM lines"
        " WHERE room = ? AND msgid = ? AND msgid <> '' LIMIT 1",
        (LONGEST_QUOTE, room, msgid),
    ).fetchone()
    return Quote(row[0], without_fences(row[1]), bool(row[2])) if row else None

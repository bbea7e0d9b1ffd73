"""CHATHISTORY out: asks for pages of what was said earlier."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chatapp.wire import capabilities
from chatapp.wire.timestamps import render_time

if TYPE_CHECKING:
    from chatapp.models.entities import ChatMessage
    from chatapp.models.session.session import Session

PAGE_LINES = 100
TARGETS = 50
CLOCKS_DIFFER = timedelta(seconds=10)
"""Servers of one network may name times that are so far from their order."""

_MSGID, _TIMESTAMP = "msgid", "timestamp"


def ask_latest(session: "Session", room: str) -> None:
    """Ask for the newest lines of a conversation."""
    _ask(session, "LATEST", room, "*")


def ask_since(session: "Session", room: str, known: "list[ChatMessage]") -> None:
    """Ask for the newest lines, no further back than to the newest one that is known.

    That one is asked for too: only if it comes it is sure that nothing is missing.
    A msgid that a server has forgotten may get an empty answer, so that only those
    are told a msgid whose ids are known to keep their order.

    Args:
        session: with whom.
        room: the conversation.
        known: the newest lines that are known, at most two, the newest last.
    """
    if len(known) > 1 and session.repeats_known_ids and takes_msgids(session):
        _ask(session, "LATEST", room, f"msgid={known[0].msgid}")
    elif known and session.has(capabilities.SERVER_TIME):
        _ask(session, "LATEST", room, _timestamp(known[-1].time - CLOCKS_DIFFER))
    else:
        ask_latest(session, room)


def ask_before(session: "Session", room: str, line: "ChatMessage") -> None:
    """Ask for the lines just before this one."""
    _ask(session, "BEFORE", room, _reference(session, line))


def ask_after(session: "Session", room: str, line: "ChatMessage") -> None:
    """Ask for the lines just after this one."""
    _ask(session, "AFTER", room, _reference(session, line))


def ask_around(session: "Session", room: str, msgid: str) -> None:
    """Ask for a line, and for those before and after it."""
    _ask(session, "AROUND", room, f"{_MSGID}={msgid}")


def takes_msgids(session: "Session") -> bool:
    """Tell whether pages can be asked for by the ids of messages."""
    return _MSGID in session.isupport.values.get("MSGREFTYPES", _MSGID).split(",")


def takes_timestamps(session: "Session") -> bool:
    """Tell whether pages can be asked for by moments, as where nothing else is said."""
    kinds = session.isupport.values.get("MSGREFTYPES", _TIMESTAMP)
    return _TIMESTAMP in kinds.split(",")


def keeps_only_words(session: "Session") -> bool:
    """Tell whether pages hold only what was said, not who came and went."""
    return not session.has(capabilities.EVENT_PLAYBACK)


def ask_targets(session: "Session", since: datetime, until: datetime) -> None:
    """Ask in which conversations something was said between two moments."""
    limit = str(targets_at_once(session))
    session.send("CHATHISTORY", "TARGETS", _timestamp(since), _timestamp(until), limit)


def targets_at_once(session: "Session") -> int:
    """Give how many conversations one answer may name here."""
    return min(TARGETS, page_lines(session))


def page_lines(session: "Session") -> int:
    """Give how many lines a page may have here."""
    return min(PAGE_LINES, session.isupport.history_limit or PAGE_LINES)


def _ask(session: "Session", form: str, room: str, reference: str) -> None:
    session.send("CHATHISTORY", form, room, reference, str(page_lines(session)))


def _reference(session: "Session", line: "ChatMessage") -> str:
    if line.msgid and takes_msgids(session):
        return f"msgid={line.msgid}"
    return _timestamp(line.time)


def _timestamp(time: datetime) -> str:
    return f"{_TIMESTAMP}={render_time(time)}"

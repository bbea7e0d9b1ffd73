"""CHATHISTORY out: asks for pages of what was said earlier."""

from typing import TYPE_CHECKING

from chatapp.wire.timestamps import render_time

if TYPE_CHECKING:
    from chatapp.models.entities import ChatMessage
    from chatapp.models.session.session import Session

PAGE_LINES = 100


def ask_latest(session: "Session", room: str) -> None:
    """Ask for the newest lines of a conversation."""
    session.send("CHATHISTORY", "LATEST", room, "*", str(page_lines(session)))


def ask_before(session: "Session", room: str, line: "ChatMessage") -> None:
    """Ask for the lines just before this one."""
    references = session.isupport.values.get("MSGREFTYPES", "msgid").split(",")
    if line.msgid and "msgid" in references:
        reference = f"msgid={line.msgid}"
    else:
        reference = f"timestamp={render_time(line.time)}"
    limit = str(page_lines(session))
    session.send("CHATHISTORY", "BEFORE", room, reference, limit)


def page_lines(session: "Session") -> int:
    """Give how many lines a page may have here."""
    return min(PAGE_LINES, session.isupport.history_limit or PAGE_LINES)

"""Who hears how far somebody has read: all his clients, and nobody else.

Specification: https://ircv3.net/specs/extensions/read-marker
"""

from chatapp.wire.capabilities import READ_MARKER
from chatapp.wire.timestamps import render_time
from server.announcements.table import NextMoment, announces
from server.announcements.words import NO_MSGID, EventWords
from server.step import Step
from server.world.read_markers import ReadMarkerSet

COMMAND = "MARKREAD"


@announces(ReadMarkerSet)
def read_marker_set(event: ReadMarkerSet, moment: NextMoment, step: Step) -> None:
    """Tell who asked, and the user's other clients that understand it."""
    now = moment()
    body = marker_body(now.server, event.name, event.time)
    words = EventWords(body, now.time, NO_MSGID)
    for session in event.user.sessions:
        if session is not step.session and session.has(READ_MARKER):
            step.tell_apart(session, words)
    step.tell_words(step.session, words)


def marker_body(server: str, name: str, time: int | None) -> str:
    """Write how far a conversation has been read; None: nobody knows."""
    told = "*" if time is None else f"timestamp={render_time(time)}"
    return f":{server} {COMMAND} {name} {told}"

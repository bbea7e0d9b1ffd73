"""Who hears what others tell of themselves, and in which of two ways.

Specification: https://ircv3.net/specs/extensions/metadata
"""

from collections.abc import Iterator

from chatapp.wire.capabilities import EXTENDED_MONITOR, METADATA, METADATA_3
from chatapp.wire.numerics import RPL_KEYNOTSET, RPL_KEYVALUE
from server.announcements.table import NextMoment, announces
from server.announcements.words import NO_MSGID, EventWords
from server.reply_texts import TEXTS
from server.step import Step
from server.world.channel import Channel
from server.world.metadata import MetadataSet
from server.world.session import Session

EVERYBODY_SEES_IT = "*"


@announces(MetadataSet)
def metadata_set(event: MetadataSet, moment: NextMoment, step: Step) -> None:
    """Tell those who see the user, or are in the channel, and want to know the key."""
    name = event.target.name if isinstance(event.target, Channel) else event.target.nick
    for session in dict.fromkeys(_hearers(event)):
        if session is not step.session and event.key in session.metadata_keys:
            now = moment()
            words = (event.by, name, event.key, event.value)
            body = value_body(now.server, session, *words)
            step.tell_apart(session, EventWords(body, now.time, NO_MSGID))


def value_body(
    server: str, session: Session, by: str, name: str, key: str, value: str | None
) -> str:
    """Write a value, or that there is none, as a client of either draft reads it."""
    if session.has(METADATA_3):
        return value_numeric(server, session, name, key, value)
    told = "" if value is None else f" :{value}"
    return f":{by} METADATA {name} {key} {EVERYBODY_SEES_IT}{told}"


def value_numeric(
    server: str, session: Session, name: str, key: str, value: str | None
) -> str:
    """Write a value, or that there is none, as a numeric."""
    nick = session.user.nick or "*"
    if value is None:
        text = TEXTS[RPL_KEYNOTSET]
        return f":{server} {RPL_KEYNOTSET} {nick} {name} {key} :{text}"
    words = f"{nick} {name} {key} {EVERYBODY_SEES_IT}"
    return f":{server} {RPL_KEYVALUE} {words} :{value}"


def understands_metadata(session: Session) -> bool:
    """Tell whether a client has asked for either draft."""
    return session.has(METADATA) or session.has(METADATA_3)


def _hearers(event: MetadataSet) -> Iterator[Session]:
    target = event.target
    if isinstance(target, Channel):
        people = list(target.members)
    else:
        people = [target, *target.neighbours()]
        yield from (each for each in target.watchers if each.has(EXTENDED_MONITOR))
    for person in people:
        yield from person.sessions

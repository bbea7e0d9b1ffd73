"""Who can be met in a conversation, as far as one knows."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from chatapp.models.connection.link import Link
from chatapp.models.entities import Person, Presence, Room
from chatapp.models.rooms.conversations import Conversation
from chatapp.models.rooms.powers import may_set_topic as lets_set_topic
from chatapp.models.rooms.powers import rank_for_ruling, rulers
from chatapp.models.session.session import Session

_INVITE_ONLY = "i"


def people_in(
    link: Link, conversation: Conversation, same: Callable[[str, str], bool]
) -> Sequence[Person]:
    """List who is in a conversation, by rank and then by name.

    Args:
        link: how one is connected.
        conversation: where they are.
        same: tells whether two names are one to the server.
    """
    session = link.session
    if session is None:
        return []
    if conversation.is_channel:
        found = _members(session, conversation.name)
    else:
        other = Person(conversation.name, presence=conversation.presence)
        me = Person(session.nick, is_me=True)
        is_with_oneself = same(conversation.name, session.nick)
        found = [me] if is_with_oneself else [other, me]
    if link.online_session:
        return found
    return [_cut_off(person) for person in found]


def describe(link: Link, conversation: Conversation, now: datetime) -> Room:
    """Give what the rail shows of a conversation, with what its person is up to."""
    room = conversation.describe(now)
    if conversation.is_channel:
        channel = link.session.roster.channel(room.name) if link.session else None
        is_closed = channel is not None and _INVITE_ONLY in (channel.flags or "")
        return replace(room, by_invitation=True) if is_closed else room
    if link.online_session is None:
        return replace(room, presence=Presence.UNKNOWN)
    person = link.online_session.roster.person(conversation.name)
    return replace(room, status=person.away or "") if person else room


def rooms_with(link: Link, nick: str) -> Sequence[str]:
    """Name the channels in which one is together with somebody."""
    session = link.online_session
    return session.roster.shared_with(nick) if session else ()


def may_set_topic(link: Link, conversation: Conversation) -> bool:
    """Tell whether one may change the topic here, as far as one knows."""
    session = link.session
    channel = session.roster.channel(conversation.name) if session else None
    if session is None or channel is None:
        return session is not None
    return lets_set_topic(session, channel)


def _members(session: Session, name: str) -> Sequence[Person]:
    """List who is in a channel, the server's operators by what they are in effect."""
    roster = session.roster
    found = roster.people(name, session.mode_types, session.nick)
    channel = roster.channel(name)
    ruling = rulers(session, channel) if channel else frozenset()
    if not ruling:
        return found
    rank, fold = rank_for_ruling(session), session.fold
    first = [replace(it, rank=rank) for it in found if fold(it.nick) in ruling]
    return [*first, *(it for it in found if fold(it.nick) not in ruling)]


def _cut_off(person: Person) -> Person:
    """Without a connection nobody sees one, and one sees of nobody what they do."""
    presence = Presence.OFFLINE if person.is_me else Presence.UNKNOWN
    return replace(person, presence=presence, status="")

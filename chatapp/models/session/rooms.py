"""Channels: who comes and goes, their topic, their modes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from chatapp.models.events import PeopleChanged
from chatapp.models.rooms.room_events import Invited, PeopleListed
from chatapp.models.session import login, room_check, typing
from chatapp.models.session.bans import bans_me, note_ban
from chatapp.models.session.facts import (
    ChannelJoined,
    ChannelLeft,
    Heard,
    KeyTold,
    PresenceTold,
    TopicTold,
)
from chatapp.models.session.lines import reason_of_kick, sender_of
from chatapp.models.session.readers import read
from chatapp.models.session.table import inbound
from chatapp.models.session.urgency import Urgency
from chatapp.wire import numerics as n
from chatapp.wire.extended_bans import BAN
from chatapp.wire.message import Message, Source
from chatapp.wire.modes import ModeChange, parse_modes

if TYPE_CHECKING:
    from chatapp.models.rooms.roster import KnownPerson
    from chatapp.models.session.session import Session

MOST_ASKED_ABOUT = 250
"""Of a channel with more people only those are asked about whom one sees."""


def note_join(session: "Session", channels: str, keys: str = "") -> None:
    """Note which of the channels that one asks to join have a key with them."""
    names = [session.fold(name) for name in channels.split(",")]
    given = keys.split(",") if keys else []
    session.keyed_joins.difference_update(names)
    session.keyed_joins.update(
        name for name, key in zip(names, given, strict=False) if key
    )


@inbound.handles("JOIN", min_params=1)
def joined(session: "Session", message: Message) -> None:
    """Take in that somebody, or this session, is now in a channel."""
    source, channel = sender_of(message), message.params[0]
    if session.is_me(source.nick):
        session.address = str(source)
        is_known = session.roster.open(channel)
        login.complete(session)
        if not is_known:
            session.send("PART", channel)
            return
        session.emit(ChannelJoined(channel))
    person = session.roster.add(channel, source.nick)
    if person is None:
        return
    _learn(person, source)
    if len(message.params) > 2:  # extended-join: account and real name
        account, person.realname = message.params[1:3]
        person.account = "" if account == "*" else account
    _tell_line(session, message, channel)
    session.emit(PeopleChanged(channel))
    session.emit(PresenceTold(source.nick))


@inbound.handles("PART", min_params=1)
def left(session: "Session", message: Message) -> None:
    """Take in that somebody, or this session, left a channel."""
    nick, channel = sender_of(message).nick, message.params[0]
    if session.is_me(nick):
        session.roster.close(channel)
        typing.forget(session, channel)
        session.emit(ChannelLeft(channel))
    elif session.roster.remove(channel, nick):
        _tell_line(session, message, channel)
        session.emit(PeopleChanged(channel))


@inbound.handles("KICK", min_params=2)
def kicked(session: "Session", message: Message) -> None:
    """Take in that somebody, or this session, was removed from a channel."""
    channel, nick = message.params[:2]
    known = session.roster.channel(channel)
    if known is None:
        return
    _tell_line(session, message, channel)
    if session.is_me(nick):
        session.roster.close(channel)
        typing.forget(session, channel)
        reason, by = reason_of_kick(message), sender_of(message).nick
        session.emit(ChannelLeft(channel, reason, by, bans_me(session, known)))
        return
    session.roster.remove(channel, nick)
    session.emit(PeopleChanged(channel))


@inbound.handles("TOPIC", min_params=2)
def topic_set(session: "Session", message: Message) -> None:
    """Take in a new topic, and say who set it."""
    channel = message.params[0]
    if session.roster.channel(channel) is None:
        return
    session.emit(TopicTold(channel, message.params[1]))
    _tell_line(session, message, channel)


@inbound.handles(n.RPL_TOPIC, min_params=3)
def topic_told(session: "Session", message: Message) -> None:
    """Take in the topic of a channel one has joined."""
    session.emit(TopicTold(message.params[1], message.params[2]))


@inbound.handles(n.RPL_NOTOPIC, min_params=2)
def no_topic(session: "Session", message: Message) -> None:
    """Take in that a channel has no topic."""
    session.emit(TopicTold(message.params[1], ""))


@inbound.handles(n.RPL_NAMREPLY, min_params=4)
def names(session: "Session", message: Message) -> None:
    """Collect names of people in a channel."""
    types, channel = session.mode_types, message.params[2]
    for word in message.params[3].split():
        symbols, rest = types.split_symbols(word)
        source = Source.parse(rest)
        if not source.nick:
            continue
        person = session.roster.list_member(
            channel, source.nick, types.letters_of(symbols)
        )
        if person:
            _learn(person, source)


@inbound.handles(n.RPL_ENDOFNAMES, min_params=2)
def names_end(session: "Session", message: Message) -> None:
    """Show everybody who was named, and ask who of them is away."""
    channel = session.roster.channel(message.params[1])
    if channel is None:
        return
    session.roster.finish_list(channel.name)
    session.emit(PeopleChanged(channel.name))
    session.emit(PeopleListed(channel.name))
    if channel.flags is None:
        session.send("MODE", channel.name, urgency=Urgency.ASIDE)
    if not channel.asked and len(channel.members) <= MOST_ASKED_ABOUT:
        channel.asked = True
        session.inquiries.ask_who(session, channel.name)


@inbound.handles("MODE", min_params=2)
def mode(session: "Session", message: Message) -> None:
    """Take in changed modes of a channel; one's own modes need no word."""
    channel = session.roster.channel(message.params[0])
    if channel is None:
        return
    types = session.mode_types
    changes = parse_modes(message.params[1], message.params[2:], types).changes
    for change in changes:
        if change.letter in types.prefixes and change.argument:
            session.roster.set_mode(
                channel.name, change.argument, change.letter, adding=change.adding
            )
        elif change.letter == BAN and change.argument:
            note_ban(session, channel, change.argument, adding=change.adding)
        elif change.argument is None:
            session.roster.set_flag(channel.name, change.letter, adding=change.adding)
    _tell_key(session, channel.name, changes)
    _tell_line(session, message, channel.name)
    session.emit(PeopleChanged(channel.name))


@inbound.handles(n.RPL_CHANNELMODEIS, min_params=3)
def modes_told(session: "Session", message: Message) -> None:
    """Take in which modes a channel has."""
    changes = parse_modes(
        message.params[2], message.params[3:], session.mode_types
    ).changes
    # Who is not in the channel may be told of a key without it.
    room_check.note_modes(session, message.params[1], message.params[2])
    channel = session.roster.channel(message.params[1])
    if channel is None:
        return
    channel.flags = "".join(each.letter for each in changes if each.argument is None)
    _tell_key(session, channel.name, changes)
    session.emit(PeopleChanged(channel.name))


@inbound.handles("INVITE", min_params=2)
def invited(session: "Session", message: Message) -> None:
    """Say that somebody was invited to a channel."""
    who, channel = message.params[:2]
    session.emit(Invited(channel, who, sender_of(message).nick))


@inbound.handles(n.RPL_INVITING, min_params=3)
def invitation_sent(session: "Session", message: Message) -> None:
    """Say that an invitation went out."""
    who, channel = message.params[1:3]
    session.emit(Invited(channel, who))


def _learn(person: "KnownPerson", source: Source) -> None:
    person.user = source.user or person.user
    person.host = source.host or person.host


def _tell_key(session: "Session", channel: str, changes: Iterable[ModeChange]) -> None:
    """Tell of the key that was set, where the server does not hide it."""
    for change in changes:
        is_key = change.letter == room_check.KEY and change.adding
        if is_key and change.argument and change.argument.strip("*"):
            session.emit(KeyTold(channel, change.argument))


def _tell_line(session: "Session", message: Message, channel: str) -> None:
    known = session.roster.channel(channel)
    room = known.name if known else channel
    line = read(session, message, room)
    session.emit(Heard(line, session.label_of(message)))

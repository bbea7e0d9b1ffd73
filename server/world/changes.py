"""How each event changes the world, and how one that failed is put back."""

from typing import TYPE_CHECKING, Any, TypeVar

from server.world import channel_events, events, message_events
from server.world.channel import Channel
from server.world.channel_modes import Modes
from server.world.claiming import with_founders_rank
from server.world.events import Event
from server.world.leaving import await_nobody, leave, lose
from server.world.mode_differences import taken_back
from server.world.room_id import conversation_beside
from server.world.shared import shared
from server.world.user import OPERATOR, Opens

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.world.user import User
    from server.world.world import World

Following = tuple[Event, ...]
Happened = TypeVar("Happened", bound=Event)

CHANGES: "dict[type[Event], Callable[[World, Any], Following]]" = {}
"""For each kind of event, what it changes. It gives the events that follow."""

UNDOINGS: "dict[type[Event], Callable[[World, Any], None]]" = {}
"""For each kind of durable event, how its change is taken back."""

NOTHING: Following = ()


def _changes(
    kind: type[Happened],
) -> "Callable[[Callable[[World, Happened], Following]], None]":
    def add(function: "Callable[[World, Happened], Following]") -> None:
        CHANGES[kind] = function

    return add


def _undoes(
    kind: type[Happened],
) -> "Callable[[Callable[[World, Happened], None]], None]":
    def add(function: "Callable[[World, Happened], None]") -> None:
        UNDOINGS[kind] = function

    return add


@_changes(events.SessionOpened)
def _open_session(world: "World", event: events.SessionOpened) -> Following:
    world.sessions.add(event.session)
    event.session.is_open = True
    event.session.user.sessions.append(event.session)
    return NOTHING


@_changes(events.PasswordOffered)
def _keep_password(_world: "World", event: events.PasswordOffered) -> Following:
    event.session.password = event.password
    return NOTHING


@_changes(events.NegotiationChanged)
def _negotiate(_world: "World", event: events.NegotiationChanged) -> Following:
    event.session.is_negotiating = event.is_open
    event.session.cap_version = event.cap_version
    return NOTHING


@_changes(events.CapabilitiesChanged)
def _take_capabilities(_world: "World", event: events.CapabilitiesChanged) -> Following:
    event.session.take_capabilities(event.capabilities)
    for channel in event.session.user.channels:
        channel.forget_audience()
    return NOTHING


@_changes(events.NamesGiven)
def _take_names(_world: "World", event: events.NamesGiven) -> Following:
    event.session.has_user_command = True
    event.session.user.take_names(event.username, event.realname)
    return NOTHING


@_changes(events.SessionRegistered)
def _register(world: "World", event: events.SessionRegistered) -> Following:
    event.session.is_registered = True
    world.registered_sessions += 1
    event.session.password = event.session.token = None
    if not event.session.user.is_registered:
        event.session.user.is_registered = True
        world.registered_users += 1
        world.most_users = max(world.most_users, world.registered_users)
    return NOTHING


@_changes(events.SessionClosed)
def _close_session(world: "World", event: events.SessionClosed) -> Following:
    world.sessions.discard(event.session)
    world.watches.change(event.session, {})
    event.session.is_open = False
    if event.session.is_registered:
        world.registered_sessions -= 1
    user = event.session.user
    user.sessions.remove(event.session)
    for channel in user.channels:
        channel.forget_audience()
    if not (user.sessions or user.stays):
        _forget_user(world, user)
    return NOTHING


@_changes(events.NickChanged)
def _change_nick(world: "World", event: events.NickChanged) -> Following:
    user = event.user
    world.unseat(user)
    user.take_nick(event.nick, event.since)
    world.seat(user)
    user.watchers = world.watches.watchers_of(user.key)
    return NOTHING


@_changes(events.AwayChanged)
def _change_away(_world: "World", event: events.AwayChanged) -> Following:
    event.user.away = event.text
    return NOTHING


@_changes(events.UserModesChanged)
def _change_user_modes(world: "World", event: events.UserModesChanged) -> Following:
    world.mode_counts.update(event.modes - event.previous)
    world.mode_counts.subtract(event.previous - event.modes)
    event.user.modes = shared(event.modes)
    if OPERATOR not in event.modes:
        event.user.operator = None
    return NOTHING


@_changes(events.UserQuit)
def _quit(world: "World", event: events.UserQuit) -> Following:
    user = event.user
    world.let_stay(user, stays=False)
    world.registered_users -= 1
    if not user.sessions:
        _forget_user(world, user)
    world.mode_counts.subtract(user.modes)
    ended = [lose(user, channel) for channel in tuple(user.channels)]
    return tuple(one for following in ended for one in following)


@_changes(channel_events.ChannelOpened)
def _open_channel(world: "World", event: channel_events.ChannelOpened) -> Following:
    key = world.fold(event.name)
    channel = Channel(
        event.name,
        key,
        event.created_at,
        event.history_start,
        is_permanent=event.is_permanent,
        conversation=event.conversation or _new_conversation(world, key, event),
    )
    channel.take_modes(event.modes or Modes(event.flags))
    channel.topic = event.topic
    channel.awaited = dict(event.awaited)
    channel.absent = dict.fromkeys(event.absent)
    channel.founder = event.founder
    world.place(channel)
    world.conversations.add(channel.conversation)
    return NOTHING


def _new_conversation(
    world: "World", key: str, event: channel_events.ChannelOpened
) -> str:
    """Give what a history can be kept under: the key, unless another room took that.

    A room does so that had the name before and has been renamed since.
    """
    is_taken = key in world.conversations
    return conversation_beside(key, event.history_start) if is_taken else key


CHANGES[channel_events.ReturnTimeEnded] = await_nobody


@_changes(channel_events.ChannelEnded)
def _end_channel(world: "World", event: channel_events.ChannelEnded) -> Following:
    world.displace(event.channel)
    world.conversations.discard(event.channel.conversation)
    return NOTHING


@_changes(channel_events.ChannelJoined)
def _join(_world: "World", event: channel_events.ChannelJoined) -> Following:
    event.channel.members[event.user] = event.ranks
    event.channel.awaited.pop(event.user.key, None)
    event.channel.absent.pop(event.user.id, None)
    event.user.forget_invitation(event.channel)
    event.user.channels[event.channel] = None
    event.channel.widen_audience(event.user)
    return NOTHING


@_changes(channel_events.ChannelLeft)
def _part(_world: "World", event: channel_events.ChannelLeft) -> Following:
    return leave(event.user, event.channel)


@_changes(channel_events.Kicked)
def _kick(_world: "World", event: channel_events.Kicked) -> Following:
    return leave(event.user, event.channel)


@_changes(channel_events.Invited)
def _invite(_world: "World", event: channel_events.Invited) -> Following:
    is_operator = event.channel.is_operator(event.by)
    opens = Opens.GATE | Opens.BAN if is_operator else Opens.GATE
    event.user.remember_invitation(event.channel, opens)
    return NOTHING


@_changes(channel_events.TopicChanged)
def _change_topic(_world: "World", event: channel_events.TopicChanged) -> Following:
    event.channel.topic = event.topic
    return NOTHING


@_undoes(channel_events.TopicChanged)
def _put_topic_back(_world: "World", event: channel_events.TopicChanged) -> None:
    if event.channel.topic is event.topic:
        event.channel.topic = event.previous


@_changes(channel_events.ChannelModesChanged)
def _change_modes(
    _world: "World", event: channel_events.ChannelModesChanged
) -> Following:
    event.channel.take_modes(event.modes)
    if event.ranks:
        event.channel.members.update(event.ranks)
        event.channel.rolls.clear()
    return NOTHING


@_undoes(channel_events.ChannelModesChanged)
def _put_modes_back(_world: "World", event: channel_events.ChannelModesChanged) -> None:
    channel = event.channel
    if channel.modes is event.modes:
        channel.take_modes(event.previous)
    else:
        channel.take_modes(taken_back(channel.modes, event.previous, event.modes))
    channel.rolls.clear()
    for user, ranks in event.previous_ranks.items():
        if user in channel.members and channel.members[user] == event.ranks[user]:
            channel.members[user] = with_founders_rank(channel, user, ranks)


@_changes(message_events.MessageSent)
def _send_message(world: "World", event: message_events.MessageSent) -> Following:
    world.said += 1
    sender = event.sender.user
    sender.spoke_at = event.message.time // 1000
    if event.recipient is not None:
        sender.remember_correspondent(event.recipient)
        event.recipient.remember_correspondent(sender)
    if event.repeat_key is not None:
        world.recent.add(event.repeat_key, event.message)
    return NOTHING


@_undoes(message_events.MessageSent)
def _forget_message(world: "World", event: message_events.MessageSent) -> None:
    if event.repeat_key is not None:
        world.recent.remove(event.repeat_key, event.message)


def _forget_user(world: "World", user: "User") -> None:
    world.unseat(user)
    if not user.is_registered:
        world.mode_counts.subtract(user.modes)

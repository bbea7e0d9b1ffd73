"""Leaving a channel: who may come back without an invitation, and when it ends.

Whose connection ends while he is in a channel that takes only who is invited has not
left it: his account may enter again. After PART and KICK it may not, for then he is not
in it; and a ban keeps him out as everybody.
"""

from typing import TYPE_CHECKING

from server.world.channel_events import ChannelEnded
from server.world.user import ACCOUNT_SIGN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from server.world.channel import Channel
    from server.world.channel_events import ReturnTimeEnded
    from server.world.events import Event
    from server.world.user import User
    from server.world.world import World

Following = tuple["Event", ...]
NOTHING: Following = ()


def is_missed(channel: "Channel", known_by: str) -> bool:
    """Tell whether a channel lets somebody back who is known by this (`known_by`)."""
    return channel.has_mode("i") and known_by.startswith(ACCOUNT_SIGN)


def missed_after_return_time(channel: "Channel") -> "Iterator[str]":
    """Give the accounts that have not come back since a restart, but may later."""
    for known_by, _ranks in channel.awaited.values():
        if is_missed(channel, known_by):
            yield known_by


def await_nobody(_world: "World", event: "ReturnTimeEnded") -> Following:
    """Let a channel give nobody his rank again, and end if it is empty."""
    channel = event.channel
    channel.absent.update(dict.fromkeys(missed_after_return_time(channel)))
    channel.awaited.clear()
    return end_if_empty(channel)


def lose(user: "User", channel: "Channel") -> Following:
    """Let a user be in a channel no more whose connection has ended."""
    if is_missed(channel, user.known_by):
        channel.absent[user.id] = None
    return leave(user, channel)


def leave(user: "User", channel: "Channel") -> Following:
    """Let a user be in a channel no more."""
    del channel.members[user]
    channel.rolls.clear()
    del user.channels[channel]
    channel.narrow_audience(user.sessions)
    return end_if_empty(channel)


def end_if_empty(channel: "Channel") -> Following:
    """Let a channel end that nobody is in, unless it outlives its members."""
    is_empty = not (channel.members or channel.awaited)
    if not is_empty or channel.is_permanent or channel.founder is not None:
        return NOTHING
    return (ChannelEnded(channel),)

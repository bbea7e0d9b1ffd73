"""Whom somebody may see: in a channel, and among all users."""

from collections.abc import Iterable

from server.world.channel import Channel
from server.world.user import User

AUDITORIUM = "u"
INVISIBLE = "i"


def visible_members(channel: Channel, viewer: User) -> Iterable[User]:
    """Give those of a channel's members whom this user may see.

    A stranger does not see who is invisible, and nobody in a secret channel. In an
    auditorium, who has no rank sees only those who have one.
    """
    is_inside = viewer in channel.members
    if channel.has_mode("s") and not is_inside:
        return ()
    members: Iterable[User] = channel.members
    if not is_inside:
        members = (each for each in members if INVISIBLE not in each.modes)
    if channel.has_mode(AUDITORIUM) and not channel.ranks_of(viewer):
        return (each for each in members if channel.ranks_of(each))
    return members


def is_visible(user: User, viewer: User) -> bool:
    """Tell whether who does not know the nick may find the user."""
    if INVISIBLE not in user.modes or user is viewer:
        return True
    shared = user.channels.keys() & viewer.channels.keys()
    return any(is_known_in(channel, user, viewer) for channel in shared)


def is_known_in(channel: Channel, user: User, viewer: User) -> bool:
    """Tell whether one may know that a user is in a channel, if one may know of it."""
    return user is viewer or not channel.hides(user) or bool(channel.ranks_of(viewer))

"""Sentences about rooms and what can be done about them, ready to translate."""

from datetime import datetime

from chatapp.controllers.wording import plural
from chatapp.language import gettext as _
from chatapp.language import ngettext
from chatapp.models.entities import Room, RoomKind

ONLY_TWO = _("Between the two of you, and whoever runs the server.")
ONLY_TWO_WILL = _("Only the two of you will see it, and whoever runs the server could.")
ONLY_YOU = _("Only you see this here.")

MARK_READ = _("Mark as read")
ADD_FAVOURITE = _("Add to the favourites")
REMOVE_FAVOURITE = _("Remove from the favourites")
CALL_ALWAYS = _("Tell me of every message")
CALL_FOR_MENTIONS = _("Tell me only of mentions")
CALL_NEVER = _("Mute")
MUTE_FOR_AN_HOUR = _("Mute for an hour")
AS_PLAIN_TEXT = _("As plain text")
EXPORT = _("Export…")
COPY_LINK = _("Copy a link to this room")
LEAVE = _("Leave this room")
CLOSE = _("Close this conversation")
JOIN = _("Join")
JOIN_AGAIN = _("Join again")
JOIN_FIRST = _("Type /join #room to come into a room")
COMMAND_OF_LINES = _(
    "What begins with / is a command, and has one line only. Take out the line breaks,"
    " or put a space in front to say all of it in the room."
)
NOBODY_HEARS = _(
    "Nobody can read this, as no room is open. Join one with + beside ROOMS, or type"
    " /join #room."
)

FIND_ROOM = _("Find a room, or type the name of a new one")
STAYS = _("It belongs to your account {account}, and stays when nobody is in it.")
ENDS = _("You are a guest here: the room ends when everybody has left it.")
WAS_THERE = _(
    "{room} was there already, so its settings are left as they are. You are in it now."
)


def muted_until(moment: datetime) -> str:
    """Say until when a room is muted."""
    return _("Muted until {moment:%H:%M}").format(moment=moment.astimezone())


def topic_too_long(over: int, longest: int) -> str:
    """Say by how much a topic is too long for this server."""
    return ngettext(
        "This topic is {over} character longer than the {longest} that this server "
        "takes. Shorten it a little.",
        "This topic is {over} characters longer than the {longest} that this server "
        "takes. Shorten it a little.",
        over,
    ).format(over=over, longest=longest)


def rooms_of(network: str) -> str:
    """Head the list of a server's rooms."""
    return _("Rooms on {network}").format(network=network)


def listing(count: int) -> str:
    """Say that rooms are coming in."""
    if not count:
        return _("Asking the server which rooms there are…")
    return ngettext(
        "{count} room until now…", "{count} rooms until now…", count
    ).format(count=count)


def listed(count: int, fewest: int) -> str:
    """Say how many rooms there are, and which are left out."""
    if not count and not fewest:
        return _("No room goes by that.")
    if fewest:
        return ngettext(
            "{count} room with {fewest} people or more. Type the whole name of a "
            "smaller one to join it.",
            "{count} rooms with {fewest} people or more. Type the whole name of a "
            "smaller one to join it.",
            count,
        ).format(count=count, fewest=fewest)
    return plural(count, "room", "rooms")


def left(room: str) -> str:
    """Say that one is in a room no more, as one wanted."""
    return _("You left {room}.").format(room=room)


def invites_you(by: str, room: str) -> str:
    """Say that somebody would like to have one in a room."""
    return _("{nick} invites you to {channel}.").format(nick=by, channel=room)


def invited(who: str, room: str, by: str) -> str:
    """Say that somebody was invited, by somebody else or by oneself."""
    if not by:
        return _("{who} was invited to {channel}.").format(who=who, channel=room)
    return _("{nick} invited {who} to {channel}.").format(
        nick=by, who=who, channel=room
    )


def removed_from_room(room: str, by: str, reason: str, is_banned: bool) -> str:
    """Say who removed one from a room, and why as far as it is told."""
    if is_banned:
        words = _("{by} banned you from {room}.")
        if reason:
            words = _("{by} banned you from {room}: {reason}")
    else:
        words = _("{by} removed you from {room}.")
        if reason:
            words = _("{by} removed you from {room}: {reason}")
    return words.format(by=by, room=room, reason=reason)


def invite_to_write(room: Room | None) -> tuple[str, str]:
    """Say what a room is for while nothing stands in it: a title, and a sentence."""
    if room is None:
        return _("No room is open"), _("Join one with + beside ROOMS, or type /join.")
    if room.kind is RoomKind.DIRECT:
        return room.name, _("What you write here goes to {name} alone.").format(
            name=room.name
        )
    return _("Welcome to {name}").format(name=room.name), _(
        "Nobody has said anything yet. Say hello."
    )

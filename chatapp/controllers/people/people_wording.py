"""Sentences about people and what can be done about them, ready to translate."""

from collections.abc import Sequence

from chatapp.language import gettext as _
from chatapp.language import ngettext
from chatapp.models.entities import Power

MOST_NAMED = 3
"""So many who write are named; more are counted."""

RANKS = {
    "~": _("Founders"),
    "&": _("Admins"),
    "@": _("Moderators"),
    "%": _("Helpers"),
    "+": _("Speakers"),
}
OTHER_RANKS = _("Others with a rank")
HERE, AWAY, OFFLINE = _("Here"), _("Away"), _("Offline")
LAST_HERE = _("Here before")
"""Who was here when the connection was lost."""
IGNORED = _("Ignored")
FIND_SOMEBODY = _("Find somebody")

MENTION = _("Mention in the room")
WHO_IS_THIS = _("Who is this?")
WHO_IS_SENDER = _("Who is {sender}?")
IGNORE = _("Ignore")
IGNORE_SENDER = _("Ignore {sender}")
IGNORED_NOW = _(
    "You do not see what {nick} says any more. It is kept, if you change your mind."
)
FOR_THIS_TIME = _(
    "You are {nick} until you leave this chat. The next time you are {username} again; "
    "to be {nick} for good, sign in with that name."
)
SHORTENED = _(
    "This server takes shorter usernames only: you are {nick} here, and not {username}."
)
UNDO = _("Undo")
HEAR_AGAIN = _("Stop ignoring")
ELSEWHERE = _("Use it on another computer")
POWERS = {
    Power.GIVE_VOICE: _("Give voice"),
    Power.TAKE_VOICE: _("Take voice"),
    Power.GIVE_OPERATOR: _("Make moderator"),
    Power.TAKE_OPERATOR: _("Take moderator rank"),
    Power.MUTE: _("Mute in this room"),
    Power.KICK: _("Remove from this room…"),
    Power.BAN: _("Ban from this room…"),
}
UNMUTE = _("Let speak in this room again")
LIST_BANS = _("Who is banned or muted…")

REASON = _("Reason, which everybody in the room can read")
REMOVE, BAN = _("Remove"), _("Ban")
CAN_COME_BACK = _("They can come back whenever they like. Ban them to keep them out.")

BANS_NOTHING = _("Nobody is banned from this room or muted in it.")
BANS_ASKING = _("Asking the server…")
BANS_LIFT = _("Lift it")
CLOSE = _("Close")

CARD_MESSAGE = _("Message")
NO_ACCOUNT = _("None: this is a guest")
ENCRYPTED = _("Encrypted")
ACCOUNT, ROOMS_SHARED = _("Account"), _("Rooms you share")
CARD_ROWS = {
    "Name": _("Real name"),
    "Account": ACCOUNT,
    "Away": _("Away"),
    "Role": _("Role"),
    "Kind": _("Kind"),
    "Here since": _("Here since"),
    "Silent for": _("Silent for"),
    "Connection": _("Connection"),
    "Address": _("Address"),
    "Note": _("Note"),
}
"""What the server tells of somebody, in the order of the card, and how it is called."""


def message_to(nick: str) -> str:
    """Say that a conversation with somebody is opened."""
    return _("Message {nick}").format(nick=nick)


def remove_from(nick: str, room: str) -> str:
    """Ask whether somebody shall be removed."""
    return _("Remove {nick} from {room}?").format(nick=nick, room=room)


def ban_from(nick: str, room: str) -> str:
    """Ask whether somebody shall be banned."""
    return _("Ban {nick} from {room}?").format(nick=nick, room=room)


def bans_of(room: str) -> str:
    """Head the list of who is banned."""
    return _("Banned or muted in {room}").format(room=room)


def no_ban_of(who: str) -> str:
    """Say that no ban is found by a name, as the card shows all of them."""
    return _("No ban names {who}. Choose here which one to lift.").format(who=who)


def no_mute_of(who: str) -> str:
    """Say that nobody is muted by that name, as the card shows who is."""
    return _("{who} is not muted here. Choose here whom to let speak again.").format(
        who=who
    )


def reason_too_long(over: int, longest: int) -> str:
    """Say by how much a reason is too long for this server."""
    return ngettext(
        "This reason is {over} character longer than the {longest} that this server "
        "takes. Shorten it a little.",
        "This reason is {over} characters longer than the {longest} that this server "
        "takes. Shorten it a little.",
        over,
    ).format(over=over, longest=longest)


def are_typing(nicks: Sequence[str]) -> str:
    """Say who is writing; "" for nobody."""
    if not nicks:
        return ""
    if len(nicks) == 1:
        return _("{value} is typing…").format(value=nicks[0])
    if len(nicks) <= MOST_NAMED:
        return _("{join} and {value} are typing…").format(
            join=", ".join(nicks[:-1]), value=nicks[-1]
        )
    return _("{len} people are typing…").format(len=len(nicks))

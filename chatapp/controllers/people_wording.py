"""Sentences about people and what can be done about them, ready to translate."""

from chatapp.controllers.wording import plural
from chatapp.models.entities import Power

RANKS = {
    "~": "Founders",
    "&": "Admins",
    "@": "Moderators",
    "%": "Helpers",
    "+": "Speakers",
}
OTHER_RANKS = "Others with a rank"
HERE, AWAY, OFFLINE = "Here", "Away", "Offline"
IGNORED = "Ignored"
FIND_SOMEBODY = "Find somebody"

MENTION = "Mention in the room"
WHO_IS_THIS = "Who is this?"
WHO_IS_SENDER = "Who is {sender}?"
IGNORE = "Ignore"
IGNORE_SENDER = "Ignore {sender}"
IGNORED_NOW = (
    "You do not see what {nick} says any more. It is kept, if you change your mind."
)
UNDO = "Undo"
HEAR_AGAIN = "Stop ignoring"
ELSEWHERE = "Use it on another computer"
POWERS = {
    Power.GIVE_VOICE: "Give voice",
    Power.TAKE_VOICE: "Take voice",
    Power.GIVE_OPERATOR: "Make moderator",
    Power.TAKE_OPERATOR: "Take moderator rank",
    Power.MUTE: "Mute in this room",
    Power.KICK: "Remove from this room…",
    Power.BAN: "Ban from this room…",
}
LIST_BANS = "Who is banned or muted…"

REASON = "Reason, which everybody in the room can read"
REMOVE, BAN = "Remove", "Ban"
CAN_COME_BACK = "They can come back whenever they like. Ban them to keep them out."

BANS_NOTHING = "Nobody is banned from this room or muted in it."
BANS_ASKING = "Asking the server…"
BANS_LIFT = "Lift it"
CLOSE = "Close"

CARD_MESSAGE = "Message"
NO_ACCOUNT = "None: this is a guest"
ENCRYPTED = "Encrypted"
ACCOUNT, ROOMS_SHARED = "Account", "Rooms you share"
CARD_ROWS = {
    "Name": "Real name",
    "Account": ACCOUNT,
    "Away": "Away",
    "Role": "Role",
    "Kind": "Kind",
    "Here since": "Here since",
    "Silent for": "Silent for",
    "Connection": "Connection",
    "Address": "Address",
    "Note": "Note",
}
"""What the server tells of somebody, in the order of the card, and how it is called."""


def message_to(nick: str) -> str:
    """Say that a conversation with somebody is opened."""
    return f"Message {nick}"


def remove_from(nick: str, room: str) -> str:
    """Ask whether somebody shall be removed."""
    return f"Remove {nick} from {room}?"


def ban_from(nick: str, room: str) -> str:
    """Ask whether somebody shall be banned."""
    return f"Ban {nick} from {room}?"


def bans_of(room: str) -> str:
    """Head the list of who is banned."""
    return f"Banned or muted in {room}"


def no_ban_of(who: str) -> str:
    """Say that no ban is found by a name, as the card shows all of them."""
    return f"No ban names {who}. Choose here which one to lift."


def reason_too_long(over: int, longest: int) -> str:
    """Say by how much a reason is too long for this server."""
    return (
        f"This reason is {plural(over, 'character', 'characters')} longer than the"
        f" {longest} that this server takes. Shorten it a little."
    )

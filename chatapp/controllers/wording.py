"""Sentences about what happens in a chat, all in one place, ready to translate."""

from collections.abc import Sequence
from dataclasses import replace

from chatapp.controllers.messages.message_wording import (
    DELETED,
    DELETED_BECAUSE,
    DELETED_BY_SOMEBODY,
    EDIT_ON_ITS_WAY,
)
from chatapp.controllers.reading.change_wording import CHANGES
from chatapp.language import gettext as _
from chatapp.language import ngettext, number
from chatapp.models.entities import ChatMessage, MessageKind, Room, RoomKind
from chatapp.wire.formatting import printable

USE_ELSEWHERE = _("Use it on another computer")
ELSEWHERE_TITLE = _("Your name on another computer")
NOT_OWN_YET = _(
    "{nick} is not yet yours for sure on this server, so it cannot be used on another"
    " computer. That needs an encrypted connection and a server with accounts; sign in"
    " again later."
)
ONLY_HERE = _(
    "Only this computer has the address that you signed in by, and no other answers."
    " To use {nick} elsewhere, sign in first by an address that is reached from there."
)
ELSEWHERE = _(
    "Paste this link into the address field of chatapp there, or scan it, and you are"
    " {nick} on both. Whoever has it can be you: show it to nobody else."
)
ALREADY_HOSTED = _("A chat runs on this computer already. Press Sign in to join it.")
ONLY_TWO = _("Between the two of you, and whoever runs the server.")
ONLY_TWO_WILL = _("Only the two of you will see it, and whoever runs the server could.")
ONLY_YOU = _("Only you see this here.")
MOST_NAMED = 3
_PROGRAM = "chatapp"
_MOST_OF_TITLE = 200
"""So many who write are named; more are counted."""

CLOSING_TITLE = _("Stop this chat?")
HOST_LEAVES = _(
    "The computer that this chat runs on is leaving, so the chat ends here. What you"
    " write is kept, and sent if it comes back."
)
STOP_CHAT = _("Stop the chat")
KEEP_OPEN = _("Keep it open")

_UNITS = (86_400, 3_600, 60, 1)


def plural(count: int, one: str, many: str) -> str:
    """Return the count with the word that fits it."""
    return f"{number(count)} {ngettext(one, many, count)}"


def mixes_alphabets(alphabets: list[str]) -> str:
    """Say why a name of several alphabets is not taken, and what to do."""
    return _(
        "This username mixes {join} letters, so it could be taken for "
        "another one. Use letters of one alphabet."
    ).format(join=_(" and ").join(alphabets))


def ends_for_others(count: int) -> str:
    """Say whom it touches when the chat that one hosts is stopped."""
    return ngettext(
        "{count} other person is in this chat. It ends for them when you close this"
        " window, unless you let it go on without you.",
        "{count} other people are in this chat. It ends for all of them when you close"
        " this window, unless you let it go on without you.",
        count,
    ).format(count=count)


def duration(seconds: float) -> str:
    """Return how long something took, as people say it."""
    length = next((each for each in _UNITS if seconds >= each), 0)
    if not length:
        return _("a moment")
    count = int(seconds // length)
    return {
        86_400: plural(count, "day", "days"),
        3_600: plural(count, "hour", "hours"),
        60: plural(count, "minute", "minutes"),
        1: plural(count, "second", "seconds"),
    }[length]


def came_back(seconds: float, missed: int, nick: str, taken: str) -> str:
    """Say how long one was offline and what came; `taken`: the nick one lacks now."""
    sentences = [
        _("You were offline for {duration}.").format(duration=duration(seconds))
    ]
    if missed:
        sentences.append(
            ngettext(
                "{count} message came meanwhile.",
                "{count} messages came meanwhile.",
                missed,
            ).format(count=missed)
        )
    else:
        sentences.append(_("Nothing was said meanwhile."))
    if taken:
        sentences.append(
            _("You are {nick} until {taken} is free again.").format(
                nick=nick, taken=taken
            )
        )
    return " ".join(sentences)


def titled(name: str) -> str:
    """Give what stands in a window's title bar, of a name that may be any at all."""
    return f"{printable(name)[:_MOST_OF_TITLE]} – {_PROGRAM}"


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


def present(message: ChatMessage) -> ChatMessage:
    """Return the message as it is to be read: a change becomes a sentence."""
    if message.kind is MessageKind.DELETED:
        words = DELETED_BECAUSE if message.text else DELETED
        words = words if message.target else DELETED_BY_SOMEBODY
        return replace(
            message, text=words.format(by=message.target, reason=message.text)
        )
    if message.kind is MessageKind.EDIT:
        return replace(message, text=EDIT_ON_ITS_WAY.format(text=message.text))
    if message.change is None:
        return message
    return replace(message, text=CHANGES[message.change](message))


KEYS_TITLE = _("Keys")
SWITCHER_TITLE = _("Go to")
SWITCHER_LABEL = _("A room, a person, or / and a command")


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

"""Sentences about changed settings of a room, ready to translate."""

from chatapp.controllers.ban_wording import describes
from chatapp.models.entities import Ban, ChatMessage
from chatapp.wire.extended_bans import BAN, QUIET, BanKind, read_ban
from chatapp.wire.isupport import Isupport

_MASK_SIGNS = frozenset("!@:")
_BANS = Isupport({"EXTBAN": ",am", "ACCOUNTEXTBAN": "a"})

_UNKNOWN = "{who} changed the room's settings: {text}"
_SENTENCES = {
    "+q": "{who} made {what} a founder",
    "-q": "{who} took the founder's rank from {what}",
    "+a": "{who} made {what} an admin",
    "-a": "{who} took the admin's rank from {what}",
    "+o": "{who} made {what} a moderator",
    "-o": "{who} took the moderator's rank from {what}",
    "+h": "{who} made {what} a helper",
    "-h": "{who} took the helper's rank from {what}",
    "+v": "{who} gave a voice to {what}",
    "-v": "{who} took the voice from {what}",
    "+m": "{who} let only people with a voice speak here",
    "-m": "{who} let everybody speak here again",
    "+i": "{who} let only invited people in",
    "-i": "{who} let everybody in again",
    "+t": "{who} let only moderators change the topic",
    "-t": "{who} let everybody change the topic",
    "+s": "{who} took this room off the list of rooms",
    "-s": "{who} put this room on the list of rooms",
    "+R": "{who} let only people with an account in",
    "-R": "{who} let people without an account in again",
    "+M": "{who} let only people with an account speak here",
    "-M": "{who} let people without an account speak here again",
    "+k": "{who} asks newcomers for a key: {what}",
    "-k": "{who} asks newcomers for no key any more",
    "+l": "{who} lets no more than {what} people in",
    "-l": "{who} lets any number of people in",
}
_BAN_SENTENCES = {
    ("+", BanKind.KEEPS_OUT): "{who} set a ban: {what}",
    ("-", BanKind.KEEPS_OUT): "{who} lifted a ban: {what}",
    ("+", BanKind.SILENCES): "{who} muted: {what}",
    ("-", BanKind.SILENCES): "{who} lifted a mute: {what}",
}


def changed_settings(message: ChatMessage) -> str:
    """Say what was changed: in words where it is one thing, else as it was written."""
    who = "You" if message.mine else message.sender
    modes, _, what = message.text.partition(" ")
    sign, letter = modes[:1], modes[1:]
    is_mask = not _MASK_SIGNS.isdisjoint(what)
    if letter == BAN or (letter == QUIET and is_mask):
        return _about_ban(who, sign, letter, what)
    sentence = _SENTENCES.get(modes, _UNKNOWN) if " " not in what else _UNKNOWN
    return sentence.format(who=who, what=what, text=message.text)


def _about_ban(who: str, sign: str, letter: str, text: str) -> str:
    found = read_ban(_BANS, letter, text.removeprefix("$"))
    ban = Ban(letter, text, account=found.account, mask=found.mask)
    sentence = _BAN_SENTENCES.get((sign, found.kind), _UNKNOWN)
    return sentence.format(who=who, what=describes(ban), text=text)

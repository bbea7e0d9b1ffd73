"""Sentences about changed settings of a room, ready to translate."""

from chatapp.controllers.ban_wording import describes
from chatapp.language import gettext as _
from chatapp.models.entities import Ban, ChatMessage
from chatapp.wire.extended_bans import BAN, QUIET, BanKind, read_ban
from chatapp.wire.isupport import Isupport

_MASK_SIGNS = frozenset("!@:")
_BANS = Isupport({"EXTBAN": ",am", "ACCOUNTEXTBAN": "a"})

_UNKNOWN = _("{who} changed the room's settings: {text}")
_SENTENCES = {
    "+q": _("{who} made {what} a founder"),
    "-q": _("{who} took the founder's rank from {what}"),
    "+a": _("{who} made {what} an admin"),
    "-a": _("{who} took the admin's rank from {what}"),
    "+o": _("{who} made {what} a moderator"),
    "-o": _("{who} took the moderator's rank from {what}"),
    "+h": _("{who} made {what} a helper"),
    "-h": _("{who} took the helper's rank from {what}"),
    "+v": _("{who} gave a voice to {what}"),
    "-v": _("{who} took the voice from {what}"),
    "+m": _("{who} let only people with a voice speak here"),
    "-m": _("{who} let everybody speak here again"),
    "+i": _("{who} let only invited people in"),
    "-i": _("{who} let everybody in again"),
    "+t": _("{who} let only moderators change the topic"),
    "-t": _("{who} let everybody change the topic"),
    "+s": _("{who} took this room off the list of rooms"),
    "-s": _("{who} put this room on the list of rooms"),
    "+R": _("{who} let only people with an account in"),
    "-R": _("{who} let people without an account in again"),
    "+M": _("{who} let only people with an account speak here"),
    "-M": _("{who} let people without an account speak here again"),
    "+k": _("{who} asks newcomers for a key: {what}"),
    "-k": _("{who} asks newcomers for no key any more"),
    "+l": _("{who} lets no more than {what} people in"),
    "-l": _("{who} lets any number of people in"),
}
_BAN_SENTENCES = {
    ("+", BanKind.KEEPS_OUT): _("{who} set a ban: {what}"),
    ("-", BanKind.KEEPS_OUT): _("{who} lifted a ban: {what}"),
    ("+", BanKind.SILENCES): _("{who} muted: {what}"),
    ("-", BanKind.SILENCES): _("{who} lifted a mute: {what}"),
}


def changed_settings(message: ChatMessage) -> str:
    """Say what was changed: in words where it is one thing, else as it was written."""
    who = _("You") if message.mine else message.sender
    modes, _gap, what = message.text.partition(" ")
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

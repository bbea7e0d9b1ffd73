"""Sentences about changed settings of a room, ready to translate.

Which key a room has is said nowhere: others may look on, or at a projector.
"""

from collections.abc import Sequence

from chatapp.controllers.people.ban_wording import host_of, name_of
from chatapp.language import gettext as _
from chatapp.models.entities import Ban, ChatMessage
from chatapp.wire.extended_bans import BAN, QUIET, BanKind, read_ban
from chatapp.wire.isupport import Isupport
from chatapp.wire.modes import ModeChange, ModeTypes, parse_modes

_MASK_SIGNS = frozenset("!@:")
_MODES = ModeTypes("b", "k", "l", "imnstRM", "qaohv", "~&@%+")
"""Of those that have words here: which take an argument, whatever the server."""
_KEY = "k"
_BETWEEN = " · "
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
    "+n": _("{who} let only people in this room write here"),
    "-n": _("{who} let people outside this room write here"),
    "+t": _("{who} let only moderators change the topic"),
    "-t": _("{who} let everybody change the topic"),
    "+s": _("{who} took this room off the list of rooms"),
    "-s": _("{who} put this room on the list of rooms"),
    "+R": _("{who} let only people with an account in"),
    "-R": _("{who} let people without an account in again"),
    "+M": _("{who} let only people with an account speak here"),
    "-M": _("{who} let people without an account speak here again"),
    "+k": _("{who} asks newcomers for a key"),
    "-k": _("{who} asks newcomers for no key any more"),
    "+l": _("{who} lets no more than {what} people in"),
    "-l": _("{who} lets any number of people in"),
}
_BAN_SENTENCES = {
    ("+", BanKind.KEEPS_OUT): _("{who} banned {what}"),
    ("-", BanKind.KEEPS_OUT): _("{who} lifted the ban of {what}"),
    ("+", BanKind.SILENCES): _("{who} muted {what}"),
    ("-", BanKind.SILENCES): _("{who} let {what} speak again"),
}
_HOST_SENTENCES = {
    ("+", BanKind.KEEPS_OUT): _("{who} banned everybody from {host}"),
    ("-", BanKind.KEEPS_OUT): _("{who} lifted the ban of everybody from {host}"),
    ("+", BanKind.SILENCES): _("{who} muted everybody from {host}"),
    ("-", BanKind.SILENCES): _("{who} let everybody from {host} speak again"),
}

_YOU_UNKNOWN = _("You changed the room's settings: {text}")
_YOUR_SENTENCES = {
    "+q": _("You made {what} a founder"),
    "-q": _("You took the founder's rank from {what}"),
    "+a": _("You made {what} an admin"),
    "-a": _("You took the admin's rank from {what}"),
    "+o": _("You made {what} a moderator"),
    "-o": _("You took the moderator's rank from {what}"),
    "+h": _("You made {what} a helper"),
    "-h": _("You took the helper's rank from {what}"),
    "+v": _("You gave a voice to {what}"),
    "-v": _("You took the voice from {what}"),
    "+m": _("You let only people with a voice speak here"),
    "-m": _("You let everybody speak here again"),
    "+i": _("You let only invited people in"),
    "-i": _("You let everybody in again"),
    "+n": _("You let only people in this room write here"),
    "-n": _("You let people outside this room write here"),
    "+t": _("You let only moderators change the topic"),
    "-t": _("You let everybody change the topic"),
    "+s": _("You took this room off the list of rooms"),
    "-s": _("You put this room on the list of rooms"),
    "+R": _("You let only people with an account in"),
    "-R": _("You let people without an account in again"),
    "+M": _("You let only people with an account speak here"),
    "-M": _("You let people without an account speak here again"),
    "+k": _("You ask newcomers for a key"),
    "-k": _("You ask newcomers for no key any more"),
    "+l": _("You let no more than {what} people in"),
    "-l": _("You let any number of people in"),
}
_YOUR_BAN_SENTENCES = {
    ("+", BanKind.KEEPS_OUT): _("You banned {what}"),
    ("-", BanKind.KEEPS_OUT): _("You lifted the ban of {what}"),
    ("+", BanKind.SILENCES): _("You muted {what}"),
    ("-", BanKind.SILENCES): _("You let {what} speak again"),
}
_YOUR_HOST_SENTENCES = {
    ("+", BanKind.KEEPS_OUT): _("You banned everybody from {host}"),
    ("-", BanKind.KEEPS_OUT): _("You lifted the ban of everybody from {host}"),
    ("+", BanKind.SILENCES): _("You muted everybody from {host}"),
    ("-", BanKind.SILENCES): _("You let everybody from {host} speak again"),
}


def changed_settings(message: ChatMessage) -> str:
    """Say each change in words; all as they were written where one has none."""
    sentences = [_about(message, change) for change in _changes(message.text)]
    if sentences and all(sentences):
        return _BETWEEN.join(sentences)
    unknown = _YOU_UNKNOWN if message.mine else _UNKNOWN
    modes = message.text.partition(" ")[0]
    text = modes if _KEY in modes else message.text
    return unknown.format(who=message.sender, text=text)


def _changes(text: str) -> Sequence[ModeChange]:
    """Take apart what was written; nothing where some of it is not understood."""
    modes, *arguments = text.split(" ")
    parsed = parse_modes(modes, arguments, _MODES)
    count = sum(it.argument is not None for it in parsed.changes)
    is_all = not (parsed.unknown or parsed.missing) and count == len(arguments)
    return parsed.changes if is_all else ()


def _about(message: ChatMessage, change: ModeChange) -> str:
    """Say one change in words, or "" where there are none for it."""
    sign, letter, what = "+" if change.adding else "-", change.letter, change.argument
    is_mask = not _MASK_SIGNS.isdisjoint(what or "")
    if what and (letter == BAN or (letter == QUIET and is_mask)):
        return _about_ban(message, sign, letter, what)
    sentences = _YOUR_SENTENCES if message.mine else _SENTENCES
    return sentences.get(f"{sign}{letter}", "").format(who=message.sender, what=what)


def _about_ban(message: ChatMessage, sign: str, letter: str, text: str) -> str:
    found = read_ban(_BANS, letter, text.removeprefix("$"))
    ban = Ban(letter, text, account=found.account, mask=found.mask)
    host = host_of(ban)
    if host:
        sentences = _YOUR_HOST_SENTENCES if message.mine else _HOST_SENTENCES
    else:
        sentences = _YOUR_BAN_SENTENCES if message.mine else _BAN_SENTENCES
    return sentences.get((sign, found.kind), "").format(
        who=message.sender, what=name_of(ban), host=host
    )

"""Says which nicks and channel names are valid, and which names are the same."""

import string
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache, partial

from chatapp.language import gettext as _
from chatapp.wire import precis

CHANNEL_PREFIXES = "#&"

_NOT_IN_NICK = frozenset("!@,*?.")
_NOT_IN_FRONT_OF_NICK = (":", "#", "&", "~", "%", "+", "$")
_UNPRINTABLE_CATEGORIES = frozenset(("Cc", "Cs", "Zl", "Zp"))
_TURNS_TEXT_AROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

Fold = Callable[[str], str]
"""Gives the key by which names are compared."""

PRECIS, ASCII, RFC1459 = "precis", "ascii", "rfc1459"
"""What CASEMAPPING calls the ways to compare names that a server here may have."""


class NameFault(Enum):
    """What is wrong with a name."""

    EMPTY = auto()
    TOO_SHORT = auto()
    TOO_LONG = auto()
    SPACE = auto()
    INVISIBLE = auto()
    CHARACTER = auto()
    START = auto()
    NOT_ASCII = auto()
    MIXED_DIRECTIONS = auto()


@dataclass(frozen=True, slots=True)
class NameProblem:
    """Why a name was not taken, and the sentence that tells a person what to do."""

    fault: NameFault
    sentence: str


_NICK_SENTENCES = {
    NameFault.EMPTY: _("Please type a username of {shortest} to {longest} characters."),
    NameFault.TOO_SHORT: _(
        "This username is too short. Use {shortest} to {longest} characters."
    ),
    NameFault.TOO_LONG: _(
        "This username is too long. Use {shortest} to {longest} characters."
    ),
    NameFault.SPACE: _(
        "A username cannot contain spaces. "
        "Use {shortest} to {longest} letters, digits, - or _."
    ),
    NameFault.INVISIBLE: _(
        "A username cannot contain tabs, line breaks or other invisible"
        " characters. Use {shortest} to {longest} letters, digits, - or _."
    ),
    NameFault.CHARACTER: _(
        "A username cannot contain “{character}”. "
        "Use {shortest} to {longest} letters, digits, - or _."
    ),
    NameFault.START: _(
        "A username cannot begin with “{character}”. Begin it with a letter or a digit."
    ),
    NameFault.NOT_ASCII: _(
        "This server takes usernames of plain letters only, and “{character}” is"
        " none. Use the letters A to Z without accents, digits, - or _."
    ),
    NameFault.MIXED_DIRECTIONS: _(
        "This username mixes writing directions and could be misread. "
        "Use letters of one direction, a letter first, and a letter or digit last."
    ),
}

_CHANNEL_SENTENCES = {
    NameFault.EMPTY: _("Please type the name of a room, for instance #garden."),
    NameFault.TOO_SHORT: _(
        "A room needs a name after the {character} sign. "
        "Add at least one visible character."
    ),
    NameFault.TOO_LONG: _(
        "This name is too long for a room. Use at most {longest} characters."
    ),
    NameFault.SPACE: _("A room's name cannot contain spaces. Use - instead."),
    NameFault.INVISIBLE: _(
        "A room's name cannot contain tabs, line breaks or other control"
        " characters. Type it again without them."
    ),
    NameFault.CHARACTER: _("A room's name cannot contain a comma. Use - instead."),
    NameFault.START: _("A room's name begins with # or &. Put a # in front of it."),
}


def normalize(name: str) -> str:
    """Give the form in which a name is kept, shown and counted: Unicode NFC."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def is_channel(name: str) -> bool:
    """Tell whether a target is a channel rather than a nick."""
    return name.startswith(tuple(CHANNEL_PREFIXES))


def fold(name: str) -> str:
    """Give the key by which nicks and channels are compared; it is never shown.

    The key is the UsernameCaseMapped form of RFC 8265, section 3.3 (casemapping
    "precis"). That profile refuses signs and emoji, and right-to-left letters behind
    a "#". No nick needs them, but any visible text may name a channel, and a name on
    another network may be anything; so what the profile refuses is compared by its
    NFKC form in lower case without invisible characters (Unicode's
    Default_Ignorable_Code_Point). Both forms use the same lower case, so that one
    emoji more does not change how the letters beside it compare.

    Never raises; folding a key gives the key.
    """
    return name.lower() if name.isascii() else _fold_unicode(name)


def fold_with(casemapping: str) -> Fold:
    """Give the fold for the value of a server's CASEMAPPING.

    Specification: https://modern.ircdocs.horse/#casemapping-parameter

    Args:
        casemapping: "precis" (or "rfc7613"), "ascii", "rfc1459", "rfc1459-strict".
            Any other is treated as "ascii", which takes the fewest names for one.
    """
    return _FOLDS.get(casemapping.lower(), _FOLDS[ASCII])


def check_nick(
    name: str, min_length: int, max_length: int, *, ascii_only: bool = False
) -> NameProblem | None:
    """Look for the first reason why a name cannot be a nick; None says it can.

    A dot is excluded, so that no nick can be read as a server's name or an address.
    What a nick may not contain, its key may not either: a full-width @ is no way
    round the rule.

    Args:
        name: as it was typed.
        min_length: fewest code points, counted in NFC.
        max_length: most code points, counted in NFC.
        ascii_only: whether letters of ASCII only are taken, as a server that compares
            names by "ascii" or "rfc1459" has it.
    """
    name = normalize(name)
    fault, character = _nick_fault(name, min_length, max_length)
    if fault is None and ascii_only and not name.isascii():
        fault, character = NameFault.NOT_ASCII, _first_beyond_ascii(name)
    if fault is None:
        return None
    sentence = _NICK_SENTENCES[fault].format(
        shortest=min_length, longest=max_length, character=character
    )
    return NameProblem(fault, sentence)


def check_channel(name: str, max_length: int) -> NameProblem | None:
    """Look for the first reason why a name cannot be a channel's; None says it can.

    Specification: https://modern.ircdocs.horse/#channels, and no characters that turn
    the direction of the text around them, for they make one name look like another.

    Args:
        name: as it was typed, with its prefix.
        max_length: most code points, counted in NFC, the prefix included.
    """
    name = normalize(name)
    fault = _channel_fault(name, max_length)
    if fault is None:
        return None
    sentence = _CHANNEL_SENTENCES[fault].format(longest=max_length, character=name[:1])
    return NameProblem(fault, sentence)


def _nick_fault(
    name: str, min_length: int, max_length: int
) -> tuple[NameFault | None, str]:
    if not name:
        return NameFault.EMPTY, ""
    fault, character = _character_fault(name)
    if fault is not None:
        return fault, character
    if len(name) < min_length:
        return NameFault.TOO_SHORT, ""
    if len(name) > max_length:
        return NameFault.TOO_LONG, ""
    if name.isascii():  # whatever is visible and no space, the profile takes
        return None, ""
    try:
        key = str(precis.usernames().enforce(name))
    except UnicodeEncodeError as refusal:
        return _precis_fault(refusal)
    return _character_fault(key)


def _first_beyond_ascii(name: str) -> str:
    return next(character for character in name if not character.isascii())


def _character_fault(name: str) -> tuple[NameFault | None, str]:
    if name.startswith(_NOT_IN_FRONT_OF_NICK):
        return NameFault.START, name[0]
    for character in name:
        category = unicodedata.category(character)
        if category == "Zs":
            return NameFault.SPACE, ""
        if category in _UNPRINTABLE_CATEGORIES:
            return NameFault.INVISIBLE, ""
        if character in _NOT_IN_NICK:
            return NameFault.CHARACTER, character
    return None, ""


def _precis_fault(refusal: UnicodeEncodeError) -> tuple[NameFault, str]:
    character = refusal.object[refusal.start]
    if refusal.reason.endswith("/bidi_rule"):
        return NameFault.MIXED_DIRECTIONS, ""
    if _is_ignorable(character):
        return NameFault.INVISIBLE, ""
    return NameFault.CHARACTER, character


def _channel_fault(name: str, max_length: int) -> NameFault | None:
    if not name:
        return NameFault.EMPTY
    if not is_channel(name):
        return NameFault.START
    categories = {unicodedata.category(character) for character in name}
    if "Zs" in categories:
        return NameFault.SPACE
    if categories & _UNPRINTABLE_CATEGORIES or not _TURNS_TEXT_AROUND.isdisjoint(name):
        return NameFault.INVISIBLE
    if "," in name:
        return NameFault.CHARACTER
    if len(name) > max_length:
        return NameFault.TOO_LONG
    if all(_is_ignorable(character) for character in name[1:]):
        return NameFault.TOO_SHORT
    return None


def _is_ignorable(character: str) -> bool:
    if character.isascii():
        return False
    return bool(precis.usernames().base.ucd.default_ignorable(ord(character)))


@lru_cache(maxsize=4096)  # the profile takes some 40 microseconds for a short name
def _fold_unicode(name: str) -> str:
    try:
        return str(precis.usernames().enforce(name))
    except UnicodeEncodeError:
        compatible = unicodedata.normalize("NFKC", name)
    visible = "".join(c for c in compatible if not _is_ignorable(c))
    return unicodedata.normalize("NFKC", visible.lower())


def _fold_by_table(table: dict[int, int], name: str) -> str:
    return name.translate(table)


_FOLDS: dict[str, Fold] = {
    PRECIS: fold,
    "rfc7613": fold,
    ASCII: partial(
        _fold_by_table,
        str.maketrans(string.ascii_uppercase, string.ascii_lowercase),
    ),
    RFC1459: partial(
        _fold_by_table,
        str.maketrans(
            string.ascii_uppercase + "[]\\^", string.ascii_lowercase + "{}|~"
        ),
    ),
    "rfc1459-strict": partial(
        _fold_by_table,
        str.maketrans(string.ascii_uppercase + "[]\\", string.ascii_lowercase + "{}|"),
    ),
}

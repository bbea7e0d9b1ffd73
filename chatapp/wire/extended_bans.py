"""Masks of bans that are more than nick!user@host: of accounts, and of silence.

Specification: https://modern.ircdocs.horse/#extban-parameter and
https://ircv3.net/specs/extensions/account-extban
"""

from dataclasses import dataclass
from enum import Enum, auto

from chatapp.wire.isupport import Isupport

BAN, QUIET = "b", "q"
_MUTE = "m"
_TILDE, _DOLLAR = "~", "$"
_OLD_ACCOUNT = "a"
_SIGNS = "$~"


class BanKind(Enum):
    """What a mask in a channel's list does to whom it describes."""

    KEEPS_OUT = auto()
    SILENCES = auto()


@dataclass(frozen=True, slots=True)
class BanMask:
    """An entry of a channel's list, taken apart.

    Args:
        kind: what it does.
        account: the account it describes, or "".
        mask: the mask nick!user@host that it is, or the text as it stands; "" for an
            account.
    """

    kind: BanKind
    account: str = ""
    mask: str = ""


def account_mask(isupport: Isupport, account: str) -> str | None:
    """Give the mask that describes an account; None where the server knows none."""
    prefix, letters = _extended(isupport)
    name = isupport.values.get("ACCOUNTEXTBAN", "").partition(",")[0]
    if not name and prefix == _DOLLAR and _OLD_ACCOUNT in letters:
        name = _OLD_ACCOUNT
    return f"{prefix}{name}:{account}" if name else None


def mute_of(isupport: Isupport, mask: str) -> tuple[str, str] | None:
    """Give the list's mode and the mask that let whom `mask` describes not speak.

    Returns:
        The letter of a mode, such as "b", and its argument; None where the server has
        no such thing.
    """
    prefix, letters = _extended(isupport)
    if QUIET in isupport.mode_types.lists:
        return QUIET, mask
    if prefix == "" and _MUTE in letters:
        return BAN, f"{_MUTE}:{mask}"
    if prefix == _TILDE and QUIET in letters:
        return BAN, f"{_TILDE}{QUIET}:{mask}"
    return None


def read_ban(isupport: Isupport, letter: str, text: str) -> BanMask:
    """Take an entry of a channel's list apart; never raises.

    Args:
        isupport: what the server says of its masks.
        letter: the mode whose list it stands in.
        text: the entry.
    """
    prefix, _ = _extended(isupport)
    mute = f"{_TILDE}{QUIET}:" if prefix == _TILDE else f"{_MUTE}:"
    kind = BanKind.SILENCES if letter == QUIET else BanKind.KEEPS_OUT
    if text.startswith(mute):
        kind, text = BanKind.SILENCES, text.removeprefix(mute)
    name = account_mask(isupport, "")
    if name and text.startswith(name):
        return BanMask(kind, account=text.removeprefix(name))
    return BanMask(kind, mask=text)


def _extended(isupport: Isupport) -> tuple[str, str]:
    """Give the sign before extended masks, and their letters; no sign is common."""
    prefix, _, letters = isupport.values.get("EXTBAN", _SIGNS).partition(",")
    return prefix, letters

"""Whom a channel's lists describe: bans, their exceptions, and invitations for good.

A mask is nick!user@host, or `a:` and an account. `m:` in front of either makes a ban
forbid speaking only. Specification: https://modern.ircdocs.horse/#extban-parameter and
https://ircv3.net/specs/extensions/account-extban
"""

from typing import TYPE_CHECKING

from chatapp.wire.masks import compile_mask, complete_mask

if TYPE_CHECKING:
    from collections.abc import Iterable

    from server.world.channel_modes import ListEntry, Modes
    from server.world.user import User

MUTE = "m:"
ACCOUNT = "a:"
EXTBAN_LETTERS = "am"
ALIAS = "$"
"""Other servers write `$a:account`; it is understood here too."""

NOT_VERIFIED = "!~"
"""Other servers put "~" before a username that nobody vouches for; here none has it."""

KEEPS_OUT = 1
SILENCES = 2


def complete_ban(text: str) -> str:
    """Give a mask as the lists keep it, with stars where a part is missing."""
    text = text.removeprefix(ALIAS)
    if text.startswith(MUTE):
        return MUTE + complete_ban(text.removeprefix(MUTE))
    if not text or text.startswith(ACCOUNT):
        return text
    return complete_mask(text)


def is_complete(text: str) -> bool:
    """Tell whether a mask that was completed describes anybody at all."""
    described = text.removeprefix(MUTE).removeprefix(ACCOUNT)
    return bool(described) and " " not in text and not described.startswith(MUTE)


def verdict_on(user: "User", modes: "Modes") -> int:
    """Tell what the bans forbid a user: KEEPS_OUT, SILENCES, both or nothing."""
    bans, exceptions = modes.entries("b"), modes.entries("e")
    verdict = 0
    if _describes(_plain(bans), user):
        verdict = KEEPS_OUT | SILENCES
    elif _describes(_mutes(bans), user):
        verdict = SILENCES
    if not verdict or _describes(_plain(exceptions), user):
        return 0
    if verdict == SILENCES and _describes(_mutes(exceptions), user):
        return 0
    return verdict


def is_expected(user: "User", modes: "Modes") -> bool:
    """Tell whether a user needs no invitation, because a mask of `I` describes him."""
    return _describes(_plain(modes.entries("I")), user)


def _plain(entries: "Iterable[ListEntry]") -> list[str]:
    return [each.mask for each in entries if not each.mask.startswith(MUTE)]


def _mutes(entries: "Iterable[ListEntry]") -> list[str]:
    masks = (each.mask for each in entries if each.mask.startswith(MUTE))
    return [mask.removeprefix(MUTE) for mask in masks]


def _describes(masks: list[str], user: "User") -> bool:
    return any(_fits(mask, user) for mask in masks)


def _fits(mask: str, user: "User") -> bool:
    if not mask.startswith(ACCOUNT):
        compiled = compile_mask(mask.replace(NOT_VERIFIED, "!", 1), user.fold)
        return any(
            compiled.matches(prefix.replace(NOT_VERIFIED, "!", 1))
            for prefix in user.prefixes
        )
    if user.account is None:
        return False
    described = mask.removeprefix(ACCOUNT)
    return compile_mask(described, user.fold).matches(user.account)

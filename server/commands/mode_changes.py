"""What MODE does to a channel, one change after the other."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from chatapp.wire import numerics as n
from chatapp.wire.masks import fold_mask
from chatapp.wire.modes import ModeChange
from server.commands.channels import known_member, require_operator
from server.commands.context import Context
from server.replies import Refused
from server.reply_texts import (
    EXPECTED_CHANNEL,
    EXPECTED_LIMIT,
    EXPECTED_MASK,
    RANK_TOO_LOW,
)
from server.step import MAX_BODY_BYTES
from server.world.bans import complete_ban, is_complete
from server.world.channel import Channel
from server.world.channel_events import ChannelModesChanged
from server.world.channel_modes import CHANNEL_MODES, ListEntry, order_ranks

if TYPE_CHECKING:
    from server.world.user import User

MAX_WITH_ARGUMENT = 20
"""How many changes with an argument one MODE may ask for (MODES in RPL_ISUPPORT)."""

MAX_MASK_BYTES = 200
_KEY = re.compile(r"[^\s\x00-\x1f\x7f,:][^\s\x00-\x1f\x7f,]{0,22}")
_LIMIT = re.compile(r"0*[1-9][0-9]{0,8}", re.ASCII)


class Draft:
    """A channel's modes while they change, until the others are told."""

    __slots__ = ("changes", "channel", "modes", "ranks", "room")

    def __init__(self, channel: Channel, by: str) -> None:
        """Begin with what is; `by` is the prefix of who changes it."""
        self.channel = channel
        self.modes = replace(channel.modes, lists=dict(channel.modes.lists))
        self.ranks: dict[User, str] = {}
        self.changes: list[ModeChange] = []
        self.room = MAX_BODY_BYTES - len(f":{by} MODE {channel.name} ".encode())

    @property
    def is_full(self) -> bool:
        """Whether the longest change there is might not fit into the line."""
        return bool(self.changes) and self.room < MAX_MASK_BYTES

    def note(self, change: ModeChange) -> None:
        """Keep a change that was made, as the others shall read it."""
        self.changes.append(change)
        self.room -= len(f"+{change.letter} {change.argument or ''}".encode())


Rule = Callable[[Context, Draft, ModeChange], ModeChange | None]
"""Changes the draft and gives the change as it is told; None: it changes nothing."""


def change_modes(
    context: Context, channel: Channel, changes: Sequence[ModeChange]
) -> None:
    """Make those changes that can be made, and tell the sender of the others.

    Raises:
        Refused: there are more of them than one MODE may have; the first were made.
    """
    by = context.user.prefix
    draft = Draft(channel, by)
    count = 0
    for change in changes:
        count += change.argument is not None
        if count > MAX_WITH_ARGUMENT:
            _commit(context, draft, by)
            raise Refused(n.ERR_TOOMANYTARGETS, change.argument or channel.name)
        _change(context, draft, change)
        if draft.is_full:
            _commit(context, draft, by)
            draft = Draft(channel, by)
    _commit(context, draft, by)


def change_flag(
    _context: Context, draft: Draft, change: ModeChange
) -> ModeChange | None:
    """Set or take away a mode that has no argument."""
    flags = draft.modes.flags
    if (change.letter in flags) is change.adding:
        return None
    draft.modes.flags = flags ^ {change.letter}
    return change


def change_key(
    _context: Context, draft: Draft, change: ModeChange
) -> ModeChange | None:
    """Ask for a key, another key or none; it is told whole, for members know it.

    Raises:
        Refused: it cannot be a key.
    """
    previous = draft.modes.key
    if not change.adding:
        draft.modes.key = None
        return None if previous is None else ModeChange(False, change.letter, previous)
    if not _KEY.fullmatch(change.argument or ""):
        raise Refused(n.ERR_INVALIDKEY, draft.channel.name)
    draft.modes.key = change.argument
    return None if previous == change.argument else change


def change_limit(
    _context: Context, draft: Draft, change: ModeChange
) -> ModeChange | None:
    """Let in so many members and no more, or as many as come.

    Raises:
        Refused: it is no number that can be a limit.
    """
    previous = draft.modes.limit
    if not change.adding:
        draft.modes.limit = None
        return None if previous is None else change
    if not _LIMIT.fullmatch(change.argument or ""):
        raise _invalid(draft.channel, change, EXPECTED_LIMIT)
    draft.modes.limit = limit = int(change.argument or "")
    if limit == previous:
        return None
    return ModeChange(True, change.letter, str(limit))


def change_forward(
    context: Context, draft: Draft, change: ModeChange
) -> ModeChange | None:
    """Send those who are not let in to another channel, or away again.

    Raises:
        Refused: there is no such channel, or the sender does not look after it.
    """
    previous = draft.modes.forward
    if not change.adding:
        draft.modes.forward = None
        return None if previous is None else change
    target = context.world.channel(change.argument or "")
    if target is None or target is draft.channel:
        raise _invalid(draft.channel, change, EXPECTED_CHANNEL)
    require_operator(target, context.user)
    draft.modes.forward = target.name
    return None if previous == target.name else ModeChange(True, "f", target.name)


def change_list(
    context: Context, draft: Draft, change: ModeChange
) -> ModeChange | None:
    """Put a mask into a list, or take it out.

    Raises:
        Refused: it is no mask, or the list has as many as it may have.
    """
    mask = complete_ban(change.argument or "")
    is_right = change.argument and is_complete(mask)
    if not is_right or len(mask.encode()) > MAX_MASK_BYTES:
        raise _invalid(draft.channel, change, EXPECTED_MASK)
    entries = draft.modes.entries(change.letter)
    found = _same_entry(context, entries, mask)
    if (found is not None) is change.adding:
        return None
    if found is not None:
        left = tuple(each for each in entries if each is not found)
        draft.modes.lists[change.letter] = left
        return ModeChange(False, change.letter, found.mask)
    if len(entries) >= context.settings.limits.list_mode_entries:
        raise Refused(n.ERR_BANLISTFULL, draft.channel.name, mask)
    entry = ListEntry(mask, context.user.prefix, context.services.clock.seconds())
    draft.modes.lists[change.letter] = (*entries, entry)
    return ModeChange(True, change.letter, mask)


def _same_entry(
    context: Context, entries: Iterable[ListEntry], mask: str
) -> ListEntry | None:
    fold = context.world.fold
    key = fold_mask(mask, fold)
    return next((each for each in entries if fold_mask(each.mask, fold) == key), None)


def change_rank(
    context: Context, draft: Draft, change: ModeChange
) -> ModeChange | None:
    """Give a member a rank, or take it from him.

    Raises:
        Refused: there is no such member, or the sender's own rank is not high enough.
    """
    user = known_member(context, draft.channel, change.argument or "")
    ranks = draft.ranks.get(user, draft.channel.ranks_of(user))
    if (change.letter in ranks) is change.adding:
        return None
    _require_rank(context, draft, user, change)
    draft.ranks[user] = order_ranks(set(ranks) ^ {change.letter})
    return ModeChange(change.adding, change.letter, user.nick)


def _require_rank(
    context: Context, draft: Draft, user: "User", change: ModeChange
) -> None:
    """Refuse to give or take what is above one's own rank; anybody may step down.

    Raises:
        Refused: the sender's rank is not high enough.
    """
    by, channel = context.user, draft.channel
    if channel.is_ruled_by(by) or (by is user and not change.adding):
        return
    ranks = draft.ranks.get(by, channel.ranks_of(by))
    if change.letter not in MAY_GIVE.get(ranks[:1], ""):
        raise Refused(n.ERR_CHANOPRIVSNEEDED, channel.name, text=RANK_TOO_LOW)


MAY_GIVE = {"q": "qaohv", "a": "ohv", "o": "ohv", "h": "v"}
"""Which ranks one may give and take, by the highest that one has."""

RULES: dict[str, Rule] = {
    **dict.fromkeys(CHANNEL_MODES.flags, change_flag),
    **dict.fromkeys(CHANNEL_MODES.lists, change_list),
    **dict.fromkeys(CHANNEL_MODES.prefixes, change_rank),
    "f": change_forward,
    "k": change_key,
    "l": change_limit,
}


def _change(context: Context, draft: Draft, change: ModeChange) -> None:
    try:
        made = RULES[change.letter](context, draft, change)
    except Refused as refusal:
        context.refuse(refusal)
        return
    if made is not None:
        draft.note(made)


def _commit(context: Context, draft: Draft, by: str) -> None:
    if not draft.changes:
        return
    channel = draft.channel
    previous_ranks = {user: channel.ranks_of(user) for user in draft.ranks}
    context.commit(
        ChannelModesChanged(
            by,
            channel,
            channel.room_id,
            tuple(draft.changes),
            channel.modes,
            draft.modes,
            previous_ranks,
            draft.ranks,
        )
    )


def _invalid(channel: Channel, change: ModeChange, expected: str) -> Refused:
    numeric, argument = n.ERR_INVALIDMODEPARAM, change.argument or ""
    return Refused(numeric, channel.name, change.letter, argument, text=expected)

"""Does to a channel's modes what one change did to others, or takes it back.

Changes are decided before the ones before them are recorded. If one of these fails,
what came after it stands without it.
"""

from typing import TypeVar

from server.world.channel_modes import ListEntry, Modes

Value = TypeVar("Value")


def changed_alike(modes: Modes, old: Modes, new: Modes) -> Modes:
    """Give modes with what differs between two others: that becomes as in the new."""
    return Modes(
        _flags(modes, old, new),
        modes.key if new.key == old.key else new.key,
        modes.limit if new.limit == old.limit else new.limit,
        _lists(modes, old, new),
        modes.forward if new.forward == old.forward else new.forward,
    )


def taken_back(modes: Modes, old: Modes, new: Modes) -> Modes:
    """Give modes without a change from old to new, but for what changed again since."""
    return Modes(
        _flags(modes, new, old),
        _put_back(modes.key, old.key, new.key),
        _put_back(modes.limit, old.limit, new.limit),
        _lists(modes, new, old),
        _put_back(modes.forward, old.forward, new.forward),
    )


def _put_back(value: Value, old: Value, new: Value) -> Value:
    return old if value == new else value


def _flags(modes: Modes, old: Modes, new: Modes) -> frozenset[str]:
    return (modes.flags - (old.flags - new.flags)) | (new.flags - old.flags)


def _lists(modes: Modes, old: Modes, new: Modes) -> dict[str, tuple[ListEntry, ...]]:
    letters = dict.fromkeys((*modes.lists, *old.lists, *new.lists))
    return {
        letter: _entries(
            modes.entries(letter), old.entries(letter), new.entries(letter)
        )
        for letter in letters
    }


def _entries(
    entries: tuple[ListEntry, ...],
    old: tuple[ListEntry, ...],
    new: tuple[ListEntry, ...],
) -> tuple[ListEntry, ...]:
    gone = [entry for entry in old if entry not in new]
    come = [entry for entry in new if entry not in old]
    masks = {entry.mask for entry in come}
    kept = [each for each in entries if each not in gone and each.mask not in masks]
    return (*kept, *come)

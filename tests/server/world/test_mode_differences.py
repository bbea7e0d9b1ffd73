"""Changes of modes are done without those before them, and taken back behind others."""

import pytest

from server.world.channel_modes import ListEntry, Modes
from server.world.mode_differences import changed_alike, taken_back

NONE = Modes()


def flags(letters: str) -> Modes:
    return Modes(frozenset(letters))


def key(word: str | None) -> Modes:
    return Modes(key=word)


def bans(*masks: str) -> Modes:
    return Modes(lists={"b": tuple(ListEntry(mask, "anna", 1) for mask in masks)})


@pytest.mark.parametrize(
    ("modes", "old", "new", "wanted"),
    [
        (flags("n"), flags("mn"), flags("mnt"), flags("nt")),
        (flags("mn"), flags("mn"), flags("n"), flags("n")),
        (NONE, key("first"), key("second"), key("second")),
        (NONE, key("first"), key("first"), NONE),
        (
            NONE,
            Modes(limit=1),
            Modes(limit=2, forward="#b"),
            Modes(limit=2, forward="#b"),
        ),
        (bans("a"), bans("a", "evil"), bans("a", "evil", "b"), bans("a", "b")),
        (bans("a", "b"), bans("a", "b", "evil"), bans("b", "evil"), bans("b")),
    ],
)
def test_only_what_a_change_changed_is_changed(modes, old, new, wanted):
    assert changed_alike(modes, old, new) == Modes(
        wanted.flags, wanted.key, wanted.limit, dict(wanted.lists), wanted.forward
    )


@pytest.mark.parametrize(
    ("modes", "old", "new", "wanted"),
    [
        (flags("mnt"), flags("n"), flags("mn"), flags("nt")),
        (flags("t"), flags("n"), NONE, flags("nt")),
        (key("second"), NONE, key("first"), key("second")),
        (key("first"), NONE, key("first"), NONE),
        (bans("evil", "b"), bans(), bans("evil"), bans("b")),
        (bans("b"), bans("a"), bans(), bans("b", "a")),
        (bans("b"), bans(), bans("evil"), bans("b")),
    ],
)
def test_only_what_a_change_changed_is_taken_back(modes, old, new, wanted):
    assert taken_back(modes, old, new) == wanted

"""Names of channels: what may be one, and what is said of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.names import NameFault, check_channel, is_channel

HEBREW = "\u05e9\u05dc\u05d5\u05dd"
PERSIAN_WITH_JOINER = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"

names = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


def channel_fault(name, longest=64):
    problem = check_channel(name, longest)
    return problem and problem.fault


@pytest.mark.parametrize(
    "name",
    [
        "#lobby",
        "&local",
        "#a",
        "##",
        "#:)",
        "#\U0001f600",
        f"#{FAMILY}",
        f"#{HEBREW}",
        f"#{PERSIAN_WITH_JOINER}",
        "#caf\u00e9 \u00e0".replace(" ", "-"),
        "#\u20ac*?",
    ],
)
def test_any_visible_text_names_a_channel(name):
    assert check_channel(name, 64) is None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("", NameFault.EMPTY),
        ("lobby", NameFault.START),
        ("#", NameFault.TOO_SHORT),
        ("#\u200b\u2060", NameFault.TOO_SHORT),
        ("#a b", NameFault.SPACE),
        ("#a\u00a0b", NameFault.SPACE),
        ("#a,b", NameFault.CHARACTER),
        ("#a\x07", NameFault.INVISIBLE),
        ("#a\0", NameFault.INVISIBLE),
        ("#a\u2028b", NameFault.INVISIBLE),
        ("#a\u202eb", NameFault.INVISIBLE),
        ("#a\ud800", NameFault.INVISIBLE),
        ("#" + "a" * 64, NameFault.TOO_LONG),
    ],
)
def test_what_cannot_name_a_channel_is_told_by_its_fault(name, fault):
    assert channel_fault(name) is fault


@given(names)
def test_every_refused_channel_gets_a_sentence(name):
    problem = check_channel(name, 10)

    assert problem is None or problem.sentence.endswith(".")


def test_the_length_of_a_channel_counts_its_prefix():
    assert channel_fault("#abc", 4) is None
    assert channel_fault("#abcd", 4) is NameFault.TOO_LONG


def test_the_sentence_for_a_long_channel_has_the_figure():
    problem = check_channel("#" + "a" * 64, 64)

    assert problem.sentence.endswith("Use at most 64 characters.")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("#lobby", True), ("&local", True), ("anna", False), ("", False)],
)
def test_a_channel_is_known_by_its_first_character(name, expected):
    assert is_channel(name) is expected

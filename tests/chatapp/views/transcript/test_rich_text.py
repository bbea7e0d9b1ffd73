import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.models.messages.emoji_names import read_library
from chatapp.views.transcript.rich_text import (
    Run,
    RunKind,
    cut,
    cut_in_the_middle,
    links_of,
    plain,
    runs,
    safe,
)
from chatapp.wire.formatting import Style

BOLD = Style(bold=True)


def kinds(text: str) -> list[tuple[RunKind, str]]:
    return [(run.kind, run.text) for run in runs(text)]


def links(text: str) -> list[str]:
    return [run.text for run in runs(text) if run.kind is RunKind.LINK]


def emoji(text: str) -> list[str]:
    return [run.text for run in runs(text) if run.kind is RunKind.EMOJI]


def test_plain_words_are_one_run():
    assert list(runs("good morning")) == [Run("good morning")]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("see https://a.example/x.", "https://a.example/x"),
        ("(https://a.example/x)", "https://a.example/x"),
        ("https://a.example/x_(y)", "https://a.example/x_(y)"),
        ("“https://a.example/?q=1&b=2”", "https://a.example/?q=1&b=2”"),
        ("HTTP://A.EXAMPLE!", "HTTP://A.EXAMPLE"),
        ("go to www.example.org, now", "www.example.org"),
        ("in ircs://irc.example.org/#room.", "ircs://irc.example.org/#room"),
    ],
)
def test_a_link_is_found_without_what_only_follows_it(text, link):
    assert links(text) == [link]


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "xhttp://a", "a@www.example.org", "file:///etc"]
)
def test_what_should_not_be_opened_is_no_link(text):
    assert links(text) == []


def test_the_links_of_a_message_are_told_once_each():
    text = "www.a.example and https://b.example, www.a.example"

    assert links_of(text) == ["http://www.a.example", "https://b.example"]


def test_a_long_text_is_cut_in_the_middle():
    assert cut_in_the_middle("abcdefghij", 7) == "abcd…ij"
    assert cut_in_the_middle("abc", 7) == "abc"


@pytest.mark.parametrize(
    "sequence",
    ["🙂", "👋🏽", "👩‍👩‍👧‍👦", "🇩🇪", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️", "1️⃣", "🏳️‍🌈", "👁️‍🗨️", "✅"],
)
def test_an_emoji_sequence_is_one_run(sequence):
    assert kinds(f"a{sequence}b")[1] == (RunKind.EMOJI, sequence)


def test_every_emoji_of_the_library_is_one_run():
    split = [it.text for it in read_library() if emoji(it.text) != [it.text]]

    assert split == []


def test_emoji_that_follow_each_other_stay_apart():
    all_of_them = [it.text for it in read_library()]

    assert emoji(" ".join(all_of_them)) == all_of_them


def test_flags_that_follow_each_other_are_several():
    assert emoji("🇩🇪🇫🇷") == ["🇩🇪", "🇫🇷"]


def test_signs_that_are_letters_first_stay_letters():
    assert emoji("© 2026 ™ ☎ ↔ 1 #") == []


def test_an_addressed_name_is_a_mention():
    assert (RunKind.MENTION, "@Noor") in kinds("hey @Noor, mail me@home.example")
    assert len(kinds("hey @Noor, mail me@home.example")) == 3


def test_formatting_codes_become_styles():
    assert list(runs("a\x02b\x1dc\x0fd")) == [
        Run("a"),
        Run("b", style=BOLD),
        Run("c", style=Style(bold=True, italic=True)),
        Run("d"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("\x0304,12red\x03", "red"), ("\x04ff0000red", "red"), ("\x16turned", "turned")],
)
def test_colour_codes_leave_nothing_behind(text, shown):
    assert "".join(run.text for run in runs(text)) == shown


def test_overrides_of_the_writing_direction_are_taken_out():
    assert safe("pay \u202e001 me\u2066") == "pay 001 me"


def test_control_characters_are_made_visible():
    assert safe("a\x00b\x07c") == "a␀b␇c"


def test_half_of_a_surrogate_pair_becomes_the_replacement_character():
    assert safe("a\ud800b") == "a\ufffdb"


def test_a_letter_carries_four_marks_at_most():
    assert safe("z" + "\u0301" * 500) == "z" + "\u0301" * 4


def test_a_label_is_one_line_without_codes():
    assert plain(" two\nlines\x02 bold\t ") == "two lines bold"


def test_a_long_text_is_cut_at_a_space():
    shown, left = cut("word " * 1000, 100)

    assert len(shown) <= 100
    assert not shown.endswith("wor")
    assert left == 5000 - len(shown)


def test_a_short_text_is_not_cut():
    assert cut("short", 100) == ("short", 0)


@given(st.text())
def test_nothing_that_is_shown_is_lost_or_made_up(text):
    assert "".join(run.text for run in runs(text)) == "".join(
        safe(part) for part in re.split(_CODES, text)
    )


_CODES = (
    r"\x03(?:\d{1,2}(?:,\d{1,2})?)?"
    r"|\x04(?:[0-9a-fA-F]{6}(?:,[0-9a-fA-F]{6})?)?|[\x02\x0f\x11\x16\x1d-\x1f]"
)


@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF)))
def test_no_run_can_steer_the_window(text):
    shown = "".join(run.text for run in runs(text))

    assert not re.search(
        r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown
    )


@pytest.mark.parametrize(
    "text",
    [
        "👩‍" * 50_000,
        "http://" * 20_000,
        "www." * 30_000,
        "@" * 100_000,
        "\x03" * 100_000,
        "🇩" * 50_000,
        "http://x" + ")" * 100_000,
        "z" + "\u0301" * 100_000,
        "1" * 100_000 + "\u20e3",
        "[{(" * 33_000,
        "https://a.example/ " * 5_000,
    ],
)
@pytest.mark.timeout(20)
def test_the_longest_of_hostile_texts_takes_no_time_to_speak_of(text):
    assert sum(len(run.text) for run in runs(text)) <= len(text)

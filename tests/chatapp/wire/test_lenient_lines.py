"""Every line of a server becomes text: in which encoding, and how far."""

import pytest

from chatapp.wire.lenient_lines import (
    CUT_MARK,
    MOST_LINE_BYTES,
    LenientLines,
    guess_text,
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Grüße 👋".encode(), "Grüße 👋"),
        ("Grüße, café".encode("latin-1"), "Grüße, café"),
        ("€ 5 – „so“".encode("cp1252"), "€ 5 – „so“"),
        ("Jürgen: ".encode() + "schön".encode("latin-1"), "Jürgen: schön"),
        ("schön, café".encode()[:-1], "schön, caf\ufffd"),
        ("schön, café".encode("latin-1"), "schön, café"),
        ("café".encode("latin-1"), "café"),
        (b"\x81\x8d", "\ufffd\ufffd"),
        (b"\xed\xa0\x80", "í\xa0€"),
    ],
)
def test_a_text_is_utf_8_or_as_good_a_guess_as_there_is(raw, text):
    assert guess_text(raw) == text


def test_lines_of_any_kind_keep_their_place():
    lines = LenientLines().feed(
        b"PING 1\r\n:a PRIVMSG #a :caf\xe9\r\n\r\n:a PRIVMSG #a :"
        + b"x" * 600
        + b"\nPING 2\r\n"
    )

    expected = [":a PRIVMSG #a :café", ":a PRIVMSG #a :" + "x" * 600]
    assert lines == ["PING 1", *expected, "PING 2"]


def test_what_may_stand_in_no_line_is_shown_as_unreadable():
    lines = LenientLines().feed(b"one\0two\rthree\r\r\n")

    assert lines == ["one\ufffdtwo\ufffdthree"]


def test_a_line_of_a_server_may_have_all_its_tags_and_more_text_than_it_should():
    line = "@" + "t" * 8000 + " :a PRIVMSG #a :" + "x" * 8000

    assert LenientLines().feed(f"{line}\r\n".encode()) == [line]


def test_a_line_at_the_limit_is_whole_wherever_it_is_cut():
    lines = LenientLines()
    lines.feed(b"x" * MOST_LINE_BYTES + b"\r")

    assert lines.feed(b"\n") == ["x" * MOST_LINE_BYTES]


def test_a_line_without_end_is_given_once_and_cut_and_the_next_one_is_whole():
    lines = LenientLines()

    reports = [lines.feed(b"x" * 10_000) for _ in range(9)]

    expected = [[], ["x" * MOST_LINE_BYTES + CUT_MARK], *[[]] * 7]
    assert reports == expected
    assert lines.feed(b"xx\nPING\n") == ["PING"]


def test_a_long_line_in_one_piece_is_cut_in_the_same_place():
    raw = b"x" * (MOST_LINE_BYTES + 1)

    assert LenientLines().feed(raw + b"\r\nPING\n") == [
        "x" * MOST_LINE_BYTES + CUT_MARK,
        "PING",
    ]

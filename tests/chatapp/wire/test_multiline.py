"""Messages of several lines: limits, pieces, and texts that are too long for one."""

import pytest

from chatapp.wire.multiline import (
    Limits,
    Piece,
    join_pieces,
    parse_limits,
    pieces_of,
    split_message,
)

WIDE = Limits(1_000, 100)


@pytest.mark.parametrize(
    ("value", "limits"),
    [
        ("max-bytes=4096,max-lines=24", Limits(4096, 24)),
        ("max-lines=24,max-bytes=4096,new=1", Limits(4096, 24)),
        ("max-bytes=4096", Limits(4096, None)),
        ("max-lines=24", None),
        ("max-bytes=0", None),
        ("max-bytes=many", None),
        ("max-bytes=" + "9" * 5_000, None),
        ("", None),
    ],
)
def test_limits_are_read_from_the_capabilitys_value(value, limits):
    assert parse_limits(value) == limits


def test_a_line_that_is_too_long_for_the_wire_goes_on_in_the_next_piece():
    pieces = pieces_of("one two\n\nthree", 4)

    assert pieces == [
        Piece("one "),
        Piece("two", goes_on=True),
        Piece(""),
        Piece("thre"),
        Piece("e", goes_on=True),
    ]


@pytest.mark.parametrize("text", ["a", "a\nb", "\n a \n\nb\n", "long words\nhere", ""])
def test_pieces_joined_are_the_text_again(text):
    assert join_pieces(pieces_of(text, 4)) == text


def test_what_keeps_the_limits_is_one_message():
    text = "def f():\n    return 1\n\nf()"

    assert split_message(text, 400, WIDE) == [text]


def test_too_many_lines_become_several_messages():
    assert split_message("a\nb\nc\nd\ne", 400, Limits(1_000, 2)) == [
        "a\nb",
        "c\nd",
        "e",
    ]


def test_the_ends_of_lines_count_as_bytes():
    assert split_message("aa\nbb\ncc", 400, Limits(5)) == ["aa\nbb", "cc"]
    assert split_message("aa\nbb\ncc", 400, Limits(4)) == ["aa", "bb", "cc"]


def test_a_line_that_goes_on_is_not_parted_where_it_fits_the_next_message():
    assert split_message("one\ntwo three", 4, Limits(100, 3)) == ["one", "two three"]


def test_a_line_longer_than_a_message_is_parted_all_the_same():
    assert split_message("aaaa bbbb cccc", 400, Limits(10)) == ["aaaa bbbb ", "cccc"]


def test_a_message_that_begins_within_a_line_keeps_its_limit():
    assert split_message("ééééé\na b", 20, Limits(7)) == ["ééé", "éé", "a b"]


def test_no_message_begins_or_ends_with_empty_lines_or_has_no_others():
    assert split_message("\n\na\n\n\n\nb\n", 400, Limits(1_000, 3)) == ["a", "b"]
    assert split_message("\n \n", 400, WIDE) == []

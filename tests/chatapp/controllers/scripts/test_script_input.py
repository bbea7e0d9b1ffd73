"""What scripts hand over becomes lines, and nothing is lost without a word."""

import pytest

from chatapp.controllers.scripts.script_input import NotText, ScriptInput, read_input


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"hello\n\n \nworld", ["hello", "world"]),
        (b"one\r\ntwo\rthree", ["one", "two", "three"]),
        (b"\xef\xbb\xbfwith a mark", ["with a mark"]),
        ("größer".encode("utf-16"), ["größer"]),
        (b"\xfe\xff" + "größer".encode("utf-16-be"), ["größer"]),
        ("größer\u2028still the same".encode(), ["größer\u2028still the same"]),
        (b"a\tb \x02bold\x02 \x0304red\x0f \x1dslanted", None),
    ],
)
def test_text_stays_as_it_is(data, lines):
    expected = lines or [data.decode()]

    assert read_input(data) == ScriptInput(expected)
    assert read_input(data).warning == ""


@pytest.mark.parametrize(
    ("data", "lines", "changed"),
    [
        (b"\x1b[1;31mred\x1b[0m\nplain", ["red", "plain"], 1),
        (b"\x1b]0;title\x07here\x1b]8;;x\x1b\\there", ["herethere"], 1),
        (b"\x1b(Bplain\x1bM", ["plain"], 1),
        (b"\x01ACTION waves\x01\nbell\x07\x00\x7f", ["ACTION waves", "bell"], 2),
        (b"\x1b[2K\x1b", [], 1),
    ],
)
def test_what_only_a_terminal_understands_is_left_out(data, lines, changed):
    told = read_input(data)

    assert told == ScriptInput(lines, changed)
    assert f"out of {changed} line" in told.warning


def test_what_is_no_utf_8_is_refused_with_its_line():
    with pytest.raises(NotText, match="Line 3 of what came in is not UTF-8"):
        read_input(b"one\ntwo\ngr\xf6\xdfer")


def test_on_windows_one_is_told_what_helps_there(mocker):
    mocker.patch("sys.platform", "win32")

    with pytest.raises(NotText, match="type: chcp 65001"):
        read_input("größer".encode("cp850"))

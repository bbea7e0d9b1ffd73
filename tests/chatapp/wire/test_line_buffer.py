from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.line_buffer import (
    MAX_CLIENT_TAGS_BYTES,
    MAX_DROPPED_BYTES,
    MAX_LINE_BYTES,
    BadLine,
    LineBuffer,
    LineFault,
)

TOO_LONG, ENDLESS = BadLine(LineFault.TOO_LONG), BadLine(LineFault.ENDLESS)

clean_lines = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\r\n\0@"),
    min_size=1,
    max_size=60,
)
any_lines = st.one_of(
    clean_lines.map(str.encode),
    st.binary(max_size=40).map(lambda raw: raw.replace(b"\n", b"")),
    st.sampled_from([b"", b"x" * 511, b"x" * 9000, b"@tag x", b"@" + b"t" * 5000]),
    st.just(b"x" * 20_000),
)


def cut(data, places):
    edges = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[start:end] for start, end in pairwise(edges)]


@pytest.fixture
def buffer():
    return LineBuffer(MAX_LINE_BYTES, MAX_CLIENT_TAGS_BYTES)


@given(st.lists(clean_lines), st.lists(st.integers(min_value=0)))
def test_lines_come_out_as_they_went_in_however_they_are_cut(lines, places):
    buffer = LineBuffer(MAX_LINE_BYTES, MAX_CLIENT_TAGS_BYTES)
    data = "".join(f"{line}\r\n" for line in lines).encode()

    received = [line for part in cut(data, places) for line in buffer.feed(part)]

    assert received == lines
    assert len(buffer._pending) == 0


@given(st.lists(any_lines), st.lists(st.integers(min_value=0)))
def test_where_the_bytes_are_cut_changes_nothing_for_bad_lines_either(lines, places):
    data = b"".join(line + b"\n" for line in lines)
    in_one, in_parts = LineBuffer(512, 4096), LineBuffer(512, 4096)

    received = [line for part in cut(data, places) for line in in_parts.feed(part)]

    assert received == in_one.feed(data)


@given(st.lists(st.binary(max_size=700)))
def test_no_more_than_one_line_is_ever_kept(parts):
    buffer = LineBuffer(64, 128)

    kept = [(buffer.feed(part), len(buffer._pending))[1] for part in parts]

    assert max(kept, default=0) <= 64 + 128


def test_half_a_line_waits_for_the_other_half(buffer):
    first = buffer.feed("PING :gr\u00fc".encode()[:-1])
    second = buffer.feed("\u00fc\r\n".encode()[1:])

    assert (first, second) == ([], ["PING :gr\u00fc"])


def test_a_carriage_return_cut_from_its_line_feed_is_no_part_of_the_line(buffer):
    assert buffer.feed(b"PING\r") + buffer.feed(b"\nPONG\r\n") == ["PING", "PONG"]


def test_a_line_feed_alone_ends_a_line_too(buffer):
    assert buffer.feed(b"PING\nPONG\r\n") == ["PING", "PONG"]


def test_empty_lines_are_left_out(buffer):
    assert buffer.feed(b"\r\n\nPING\r\n\r\n") == ["PING"]


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_a_line_may_have_510_bytes_and_its_end(buffer, end):
    assert buffer.feed(b"x" * 510 + end) == ["x" * 510]


@pytest.mark.parametrize("end", [b"\r\n", b"\n"])
def test_a_line_of_511_bytes_is_too_long(buffer, end):
    assert buffer.feed(b"x" * 511 + end) == [TOO_LONG]


def test_bytes_are_counted_and_not_characters(buffer):
    assert buffer.feed("ü".encode() * 256 + b"\r\n") == [TOO_LONG]


def test_tags_have_a_limit_of_their_own(buffer):
    line = "@" + "t" * 4094 + " " + "x" * 510

    assert buffer.feed(line.encode() + b"\r\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        b"@" + b"t" * 4095 + b" PING",
        b"@" + b"t" * 4095,
        b"@t " + b"x" * 511,
    ],
    ids=["the tags", "tags alone", "the text behind tags"],
)
def test_tags_and_text_are_each_too_long_for_themselves(buffer, line):
    assert buffer.feed(line + b"\r\n") == [TOO_LONG]


@pytest.mark.parametrize("end", [b"", b"\r\n"])
def test_a_line_of_which_too_much_is_dropped_is_reported_once_more(buffer, end):
    first = buffer.feed(b"x" * MAX_DROPPED_BYTES)
    second = buffer.feed(b"xx" + end)
    third = buffer.feed(b"xx" + end)

    assert (first, second) == ([TOO_LONG], [ENDLESS])
    assert ENDLESS not in third


def test_lines_that_are_too_long_are_not_counted_together(buffer):
    lines = b"x" * 9000 + b"\r\n"

    assert buffer.feed(lines * 3) == [TOO_LONG] * 3


def test_a_line_that_never_ends_is_reported_once_and_not_kept(buffer):
    reports = [buffer.feed(b"x" * 300) for _ in range(5)]

    assert reports == [[], [TOO_LONG], [], [], []]
    assert len(buffer._pending) == 0


def test_the_line_after_an_endless_one_is_heard(buffer):
    buffer.feed(b"x" * 1000)

    assert buffer.feed(b"xxx\r\nPING\r\n") == ["PING"]


def test_a_line_at_the_limit_whose_end_comes_later_is_whole(buffer):
    buffer.feed(b"x" * 510 + b"\r")

    assert buffer.feed(b"\n") == ["x" * 510]


def test_a_line_that_is_not_utf8_keeps_its_place_and_its_bytes(buffer):
    lines = buffer.feed(b"PING 1\r\nPRIVMSG a :\xff\r\nPING 2\r\n")

    assert lines == [
        "PING 1",
        BadLine(LineFault.NOT_UTF8, b"PRIVMSG a :\xff"),
        "PING 2",
    ]


def test_a_line_with_nul_keeps_its_place(buffer):
    lines = buffer.feed(b"PING 1\r\nPI\0NG\r\nPING 2\r\n")

    assert lines == ["PING 1", BadLine(LineFault.NUL, b"PI\0NG"), "PING 2"]


def test_lines_too_many_for_the_short_way_are_all_read(buffer):
    lines = [f"PRIVMSG #lobby :{number} and more" for number in range(200)]

    assert buffer.feed("".join(f"{line}\r\n" for line in lines).encode()) == lines


def test_nothing_received_gives_nothing(buffer):
    assert buffer.feed(b"") == []

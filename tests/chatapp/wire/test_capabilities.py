from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.capabilities import (
    parse_capabilities,
    render_capabilities,
    split_capabilities,
)

names = st.from_regex(r"([a-z.]{1,8}/)?[a-z-]{1,20}", fullmatch=True)
values = st.from_regex(r"[A-Za-z0-9,=-]{0,20}", fullmatch=True)


@given(st.dictionaries(names, values), st.integers(min_value=40, max_value=400))
def test_capabilities_that_were_written_are_read_as_the_same(capabilities, limit):
    lines = split_capabilities(render_capabilities(capabilities.items()), limit)

    assert parse_capabilities(" ".join(lines)) == capabilities


@given(st.lists(names), st.integers(min_value=30, max_value=400))
def test_every_line_fits(tokens, limit):
    lines = split_capabilities(tokens, limit)

    assert all(len(line.encode()) <= limit for line in lines)


def test_a_capability_may_have_a_value():
    assert parse_capabilities("sasl=PLAIN,SCRAM-SHA-256 echo-message") == {
        "sasl": "PLAIN,SCRAM-SHA-256",
        "echo-message": "",
    }


def test_a_capability_to_be_dropped_keeps_its_sign():
    assert parse_capabilities("-echo-message ") == {"-echo-message": ""}


def test_lines_are_filled_before_a_new_one_begins():
    assert split_capabilities(["batch", "sasl", "setname"], 12) == [
        "batch sasl",
        "setname",
    ]


def test_a_token_longer_than_a_line_stands_alone():
    assert split_capabilities(["metadata", "a", "setname"], 4) == [
        "metadata",
        "a",
        "setname",
    ]


def test_no_capabilities_are_one_empty_line():
    assert split_capabilities([], 400) == [""]

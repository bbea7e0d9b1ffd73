from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parser_tests import data

from chatapp.wire.message import (
    MalformedMessage,
    Message,
    Source,
    escape_tag_value,
    parse_tags,
    render_tags,
    unescape_tag_value,
)

# The vectors of https://github.com/ircdocs/parser-tests
SPLITS = data.msg_split["tests"]
JOINS = data.msg_join["tests"]
SOURCES = data.userhost_split["tests"]

on_the_wire = st.characters(exclude_categories=("Cs",), exclude_characters="\r\n\0")
texts = st.text(on_the_wire)
words = st.text(on_the_wire, min_size=1).filter(
    lambda word: " " not in word and word[0] != ":"
)
commands = st.from_regex(r"[A-Z]{1,12}|[0-9]{3}", fullmatch=True)
tag_keys = st.from_regex(r"\+?([a-z0-9.-]+/)?[A-Za-z0-9-]+", fullmatch=True)
tag_values = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))
messages = st.builds(
    Message,
    command=commands,
    params=st.tuples(st.lists(words, max_size=5), st.lists(texts, max_size=1)).map(
        lambda parts: (*parts[0], *parts[1])
    ),
    tags=st.dictionaries(tag_keys, tag_values, max_size=5),
    source=st.none() | words,
)


@pytest.mark.parametrize("case", SPLITS, ids=lambda case: case["input"])
def test_every_line_of_the_public_vectors_is_read_as_they_say(case):
    atoms = case["atoms"]

    message = Message.parse(case["input"])

    assert message == Message(
        atoms["verb"].upper(),
        tuple(atoms.get("params", ())),
        atoms.get("tags", {}),
        atoms.get("source"),
    )


@pytest.mark.parametrize("case", JOINS, ids=lambda case: case["desc"])
def test_every_message_of_the_public_vectors_is_written_as_they_say(case):
    atoms = case["atoms"]
    message = Message(
        atoms["verb"],
        tuple(atoms.get("params", ())),
        atoms.get("tags", {}),
        atoms.get("source"),
    )

    assert message.render() in case["matches"]


@pytest.mark.parametrize("case", SOURCES, ids=lambda case: case["source"])
def test_every_source_of_the_public_vectors_is_parted_as_they_say(case):
    atoms = case["atoms"]

    source = Source.parse(case["source"])

    assert source == Source(
        atoms.get("nick", ""), atoms.get("user", ""), atoms.get("host", "")
    )


@given(messages)
def test_a_message_that_was_written_is_read_as_the_same_message(message):
    line = message.render()

    assert Message.parse(line) == message


@given(texts)
def test_any_text_is_read_or_called_malformed(line):
    with suppress(MalformedMessage):
        assert Message.parse(line).command


@given(tag_values)
def test_a_tag_value_survives_escaping(value):
    escaped = escape_tag_value(value)

    assert unescape_tag_value(escaped) == value
    assert not set(escaped) & set("; \r\n")


@given(st.dictionaries(tag_keys, tag_values, min_size=1))
def test_tags_that_were_written_are_read_as_the_same_tags(tags):
    assert parse_tags(render_tags(tags)) == tags


@pytest.mark.parametrize("line", ["", "   ", "@id=1", ":ann", "@id=1 :ann ", " :hello"])
def test_a_line_without_a_command_is_malformed(line):
    with pytest.raises(MalformedMessage, match="no command"):
        Message.parse(line)


@pytest.mark.parametrize("intruder", ["\r", "\n", "\0"])
def test_a_line_with_the_end_of_a_line_inside_is_malformed(intruder):
    with pytest.raises(MalformedMessage):
        Message.parse(f"PRIVMSG #lobby :one{intruder}QUIT")


@pytest.mark.parametrize("intruder", ["\r", "\n", "\0"])
def test_no_message_can_smuggle_in_a_second_line(intruder):
    message = Message("PRIVMSG", ("#lobby", f"one{intruder}QUIT"))

    with pytest.raises(MalformedMessage):
        message.render()


@pytest.mark.parametrize(
    "message",
    [
        Message("PRIVMSG", ("two words", "text")),
        Message("PRIVMSG", ("", "text")),
        Message("PRIVMSG", (":colon", "text")),
        Message(""),
        Message("TWO WORDS"),
        Message(":PING"),
        Message("@PING"),
        Message("PING", source="two words"),
        Message("PING", source=""),
        Message("PING", tags={"": "value"}),
        Message("PING", tags={"a=b": "value"}),
        Message("PING", tags={"a b": "value"}),
        Message("PING", tags={"id": "\0"}),
    ],
)
def test_what_would_be_read_as_something_else_is_not_written(message):
    with pytest.raises(MalformedMessage):
        message.render()


def test_a_command_is_read_in_capitals():
    assert Message.parse("privmsg #lobby hello").command == "PRIVMSG"


def test_a_letter_that_grows_in_capitals_makes_no_other_command():
    assert Message.parse("paß secret").command == "paß"


def test_only_the_space_parts_parameters():
    message = Message.parse("JOIN #a\u3000b\u00a0c\td")

    assert message.params == ("#a\u3000b\u00a0c\td",)


def test_an_empty_source_is_no_source():
    assert Message.parse(": PING 1") == Message("PING", ("1",))


def test_tags_without_a_name_are_left_out():
    assert parse_tags(";;=lost;id=1;") == {"id": "1"}


def test_the_colon_stands_only_where_it_is_needed():
    assert Message("JOIN", ("#lobby",)).render() == "JOIN #lobby"


def test_the_trailing_text_is_the_last_parameter():
    assert Message("PRIVMSG", ("#lobby", "hello all")).trailing == "hello all"


def test_the_trailing_text_of_a_message_without_parameters_is_empty():
    assert Message("AWAY").trailing == ""


def test_messages_can_be_members_of_a_set():
    message = Message("PING", ("1",), {"label": "x"})

    assert message in {Message("PING", ("1",), {"label": "x"})}


@pytest.mark.parametrize("text", ["ann!a@host", "ann@host", "ann!a", "irc.example"])
def test_a_source_is_written_as_it_was_read(text):
    assert str(Source.parse(text)) == text

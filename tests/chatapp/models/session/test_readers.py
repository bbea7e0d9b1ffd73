"""Each kind of message as a line, new or past."""

import pytest

from chatapp.models.entities import Change, MessageKind
from chatapp.models.session.readers import is_ctcp_request, read, read_past
from chatapp.wire.message import Message


@pytest.mark.parametrize(
    ("line", "change", "text", "target"),
    [
        (":Ann!a@h JOIN #lobby", Change.JOINED, "", ""),
        (":Ann!a@h JOIN #lobby anna :Ann Lee", Change.JOINED, "", ""),
        (":Ann!a@h PART #lobby", Change.LEFT, "", ""),
        (":Ann!a@h PART #lobby :Lunch time", Change.LEFT, "Lunch time", ""),
        (":Ann!a@h QUIT", Change.QUIT, "", ""),
        (":Ann!a@h QUIT :Bye", Change.QUIT, "Bye", ""),
        (":Ann!a@h NICK Anna", Change.RENAMED, "Anna", ""),
        (":Ann!a@h KICK #lobby bob", Change.KICKED, "", "bob"),
        (":Ann!a@h KICK #lobby bob :Ann", Change.KICKED, "", "bob"),
        (":Ann!a@h KICK #lobby bob :spam", Change.KICKED, "spam", "bob"),
        (":Ann!a@h TOPIC #lobby :", Change.TOPIC, "", ""),
        (":Ann!a@h MODE #lobby +o-v bob zoe", Change.MODE, "+o-v bob zoe", ""),
    ],
)
def test_a_change_is_read_with_its_details(member, line, change, text, target):
    told = read(member.session, Message.parse(line), "#lobby")

    assert (told.change, told.text, told.target) == (change, text, target)
    assert told.room == "#lobby"


@pytest.mark.parametrize(
    "line", [":s 001 noor :Hi", "PING x", "KICK #lobby", "PRIVMSG", "NICK", "TOPIC #a"]
)
def test_what_is_no_line_is_none_in_the_past(member, line):
    assert read_past(member.session, Message.parse(line), "#lobby") is None


@pytest.mark.parametrize(
    ("text", "is_request"),
    [
        ("\x01VERSION\x01", True),
        ("\x01ACTIONS\x01", True),
        ("\x01ACTION waves\x01", False),
        ("\x01ACTION\x01", False),
        ("hello \x01VERSION\x01", False),
        ("", False),
    ],
)
def test_questions_between_programs_are_told_from_words(text, is_request):
    assert is_ctcp_request(Message("PRIVMSG", ("noor", text))) is is_request


def test_words_keep_their_spaces(member):
    message = Message.parse(":Ann!a@h PRIVMSG #lobby :  two  spaces ")

    line = read(member.session, message, "#lobby")

    assert (line.text, line.kind) == ("  two  spaces ", MessageKind.TEXT)

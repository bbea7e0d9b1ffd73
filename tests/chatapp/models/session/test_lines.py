"""A message of the wire as a line of a conversation."""

from unittest.mock import Mock

import pytest

from chatapp.models.entities import Change, MessageKind
from chatapp.models.session.lines import make_change, make_line, mentions, sender_of
from chatapp.wire.message import Message
from tests.chatapp.models.fakes import NOON


def message(**tags):
    return Message("PRIVMSG", ("#lobby", "hi"), tags, "Ann!a@host.example")


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("Ann!a@h", ("Ann", "a", "h")),
        ("irc.example", ("irc.example", "", "")),
        (None, ("", "", "")),
    ],
)
def test_a_message_may_say_who_it_is_from(source, parts):
    sender = sender_of(Message("PING", source=source))

    assert (sender.nick, sender.user, sender.host) == parts


def test_every_line_has_a_key_of_its_own(member):
    keys = {make_line(member.session, message(), "#lobby", "hi").key for _ in "abc"}

    assert len(keys) == 3


def test_a_change_tells_what_changed(member):
    line = make_change(member.session, message(), "#lobby", Change.KICKED, "why", "bob")

    assert (line.kind, line.change) == (MessageKind.CHANGE, Change.KICKED)
    assert (line.sender, line.text, line.target) == ("Ann", "why", "bob")
    assert line.time == NOON


def test_a_change_mentions_nobody(member):
    line = make_change(
        member.session, message(), "#lobby", Change.LEFT, "noor asked me"
    )

    assert not line.mentions_me


@pytest.mark.parametrize(
    ("nick", "text", "is_mention"),
    [
        ("[noor]", "hello [noor]!", True),
        ("noor|away", "noor|away: hi", True),
        ("Ünal", "ünal, tea?", True),
        ("noor", "noor-anna is another", False),
        ("noor", "", False),
    ],
)
def test_a_mention_is_the_nick_as_a_word(member, nick, text, is_mention):
    member.session.nick = member.session.wanted_nick = nick

    assert mentions(member.session, text) is is_mention


def test_the_nick_that_one_waits_for_is_a_mention_too(member):
    member.session.nick = "noor_"

    assert mentions(member.session, "noor: are you there?")
    assert mentions(member.session, "noor_: are you there?")


@pytest.mark.parametrize(
    ("text", "is_mention"),
    [
        ("The EXAM is on Monday", True),
        ("\x02Lab 3\x02, everybody", True),
        ("die prüfungen", False),
        ("Die PRÜFUNG!", True),
        ("examine it", False),
    ],
)
def test_a_word_that_one_chose_is_a_mention_too(member, text, is_mention):
    member.highlight_words = ("exam", "lab 3", "Prüfung")

    assert mentions(member.session, text) is is_mention


def test_of_a_text_only_what_is_beside_a_nick_is_looked_at(member):
    lengths = []

    class Watched(str):
        __slots__ = ()

        def __getitem__(self, part):
            lengths.append(len(super().__getitem__(part)))
            return super().__getitem__(part)

    member.session.learn_isupport(Mock(fold=Watched))

    assert not mentions(member.session, "xnoor" * 100 + "x")
    assert max(lengths) == 1

"""TAGMSG with +typing: https://ircv3.net/specs/client-tags/typing."""

import pytest

from chatapp.models.entities import MessageKind, Typing
from chatapp.models.events import RequestRefused, TypingHeard
from chatapp.models.session.conversation import utter
from chatapp.models.session.facts import SendRefused
from chatapp.models.session.typing import tell_typing
from tests.chatapp.models.session.stage import SessionStage


@pytest.fixture
def stage() -> SessionStage:
    return SessionStage().sign_in().enter("#lobby", "noor ann").forget()


@pytest.mark.parametrize(
    ("word", "state"),
    [("active", Typing.ACTIVE), ("paused", Typing.PAUSED), ("done", Typing.DONE)],
)
def test_that_somebody_writes_is_told(stage, word, state):
    stage.feed(f"@+typing={word} :ann!u@h TAGMSG #lobby")

    assert stage.told(TypingHeard) == [TypingHeard("#lobby", "ann", state)]


def test_in_a_direct_conversation_it_is_told_of_the_other(stage):
    stage.feed("@+typing=active :ann!u@h TAGMSG noor")

    assert stage.told(TypingHeard) == [TypingHeard("ann", "ann", Typing.ACTIVE)]


@pytest.mark.parametrize(
    "line",
    [
        "@+typing=active :noor!u@h TAGMSG #lobby",
        "@+typing=strange :ann!u@h TAGMSG #lobby",
        "@+other=1 :ann!u@h TAGMSG #lobby",
        "@+typing=active TAGMSG #lobby",
    ],
)
def test_nothing_is_told_of_anything_else(stage, line):
    stage.feed(line)

    assert stage.facts == []


def test_others_are_told_of_ones_own(stage):
    tell_typing(stage.session, "#lobby", Typing.ACTIVE)

    assert stage.sent == ["@+typing=active;label=typing TAGMSG #lobby"]


def test_a_server_that_keeps_such_tags_back_is_sent_none(stage):
    stage.feed(":s 005 noor CLIENTTAGDENY=typing :are supported")

    tell_typing(stage.session, "#lobby", Typing.ACTIVE)

    assert stage.sent == []


def test_a_server_without_tags_is_sent_none():
    stage = SessionStage().sign_in("")

    tell_typing(stage.session, "#lobby", Typing.ACTIVE)

    assert stage.sent == []


def test_nobody_hears_that_it_was_refused(stage):
    stage.feed("@label=typing :s 404 noor #lobby :Cannot send to channel")
    stage.feed("@label=typing FAIL TAGMSG CANNOT_SEND #lobby :Not now")

    assert [fact.is_unasked for fact in stage.told(SendRefused)] == [True]
    assert stage.told(RequestRefused) == []


def test_without_labels_what_is_refused_of_a_room_one_types_in_may_be_this():
    stage = SessionStage().sign_in("message-tags").enter("#lobby", "noor").forget()
    refusal = ":s 404 noor #lobby :Cannot send to channel"

    tell_typing(stage.session, "#lobby", Typing.ACTIVE)
    stage.feed(refusal)
    utter(stage.session, "#lobby", "hello", MessageKind.TEXT, {})
    stage.feed(refusal)

    assert [fact.is_unasked for fact in stage.told(SendRefused)] == [True, False]

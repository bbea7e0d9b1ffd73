"""TAGMSG with +typing: https://ircv3.net/specs/client-tags/typing."""

import pytest

from chatapp.models.entities import MessageKind, Typing
from chatapp.models.events import RequestRefused, TypingHeard
from chatapp.models.session.conversation import utter
from chatapp.models.session.facts import SendRefused
from chatapp.models.session.typing import tell_typing
from tests.chatapp.models.session.stage import SessionStage

CANNOT_SEND = ":s 404 noor #lobby :Cannot send to channel"


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


@pytest.fixture
def unlabelled() -> SessionStage:
    """A session that cannot tell by a label what is answered; one types in #lobby."""
    stage = SessionStage().sign_in("message-tags").enter("#lobby", "noor").forget()
    tell_typing(stage.session, "#lobby", Typing.ACTIVE)
    return stage


def test_without_labels_what_is_refused_of_a_room_one_types_in_may_be_this(unlabelled):
    utter(unlabelled.session, "#lobby", "hello", MessageKind.TEXT, {})
    tell_typing(unlabelled.session, "#lobby", Typing.ACTIVE)
    unlabelled.feed(CANNOT_SEND)

    assert [fact.is_unasked for fact in unlabelled.told(SendRefused)] == [True]


def test_without_labels_what_was_said_since_is_what_is_refused(unlabelled):
    utter(unlabelled.session, "#lobby", "hello", MessageKind.TEXT, {})
    unlabelled.feed(CANNOT_SEND)

    assert [fact.is_unasked for fact in unlabelled.told(SendRefused)] == [False]


def test_without_labels_only_the_first_refusal_may_be_this(unlabelled):
    unlabelled.feed(CANNOT_SEND, CANNOT_SEND)

    assert [fact.is_unasked for fact in unlabelled.told(SendRefused)] == [True, False]


@pytest.mark.parametrize("code", ["474", "478", "482"])
def test_without_labels_nobody_misses_what_typing_is_never_answered(unlabelled, code):
    unlabelled.feed(f":s {code} noor #lobby :Not you")

    told = unlabelled.told(RequestRefused)
    assert [(fact.code, fact.about) for fact in told] == [(code, "#lobby")]


@pytest.mark.parametrize("code", ["442", "477"])
def test_without_labels_what_refuses_no_words_is_told(unlabelled, code):
    unlabelled.feed(f":s {code} noor #lobby :Not you")

    assert [fact.is_unasked for fact in unlabelled.told(SendRefused)] == [False]


@pytest.mark.parametrize(
    "line", [":noor!u@h PART #lobby", ":ann!u@h KICK #Lobby noor :Enough"]
)
def test_without_labels_nothing_is_kept_back_of_a_room_one_has_left(unlabelled, line):
    unlabelled.feed(line, ":s 403 noor #lobby :No such channel")

    assert [fact.is_unasked for fact in unlabelled.told(SendRefused)] == [False]

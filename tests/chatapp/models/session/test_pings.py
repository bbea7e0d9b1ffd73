"""Which question a PONG answers, however a server writes it."""

import pytest

from chatapp.models.session import pings
from chatapp.models.session.facts import PongHeard
from chatapp.models.session.urgency import Urgency


def tokens(stage) -> list[str]:
    return [fact.token for fact in stage.told(PongHeard)]


@pytest.mark.parametrize(
    "pong", [":s PONG s one", ":s PONG one", "PONG one s", ":s PONG s", ":s PONG :s"]
)
def test_an_answer_finds_its_question_with_or_without_the_token(member, pong):
    pings.ask(member.session, "one")
    pings.ask(member.session, "two")

    member.feed(pong, ":s PONG s two")

    assert tokens(member) == ["one", "two"]


def test_what_was_asked_before_is_not_awaited_any_more(member):
    for token in ("one", "two", "three"):
        pings.ask(member.session, token)

    member.feed(":s PONG s two", ":s PONG s")

    assert tokens(member) == ["two", "three"]


def test_an_answer_to_nothing_is_heard_as_it_is(member):
    member.feed(":s PONG s unasked")

    assert tokens(member) == ["unasked"]


def test_an_urgent_question_may_be_answered_before_one_that_waits_its_turn(member):
    pings.ask(member.session, "chatapp-said-1", Urgency.IN_TURN)
    pings.ask(member.session, "chatapp-1", Urgency.AT_ONCE)
    pings.ask(member.session, "chatapp-said-2", Urgency.IN_TURN)

    member.feed(":s PONG s chatapp-1", ":s PONG s chatapp-said-1", ":s PONG s")

    assert tokens(member) == ["chatapp-1", "chatapp-said-1", "chatapp-said-2"]


def test_what_waited_its_turn_comes_after_all_that_was_urgent(member):
    pings.ask(member.session, "chatapp-1", Urgency.AT_ONCE)
    pings.ask(member.session, "chatapp-said-1", Urgency.IN_TURN)
    pings.ask(member.session, "chatapp-said-2", Urgency.IN_TURN)

    member.feed(":s PONG s chatapp-said-1", ":s PONG s")

    assert tokens(member) == ["chatapp-said-1", "chatapp-said-2"]


def test_an_answer_without_the_token_is_to_the_most_urgent_question(member):
    pings.ask(member.session, "chatapp-said-1", Urgency.IN_TURN)
    pings.ask(member.session, "chatapp-1", Urgency.AT_ONCE)

    member.feed(":s PONG s", ":s PONG s")

    assert tokens(member) == ["chatapp-1", "chatapp-said-1"]


def test_an_answer_to_a_question_long_forgotten_is_to_no_other(member):
    pings.ask(member.session, "chatapp-said-2")

    member.feed(":s PONG s chatapp-said-1", ":s PONG s chatapp-said-2")

    assert tokens(member) == ["chatapp-said-1", "chatapp-said-2"]

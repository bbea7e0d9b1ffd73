"""Which question a PONG answers, however a server writes it."""

import pytest

from chatapp.models.session import pings
from chatapp.models.session.facts import PongHeard


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

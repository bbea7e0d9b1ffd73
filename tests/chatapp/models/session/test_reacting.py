"""Emoji on messages: https://ircv3.net/specs/client-tags/react."""

import pytest

from chatapp.models.session.facts import Heard, PageArrived, ReactionTold
from chatapp.models.session.reacting import can_answer, can_react, react
from tests.chatapp.models.session.stage import SessionStage


@pytest.fixture
def stage() -> SessionStage:
    return SessionStage().sign_in().enter("#lobby", "noor ann").forget()


def told(stage: SessionStage) -> list[tuple[str, str, str, str, bool, bool]]:
    facts = stage.told(ReactionTold)
    return [(it.room, it.msgid, it.emoji, it.sender, it.is_on, it.mine) for it in facts]


def test_who_puts_an_emoji_on_which_message_is_told(stage):
    stage.feed("@+draft/reply=m1;+draft/react=👍 :ann!u@h TAGMSG #lobby")

    assert told(stage) == [("#lobby", "m1", "👍", "ann", True, False)]


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧", "🏳️‍🌈", "❤️", "مرحبا", ":)"])
def test_joined_emoji_and_words_of_all_scripts_are_taken(stage, emoji):
    stage.feed(f"@+draft/reply=m1;+draft/react={emoji} :ann!u@h TAGMSG #lobby")

    assert [it.emoji for it in stage.told(ReactionTold)] == [emoji]


def test_it_can_be_taken_off_again(stage):
    stage.feed("@+draft/reply=m1;+draft/unreact=👍 :ann!u@h TAGMSG #lobby")

    assert told(stage) == [("#lobby", "m1", "👍", "ann", False, False)]


def test_the_names_that_these_tags_will_have_are_known(stage):
    stage.feed("@+reply=m1;+react=👍 :ann!u@h TAGMSG #lobby")

    assert told(stage) == [("#lobby", "m1", "👍", "ann", True, False)]


def test_ones_own_comes_back_as_ones_own(stage):
    stage.feed("@+draft/reply=m1;+draft/react=👍 :noor!u@h TAGMSG ann")

    assert told(stage) == [("ann", "m1", "👍", "noor", True, True)]


@pytest.mark.parametrize(
    "tags",
    [
        "+draft/react=👍",
        "+draft/reply=m1",
        "+draft/reply=m1;+draft/react=",
        "+draft/reply=m1;+draft/react=a\\nb",
        f"+draft/reply=m1;+draft/react={'x' * 65}",
    ],
)
def test_what_is_no_reaction_is_not_taken_for_one(stage, tags):
    stage.feed(f"@{tags} :ann!u@h TAGMSG #lobby")

    assert stage.facts == []


def test_reactions_of_the_past_come_with_their_page(stage):
    stage.feed(
        ":s BATCH +p chathistory #lobby",
        "@batch=p;msgid=m1 :ann!u@h PRIVMSG #lobby :hello",
        "@batch=p;msgid=m2;+draft/reply=m1;+draft/react=👍 :ann!u@h TAGMSG #lobby",
        ":s BATCH -p",
    )

    (page,) = stage.told(PageArrived)
    assert [line.text for line in page.lines] == ["hello"]
    assert [(it.msgid, it.told_by) for it in page.reactions] == [("m1", "m2")]


def test_a_line_says_what_it_answers(stage):
    stage.feed("@msgid=m2;+draft/reply=m1 :ann!u@h PRIVMSG #lobby :yes")

    assert [fact.line.reply_to for fact in stage.told(Heard)] == ["m1"]


def test_ones_own_is_sent_as_tags_alone(stage):
    react(stage.session, "#lobby", "m1", "👍", is_on=True)
    react(stage.session, "#lobby", "m1", "👍", is_on=False)

    assert stage.sent == [
        "@+draft/reply=m1;+draft/react=👍 TAGMSG #lobby",
        "@+draft/reply=m1;+draft/unreact=👍 TAGMSG #lobby",
    ]


def test_a_server_that_keeps_such_tags_back_takes_none(stage):
    stage.feed(":s 005 noor CLIENTTAGDENY=draft/react :are supported")

    assert can_answer(stage.session)
    assert not can_react(stage.session)


def test_a_server_without_tags_takes_neither():
    session = SessionStage().sign_in("").session

    assert not can_answer(session)
    assert not can_react(session)

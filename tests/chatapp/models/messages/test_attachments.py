"""Answers quote what they answer, and messages carry reactions, in memory and later."""

from unittest.mock import Mock

import pytest

from chatapp.models.entities import ChatMessage, Quote, Reaction, RoomKind
from chatapp.models.events import MessageReplaced
from chatapp.models.history.history import History
from chatapp.models.messages.attachments import Attachments
from chatapp.models.rooms.conversations import Conversation
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import FULL, NOON, NetworkStage
from tests.chatapp.models.kept import open_lobby

EVENTS = f"{FULL} draft/event-playback"
LIKE = "+draft/reply={};+draft/react=👍"


@pytest.fixture
def jobs() -> FakeJobs:
    return FakeJobs()


@pytest.fixture
def stage(jobs: FakeJobs) -> NetworkStage:
    return open_lobby(jobs, EVENTS)


@pytest.fixture
def reader(jobs: FakeJobs) -> NetworkStage:
    """A window whose server has more of the past than the newest line."""
    stage = NetworkStage(jobs)
    stage.sign_in(EVENTS)
    stage.enter()
    stage.give_page("#lobby", "msgid=m9;+draft/reply=m1 :bob!u@h PRIVMSG #lobby :now")
    stage.network.fetch_older("#lobby")
    stage.wire.take_sent()
    return stage


def first(stage: NetworkStage) -> ChatMessage:
    return stage.network.history("#lobby")[0]


def last(stage: NetworkStage) -> ChatMessage:
    return stage.network.history("#lobby")[-1]


def counts(stage: NetworkStage) -> tuple[int, int]:
    room = stage.network.room("#lobby")
    assert room
    return room.unread, room.mentions


def test_an_answer_quotes_what_it_answers(stage):
    stage.wire.feed(
        "@msgid=m1 :ann!u@h PRIVMSG #lobby :tea?",
        "@msgid=m2;+draft/reply=m1 :bob!u@h PRIVMSG #lobby :yes",
    )

    assert last(stage).quote == Quote("ann", "tea?")
    assert not last(stage).mentions_me


def test_who_is_answered_is_mentioned(stage):
    stage.wire.feed(
        "@msgid=m1 :noor!u@h PRIVMSG #lobby :tea?",
        "@msgid=m2;+draft/reply=m1 :bob!u@h PRIVMSG #lobby :yes",
    )

    assert last(stage).mentions_me
    assert counts(stage) == (1, 1)


def test_what_one_says_oneself_answers_once(stage):
    stage.wire.feed("@msgid=m1 :ann!u@h PRIVMSG #lobby :tea?")
    stage.network.answering.begin(last(stage))
    stage.wire.take_sent()

    stage.network.say("#lobby", "yes")
    stage.network.say("#lobby", "please")

    first, second = stage.network.history("#lobby")[-2:]
    assert (first.quote, second.quote) == (Quote("ann", "tea?"), None)
    assert "+draft/reply=m1" in stage.wire.sent[0]
    assert "+draft/reply" not in stage.wire.sent[1]


def test_an_answer_whose_window_was_closed_goes_out_as_an_answer(stage, jobs):
    stage.wire.feed("@msgid=m1 :ann!u@h PRIVMSG #lobby :tea?")
    stage.wire.close()
    stage.network.answering.begin(last(stage))
    stage.network.say("#lobby", "yes")
    stage.network.let_go()

    again = open_lobby(jobs, EVENTS, "b")

    assert last(again).reply_to == "m1"


def test_what_a_draft_answers_is_known_in_the_next_window(stage, jobs):
    stage.wire.feed("@msgid=m1 :ann!u@h PRIVMSG #lobby :tea?")
    stage.network.answering.begin(last(stage))
    stage.network.let_go()

    again = open_lobby(jobs, EVENTS, "b")
    known = again.network.answering.of("#lobby")
    again.network.say("#lobby", "yes")

    assert known == Quote("ann", "tea?")
    assert again.network.answering.of("#lobby") is None
    assert "+draft/reply=m1" in again.wire.sent[0]


def test_what_an_answer_quotes_is_found_on_the_disk(stage, jobs):
    stage.wire.feed("@msgid=m1 :noor!u@h PRIVMSG #lobby :tea?")
    for number in range(310):
        stage.wire.feed(f"@msgid=n{number} :ann!u@h PRIVMSG #lobby :and {number}")
    stage.network.mark_read("#lobby")
    stage.network.let_go()
    again = open_lobby(jobs, EVENTS, "b")

    again.wire.feed("@msgid=m2;+draft/reply=m1 :bob!u@h PRIVMSG #lobby :yes")

    assert again.network.history("#lobby").place_of("m1") is None
    assert last(again).quote == Quote("noor", "tea?", mine=True)
    assert counts(again) == (1, 1)


def test_what_an_answer_quotes_comes_with_an_older_page(reader):
    before = first(reader).quote

    reader.give_page("#lobby", "msgid=m1 :ann!u@h PRIVMSG #lobby :tea?")

    assert before is None
    assert [line.quote for line in reader.network.history("#lobby")[:2]] == [
        None,
        Quote("ann", "tea?"),
    ]


def test_a_reaction_is_shown_at_once(stage):
    stage.wire.feed("@msgid=m1 :ann!u@h PRIVMSG #lobby :tea?")
    stage.events.clear()

    stage.wire.feed(f"@{LIKE.format('m1')} :bob!u@h TAGMSG #lobby")

    assert last(stage).reactions == (Reaction("👍", ("bob",)),)
    assert len(stage.told(MessageReplaced)) == 1


def test_reactions_are_there_again_in_the_next_window(stage, jobs):
    stage.wire.feed(
        "@msgid=m1 :ann!u@h PRIVMSG #lobby :tea?",
        f"@{LIKE.format('m1')} :bob!u@h TAGMSG #lobby",
    )
    stage.network.let_go()

    again = open_lobby(jobs, EVENTS, "b")

    assert last(again).reactions == (Reaction("👍", ("bob",)),)


def test_who_comes_later_sees_the_reactions_of_before(reader):
    reader.give_page(
        "#lobby",
        "msgid=m1 :ann!u@h PRIVMSG #lobby :tea?",
        f"msgid=m2;{LIKE.format('m1')} :bob!u@h TAGMSG #lobby",
    )

    assert first(reader).reactions == (Reaction("👍", ("bob",)),)


def test_a_reaction_to_what_is_further_back_waits_for_it(reader):
    reader.give_page(
        "#lobby",
        "msgid=m5 :ann!u@h PRIVMSG #lobby :later",
        f"msgid=m6;{LIKE.format('m1')} :bob!u@h TAGMSG #lobby",
    )

    reader.network.fetch_older("#lobby")
    reader.give_page("#lobby", "msgid=m1 :ann!u@h PRIVMSG #lobby :tea?")

    assert first(reader).text == "tea?"
    assert first(reader).reactions == (Reaction("👍", ("bob",)),)


def test_a_page_of_nothing_but_reactions_does_not_end_the_past(reader):
    reader.give_page("#lobby", f"msgid=m6;{LIKE.format('m1')} :bob!u@h TAGMSG #lobby")
    asked = reader.wire.take_sent()
    reader.give_page("#lobby", "msgid=m1 :ann!u@h PRIVMSG #lobby :tea?")

    assert asked == ["CHATHISTORY BEFORE #lobby msgid=m6 100"]
    assert reader.texts() == ["tea?", "now"]


def test_ones_own_reaction_is_put_on_and_taken_off(stage):
    stage.wire.feed("@msgid=m1 :ann!u@h PRIVMSG #lobby :tea?")
    stage.wire.take_sent()

    stage.network.emoji_reactions.toggle(last(stage), "👍")
    stage.wire.feed(f"@{LIKE.format('m1')} :noor!u@h TAGMSG #lobby")
    stage.network.emoji_reactions.toggle(last(stage), "👍")

    assert last(stage).reactions == (Reaction("👍", ("noor",), mine=True),)
    assert stage.wire.take_sent() == [
        "@+draft/reply=m1;+draft/react=👍 TAGMSG #lobby",
        "@+draft/reply=m1;+draft/unreact=👍 TAGMSG #lobby",
    ]


def test_a_server_that_repeats_nothing_needs_no_echo(jobs):
    stage = open_lobby(jobs, "message-tags server-time")
    stage.wire.feed("@msgid=m1 :ann!u@h PRIVMSG #lobby :tea?")

    stage.network.emoji_reactions.toggle(last(stage), "👍")

    assert last(stage).reactions == (Reaction("👍", ("noor",), mine=True),)


def test_without_tags_one_can_neither_answer_nor_react(jobs):
    stage = open_lobby(jobs, "server-time")
    stage.wire.feed(":ann!u@h PRIVMSG #lobby :tea?")

    assert not stage.network.answering.is_possible(last(stage))
    assert not stage.network.emoji_reactions.is_possible(last(stage))


def test_who_has_another_nick_now_can_still_be_answered(stage):
    stage.wire.feed("@msgid=m1 :ann!u@h PRIVMSG noor :tea?", ":ann!u@h NICK anna")
    (said,) = [it for it in stage.network.history("anna") if it.msgid == "m1"]
    stage.wire.take_sent()

    stage.network.answering.begin(said)
    stage.network.emoji_reactions.toggle(said, "👍")

    assert stage.network.answering.of("anna") == Quote("ann", "tea?")
    assert stage.wire.take_sent() == [f"@{LIKE.format('m1')} TAGMSG anna"]


def test_answers_to_what_is_unknown_are_noted_once_and_only_so_many(monkeypatch):
    monkeypatch.setattr("chatapp.models.messages.attachments.MOST_ANSWERS", 2)
    lobby = Conversation("#lobby", RoomKind.CHANNEL)
    answers = [
        ChatMessage(key, "#lobby", "bob", "yes", NOON, msgid=key, reply_to="m1")
        for key in "abc"
    ]

    Attachments(Mock(), Mock()).look_up(lobby, [*answers, *answers])

    assert {key: list(found) for key, found in lobby.unquoted.items()} == {
        "m1": ["b", "c"]
    }


def test_an_edit_looks_at_its_answers_and_at_no_other_line(stage, mocker):
    stage.wire.feed(
        *(f"@msgid=x{each} :Ann!u@h PRIVMSG #lobby :{each}" for each in range(99)),
        "@msgid=a1;+draft/reply=x0 :bob!u@h PRIVMSG #lobby :yes",
    )
    history = stage.network.history("#lobby")
    read = mocker.spy(History, "__getitem__")

    stage.wire.feed("@msgid=e1;+chatapp/edit=x0 :Ann!u@h PRIVMSG #lobby :* new")

    assert not any(isinstance(it.args[1], slice) for it in read.call_args_list)
    assert history.with_msgid("a1").quote.text == "new"


def test_answers_that_are_gone_are_forgotten(stage):
    history = stage.network.history("#lobby")
    stage.wire.feed(
        "@msgid=x0 :Ann!u@h PRIVMSG #lobby :well",
        "@msgid=a1;+draft/reply=x0 :bob!u@h PRIVMSG #lobby :yes",
        "@msgid=a2;+draft/reply=x0 :bob!u@h PRIVMSG #lobby :no",
    )
    assert len(history.answers_to("x0")) == 2

    stage.wire.feed(":bob!u@h REDACT #lobby a1")
    assert len(history.answers_to("x0")) == 1
    history._confirmed.forget(0, history.confirmed_count)

    assert history._confirmed._answers == {}

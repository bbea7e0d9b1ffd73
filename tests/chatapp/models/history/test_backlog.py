"""Asking for what was said earlier."""

from unittest.mock import Mock

import pytest

from chatapp.models.entities import Typing
from chatapp.models.events import HistoryLoaded, RequestRefused, TypingHeard
from chatapp.models.history.incoming_pages import IncomingPages
from chatapp.models.history.page_requests import ANSWER_SECONDS
from tests.chatapp.models.fakes import FULL

PAGES = tuple(f"CHATHISTORY {form}" for form in ("LATEST", "BEFORE", "AFTER"))


@pytest.fixture
def lobby(stage):
    """Signed in, and just put into #lobby."""
    stage.sign_in()
    stage.enter()
    return stage


def asked(stage):
    """The requests for history since the last look."""
    return [line for line in stage.wire.take_sent() if line.startswith(PAGES)]


def said(number):
    return f"msgid=m{number} :Ann!a@h PRIVMSG #lobby :line {number}"


def test_who_joins_asks_for_the_newest_page(lobby):
    assert asked(lobby) == ["CHATHISTORY LATEST #lobby * 100"]


def test_scrolling_back_asks_for_the_page_before(lobby):
    lobby.give_page("#lobby", said(5), said(6))
    asked(lobby)

    assert lobby.network.fetch_older("#lobby")
    assert not lobby.network.fetch_older("#lobby")
    assert asked(lobby) == ["CHATHISTORY BEFORE #lobby msgid=m5 100"]
    lobby.give_page("#lobby", said(3), said(4))

    assert lobby.texts() == ["line 3", "line 4", "line 5", "line 6"]
    assert lobby.network.fetch_older("#lobby")


def test_the_first_word_ever_said_is_the_end(lobby):
    lobby.give_page("#lobby", said(1))
    lobby.network.fetch_older("#lobby")

    lobby.give_page("#lobby")

    assert lobby.told(HistoryLoaded)[-1] == HistoryLoaded("#lobby", 0, complete=True)
    assert not lobby.network.fetch_older("#lobby")


def test_a_new_room_has_no_past(lobby):
    lobby.give_page("#lobby")

    assert lobby.told(HistoryLoaded) == [HistoryLoaded("#lobby", 0, complete=True)]


def test_what_is_said_before_the_page_comes_stands_once_and_behind_it(lobby):
    lobby.wire.feed(f"@{said(3)}")

    lobby.give_page("#lobby", said(1), said(2), said(3))

    assert lobby.texts() == ["line 1", "line 2", "line 3"]


def test_whose_words_the_page_brought_first_writes_them_no_more(lobby):
    lobby.give_page("#lobby", said(1))

    lobby.wire.feed(f"@{said(1)}")

    assert lobby.texts() == ["line 1"]
    assert lobby.told(TypingHeard) == [TypingHeard("#lobby", "Ann", Typing.DONE)]


def test_the_server_may_allow_smaller_pages_only(stage):
    stage.sign_in()
    stage.wire.feed(":s 005 noor CHATHISTORY=20 :are supported")
    stage.enter()

    assert asked(stage) == ["CHATHISTORY LATEST #lobby * 20"]


def test_the_server_may_know_times_and_no_ids(stage):
    stage.sign_in()
    stage.wire.feed(":s 005 noor MSGREFTYPES=timestamp :are supported")
    stage.enter()
    stage.give_page("#lobby", f"time=2026-11-22T10:00:00.250Z;{said(1)}")
    asked(stage)

    stage.network.fetch_older("#lobby")

    assert asked(stage) == [
        "CHATHISTORY BEFORE #lobby timestamp=2026-11-22T10:00:00.250Z 100"
    ]


@pytest.mark.parametrize("target", ["#lobby ", ""])
def test_a_server_that_gives_no_history_is_asked_no_more(lobby, target):
    lobby.wire.feed(f"FAIL CHATHISTORY INVALID_TARGET LATEST {target}:No")

    assert lobby.told(HistoryLoaded) == [HistoryLoaded("#lobby", 0, complete=True)]
    assert not lobby.network.fetch_older("#lobby")
    assert not lobby.told(RequestRefused)


def test_a_refusal_of_nothing_is_passed_over(lobby):
    lobby.give_page("#lobby", said(1))
    lobby.events.clear()

    lobby.wire.feed("FAIL CHATHISTORY INVALID_TARGET LATEST #lobby :No")

    assert lobby.events == []


def test_a_page_that_does_not_come_can_be_asked_for_again(lobby):
    lobby.give_page("#lobby", said(1))
    lobby.network.fetch_older("#lobby")
    asked(lobby)

    lobby.stay_online(int(ANSWER_SECONDS) + 1)

    assert lobby.told(HistoryLoaded)[-1] == HistoryLoaded("#lobby", 0, complete=False)
    assert lobby.network.fetch_older("#lobby")


def test_a_page_that_cannot_be_taken_in_can_be_asked_for_again(lobby, monkeypatch):
    lobby.network.say("#lobby", "hello")
    with monkeypatch.context() as broken:
        broken.setattr(IncomingPages, "read", Mock(side_effect=ValueError))
        lobby.give_page("#lobby", said(1))

    assert not lobby.network.history("#lobby").filling
    assert lobby.told(HistoryLoaded) == [HistoryLoaded("#lobby", 0, complete=False)]
    assert lobby.network.fetch_older("#lobby")
    assert "#lobby hello" in lobby.wire.take_said()


def test_a_server_without_history_is_not_asked(stage):
    stage.sign_in(FULL.replace("draft/chathistory", "away-notify"))
    stage.enter()

    assert asked(stage) == []
    assert not stage.network.fetch_older("#lobby")


def test_a_page_nobody_asked_for_is_left_alone(lobby):
    lobby.give_page("#lobby", said(1))
    lobby.events.clear()

    lobby.give_page("#lobby", said(1), said(2))

    assert lobby.texts() == ["line 1"]
    assert lobby.events == []


def test_of_a_page_longer_than_asked_for_the_newest_lines_are_taken(lobby):
    lobby.give_page("#lobby", *(said(number) for number in range(150)))

    assert lobby.texts() == [f"line {number}" for number in range(50, 150)]


def test_what_is_too_much_after_a_page_is_let_go(lobby):
    history = lobby.network.history("#lobby")
    history._most_kept, history._most = 0, 2_000
    for number in range(1_990):
        lobby.wire.feed(f"@{said(number + 20)}")
    assert len(history) > 1_900

    lobby.give_page("#lobby", *(said(number) for number in range(20)))

    assert len(history) == 0
    assert lobby.told(HistoryLoaded)[-1] == HistoryLoaded("#lobby", 0, complete=False)


def test_a_page_of_a_room_that_is_not_open_is_left_alone(lobby):
    lobby.events.clear()

    lobby.give_page("#elsewhere", said(1))

    assert lobby.events == []


def test_a_conversation_with_somebody_has_a_past_too(lobby):
    asked(lobby)
    lobby.network.open_direct("Ann")
    assert asked(lobby) == ["CHATHISTORY LATEST Ann * 100"]

    lobby.give_page(
        "Ann",
        "msgid=d1 :Ann!a@h PRIVMSG noor :hi",
        "msgid=d2 :noor!u@h PRIVMSG Ann :hello",
    )

    assert lobby.texts("Ann") == ["hi", "hello"]


def test_what_was_missed_counts_as_unread(lobby):
    lobby.give_page("#lobby", said(1))
    lobby.wire.end()
    lobby.time.pass_by(2)
    lobby.welcome()
    lobby.enter()

    lobby.give_page("#lobby", said(1), said(2), said(3))

    assert lobby.texts() == ["line 1", "line 2", "line 3"]
    assert lobby.network.room("#lobby").unread == 2


@pytest.mark.parametrize(
    "refusal", [":s 474 noor #lobby :Banned", ":Ann!a@h KICK #lobby noor :Out"]
)
def test_what_was_missed_in_a_room_that_one_cannot_get_into_is_given_up(lobby, refusal):
    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome()
    if "KICK" in refusal:
        lobby.enter()

    lobby.wire.feed(refusal)

    assert not lobby.network.history("#lobby").filling


def test_what_a_server_refuses_is_not_on_its_way(lobby):
    assert lobby.network.history("#lobby").filling

    lobby.wire.feed("FAIL CHATHISTORY INVALID_TARGET LATEST #lobby :No")

    assert not lobby.network.history("#lobby").filling


def test_a_server_that_tells_of_reactions_without_end_is_asked_no_more(
    lobby, monkeypatch
):
    monkeypatch.setattr("chatapp.models.history.incoming_pages.MOST_WITHOUT_LINES", 3)
    lobby.give_page("#lobby", said(5))
    lobby.network.fetch_older("#lobby")
    asked(lobby)

    for number in range(9):
        tags = f"msgid=r{number};+draft/reply=m1;+draft/react=x"
        lobby.give_page("#lobby", f"{tags} :Ann!a@h TAGMSG #lobby")

    assert len(asked(lobby)) == 2
    assert lobby.told(HistoryLoaded)[-1] == HistoryLoaded("#lobby", 0, complete=False)
    assert lobby.network.fetch_older("#lobby")

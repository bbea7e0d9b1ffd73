"""A page is taken for the answer to what was asked, and to nothing else."""

import pytest

from chatapp.models.history import page_requests
from chatapp.models.history.page_requests import ANSWER_SECONDS
from tests.chatapp.models.fakes import NetworkStage


def said(number: int) -> str:
    time = f"2026-11-22T10:00:00.{number:03}Z"
    return f"msgid=m{number};time={time} :ann!u@h PRIVMSG #lobby :line {number}"


def asked(stage: NetworkStage) -> list[str]:
    return [line for line in stage.wire.take_sent() if line.startswith("CHATHISTORY")]


def test_an_answer_that_comes_late_is_not_taken_for_the_next_one(
    stage: NetworkStage,
) -> None:
    stage.sign_in()
    stage.enter()
    stage.give_page("#lobby", said(5))
    stage.network.fetch_older("#lobby")
    stage.stay_online(int(ANSWER_SECONDS))
    stage.network.fetch_older("#lobby")

    stage.give_page("#lobby")
    stage.give_page("#lobby", said(3), said(4))

    assert stage.texts() == ["line 3", "line 4", "line 5"]
    assert not stage.network.history("#lobby").complete


def test_what_was_asked_on_a_lost_link_is_not_waited_for(lobby: NetworkStage) -> None:
    lobby.wire.feed(f"@{said(5)}")
    lobby.network.fetch_older("#lobby")
    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome()
    lobby.enter()

    lobby.give_page("#lobby", said(4), said(5))

    assert lobby.texts() == ["line 4", "line 5"]
    assert not lobby.network.history("#lobby").has_gap


def test_answers_that_a_server_owes_without_end_are_bounded(
    lobby: NetworkStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_requests, "MOST_UNWANTED", 5)

    for number in range(30):
        lobby.wire.feed(f":n{number}!u@h PRIVMSG noor :hello")
        lobby.stay_online(int(ANSWER_SECONDS))

    assert len(asked(lobby)) >= 30
    assert len(lobby.network._backlog.requests._requests) == 6


def test_a_room_one_is_not_in_yet_is_not_asked_about(lobby: NetworkStage) -> None:
    lobby.wire.feed(f"@{said(5)}")
    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome()

    lobby.network.fetch_older("#lobby")

    assert not [line for line in asked(lobby) if "#lobby" in line]

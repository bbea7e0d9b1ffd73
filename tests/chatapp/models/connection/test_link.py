"""The link: signing in, losing the server, coming back, staying away."""

import pytest

from chatapp.models.connection.keepalive import ASK_EVERY
from chatapp.models.entities import Connectedness
from chatapp.models.events import (
    ConnectionChanged,
    LatencyMeasured,
    Problem,
    Removed,
    RequestRefused,
    SignInFailed,
)
from tests.chatapp.models.fakes import FULL

SAFE = f"{FULL} chatapp/id=h1"


def connect(stage, password=""):
    stage.network.connect("chat.example", 6667, "noor", password)
    stage.wire.open()


def test_states_follow_each_other(stage):
    stage.sign_in()

    states = [event.state for event in stage.told(ConnectionChanged)]
    assert states == [Connectedness.CONNECTING, Connectedness.ONLINE]


@pytest.mark.parametrize(
    "problem", [Problem.NO_ANSWER, Problem.UNKNOWN_HOST, Problem.UNREACHABLE]
)
def test_a_first_sign_in_that_fails_is_not_tried_again(stage, problem):
    stage.network.connect("chat.example", 6667, "noor")

    stage.wire.end(problem, "why")
    stage.time.pass_by(300)

    assert stage.told(SignInFailed) == [SignInFailed(problem, "why")]
    assert stage.network.state is Connectedness.OFFLINE
    assert len(stage.wires) == 1


def test_signing_out_says_goodbye_and_stays_away(lobby):
    lobby.network.sign_out("See you")
    lobby.wire.end()
    lobby.time.pass_by(300)

    assert lobby.wire.sent == ["QUIT :See you"]
    assert lobby.wire.closed
    assert lobby.network.state is Connectedness.OFFLINE
    assert len(lobby.wires) == 1


def test_signing_out_twice_does_no_harm(lobby):
    lobby.network.sign_out()
    lobby.network.sign_out()

    assert lobby.wire.sent == ["QUIT :"]


@pytest.mark.parametrize(
    "line",
    [
        ":Ann!a@h KILL noor :spam",
        "ERROR :Closing Link: noor (Killed (Ann (spam)))",
        ":s 465 noor :You are banned",
    ],
)
def test_who_was_removed_for_good_does_not_come_back(lobby, line):
    lobby.wire.feed(line)
    lobby.wire.end()
    lobby.time.pass_by(300)

    assert len(lobby.told(Removed)) == 1
    assert len(lobby.wires) == 1
    assert lobby.network.state is Connectedness.OFFLINE


def test_a_password_that_is_refused_later_ends_the_attempts(lobby):
    lobby.wire.end()
    lobby.reconnect()
    lobby.wire.open()

    lobby.wire.feed(":s 464 * :Password")
    lobby.time.pass_by(300)

    words, problem = "The server asks for a password now.", Problem.PASSWORD_NEEDED
    assert lobby.told(Removed) == [Removed(words, problem)]
    assert len(lobby.wires) == 2


def test_a_password_for_an_operator_that_is_refused_ends_nothing(lobby):
    lobby.network.operating.become("anna", "wrong")

    lobby.wire.feed(":s 464 noor :That is not the password.")

    assert lobby.network.state is Connectedness.ONLINE
    assert lobby.told(RequestRefused)[-1].text == "That is not the password."


def test_a_server_that_is_full_for_now_is_tried_again(lobby):
    lobby.wire.end()
    lobby.reconnect()
    lobby.wire.open()

    lobby.wire.feed("ERROR :Too many connections")

    assert lobby.network.state is Connectedness.WAITING


def test_how_fast_the_server_is_is_measured(lobby):
    lobby.time.pass_by(0.5)
    token = lobby.wire.sent[-1].split()[1]
    lobby.time.pass_by(0.25)

    lobby.wire.feed(f":s PONG s :{token}")

    assert lobby.told(LatencyMeasured) == [LatencyMeasured(250.0)]


def test_how_long_ones_own_words_take_is_not_how_fast_the_server_is(lobby):
    lobby.time.pass_by(0.5)
    lobby.time.pass_by(0.25)
    lobby.wire.feed(f":s PONG s :{lobby.wire.sent[-1].split()[1]}")
    for number in range(8):
        lobby.network.say("#lobby", f"line {number}")
    lobby.time.pass_by(ASK_EVERY)
    token = lobby.wire.sent[-1].split()[1]
    lobby.time.pass_by(9)

    lobby.wire.feed(f":s PONG s :{token}")

    assert lobby.told(LatencyMeasured) == [LatencyMeasured(250.0)]


def test_a_server_that_falls_silent_is_found_and_left(lobby):
    lobby.stay_online(20)

    lobby.time.pass_by(30)

    assert lobby.network.state is not Connectedness.ONLINE
    assert lobby.wires[0].closed


def talk_for(lobby, seconds):
    for _ in range(seconds):
        lobby.time.pass_by(1)
        lobby.wire.feed(":Ann!a@h PRIVMSG #lobby :still here")


def test_a_server_that_is_slow_but_talks_is_not_left(lobby):
    for _ in range(20):
        lobby.wire.take_sent()
        talk_for(lobby, 20)
        pings = [line for line in lobby.wire.sent if line.startswith("PING ")]
        lobby.wire.feed(*(f":s PONG s :{line.split()[1]}" for line in pings))

    assert lobby.network.state is Connectedness.ONLINE


def test_a_server_that_talks_and_hears_nothing_is_found_and_left(lobby):
    lobby.stay_online(20)

    talk_for(lobby, 45)

    assert lobby.wires[0].closed


def test_a_server_that_lets_one_wait_for_what_one_wrote_is_not_left(lobby):
    lobby.stay_online(20)

    lobby.network.say("#lobby", "line\n" * 50)
    talk_for(lobby, 40)

    assert lobby.network.state is Connectedness.ONLINE


def test_after_signing_out_the_last_words_may_be_waited_for(lobby):
    lobby.network.sign_out()

    lobby.network.wait_until_ended(1.0)

    assert lobby.wire.closed

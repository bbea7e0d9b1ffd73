"""The link: signing in, losing the server, coming back, staying away."""

import pytest

from chatapp.models.attempt import DIALLING_SECONDS, SIGN_IN_SECONDS
from chatapp.models.entities import Connectedness, Delivery
from chatapp.models.events import (
    ConnectionChanged,
    LatencyMeasured,
    MessageReplaced,
    Problem,
    Removed,
    RoomOpened,
    SignedIn,
    SignInFailed,
)
from chatapp.models.outbox import NOT_SURE
from chatapp.wire.line_buffer import BadLine, LineFault
from tests.chatapp.models.fakes import FULL

SAFE = f"{FULL} chatapp/id"


@pytest.fixture
def online(stage):
    """Signed in and in #lobby."""
    stage.sign_in()
    stage.enter()
    stage.give_page("#lobby")
    stage.wire.take_sent()
    stage.events.clear()
    return stage


def connect(stage, password=""):
    stage.network.connect("chat.example", 6667, "noor", password)
    stage.wire.open()


def reconnect(stage):
    """Let time pass until the network tries again."""
    known = len(stage.wires)
    while len(stage.wires) == known:
        stage.time.pass_by(0.25)


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


def test_a_look_up_that_never_ends_is_given_up(stage):
    stage.network.connect("chat.example", 6667, "noor")

    stage.time.pass_by(DIALLING_SECONDS + 1)

    assert stage.told(SignInFailed) == [SignInFailed(Problem.TIMED_OUT)]
    assert stage.wire.closed


def test_a_server_that_says_nothing_is_given_up(stage):
    connect(stage)

    stage.time.pass_by(SIGN_IN_SECONDS + 1)

    assert stage.told(SignInFailed) == [SignInFailed(Problem.TIMED_OUT)]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ([":s 433 * noor :In use", "ERROR :Bye"], Problem.NICK_TAKEN),
        ([":s 432 * noor :Bad"], Problem.NICK_REFUSED),
        ([":s 464 * :Password"], Problem.PASSWORD_NEEDED),
        ([":s 465 * :Banned"], Problem.REFUSED),
        (["ERROR :Too many connections"], Problem.REFUSED),
        (["HTTP/1.1 400 Bad Request"], Problem.NOT_A_CHAT_SERVER),
        ([BadLine(LineFault.NOT_UTF8)], Problem.NOT_A_CHAT_SERVER),
        ([":only-a-source"], Problem.NOT_A_CHAT_SERVER),
    ],
)
def test_a_refused_sign_in_is_told_once_with_its_reason(stage, lines, problem):
    connect(stage)

    stage.wire.feed(*lines)
    stage.wire.end()

    assert [failed.problem for failed in stage.told(SignInFailed)] == [problem]
    assert stage.wire.closed


def test_a_connection_lost_during_the_sign_in_is_told(stage):
    connect(stage)

    stage.wire.end()

    assert stage.told(SignInFailed) == [SignInFailed(Problem.LOST)]


def test_a_sign_in_can_be_given_up(stage):
    stage.network.connect("chat.example", 6667, "noor")
    wire = stage.wire

    stage.network.cancel()
    wire.open()
    wire.end(Problem.NO_ANSWER)
    stage.time.pass_by(300)

    assert wire.closed
    assert wire.sent == []
    assert stage.network.state is Connectedness.OFFLINE
    assert not stage.told(SignInFailed)


def test_signing_out_says_goodbye_and_stays_away(online):
    online.network.sign_out("See you")
    online.wire.end()
    online.time.pass_by(300)

    assert online.wire.sent == ["QUIT :See you"]
    assert online.wire.closed
    assert online.network.state is Connectedness.OFFLINE
    assert len(online.wires) == 1


def test_signing_out_twice_does_no_harm(online):
    online.network.sign_out()
    online.network.sign_out()

    assert online.wire.sent == ["QUIT :"]


def test_a_lost_link_is_told_with_the_pause_and_the_servers_words(online):
    online.wire.feed("ERROR :Closing link: the server restarts")
    online.wire.end()

    told = online.told(ConnectionChanged)[-1]
    assert told.state is Connectedness.WAITING
    assert (told.problem, told.detail) == (
        Problem.LOST,
        "Closing link: the server restarts",
    )
    assert 0.7 < told.retry_in < 1.3


def test_after_a_lost_link_one_is_back_in_ones_rooms(online):
    online.network.join("#Tea", "sesame")
    online.enter("#tea")
    online.wire.end()
    assert not online.network.room("#tea").joined
    online.events.clear()

    reconnect(online)
    online.welcome()

    assert online.told(SignedIn) == [SignedIn("noor", again=True)]
    assert [line for line in online.wire.sent if line.startswith("JOIN")] == [
        "JOIN #lobby",
        "JOIN #tea sesame",
    ]
    online.enter("#tea")
    assert online.network.room("#tea").joined
    assert not online.told(RoomOpened)


def test_a_room_one_left_is_not_joined_again(online):
    online.wire.feed(":Ann!a@h KICK #lobby noor")
    online.wire.end()

    reconnect(online)
    online.welcome()

    assert not [line for line in online.wire.sent if line.startswith("JOIN")]


def test_being_away_lasts_over_a_lost_link(online):
    online.network.set_away("Lunch")
    online.wire.end()

    reconnect(online)
    online.welcome()

    assert "AWAY Lunch" in online.wire.sent


def test_attempts_go_on_while_they_fail(online):
    online.wire.end()
    for _ in range(5):
        reconnect(online)
        online.wire.end(Problem.NO_ANSWER)

    assert len(online.wires) == 6
    assert online.network.state is Connectedness.WAITING
    assert not online.told(SignInFailed)


def test_one_can_ask_to_try_at_once(online):
    online.wire.end()

    online.network.retry_now()

    assert len(online.wires) == 2
    assert online.network.state is Connectedness.CONNECTING


@pytest.mark.parametrize(
    "line",
    [
        ":Ann!a@h KILL noor :spam",
        "ERROR :Closing Link: noor (Killed (Ann (spam)))",
        ":s 465 noor :You are banned",
    ],
)
def test_who_was_removed_for_good_does_not_come_back(online, line):
    online.wire.feed(line)
    online.wire.end()
    online.time.pass_by(300)

    assert len(online.told(Removed)) == 1
    assert len(online.wires) == 1
    assert online.network.state is Connectedness.OFFLINE


def test_a_password_that_is_refused_later_ends_the_attempts(online):
    online.wire.end()
    reconnect(online)
    online.wire.open()

    online.wire.feed(":s 464 * :Password")
    online.time.pass_by(300)

    assert online.told(Removed) == [Removed("The server asks for a password now.")]
    assert len(online.wires) == 2


def test_a_server_that_is_full_for_now_is_tried_again(online):
    online.wire.end()
    reconnect(online)
    online.wire.open()

    online.wire.feed("ERROR :Too many connections")

    assert online.network.state is Connectedness.WAITING


def test_a_taken_nick_is_taken_back_when_it_is_free(online):
    online.wire.end()
    reconnect(online)
    online.wire.open()
    online.wire.feed("CAP * LS :", ":s 433 * noor :In use")
    assert "NICK noor_" in online.wire.sent
    online.wire.feed(":s 001 noor_ :Hi", ":s 422 noor_ :No")
    assert online.network.nick == "noor_"

    online.wire.feed(":s 433 noor_ noor :In use")
    online.wire.take_sent()
    online.stay_online(16)
    assert online.wire.take_sent() == ["NICK noor"]
    online.wire.feed(":noor_!u@h NICK noor")
    online.stay_online(60)

    assert online.network.nick == "noor"
    assert "NICK noor" not in online.wire.sent


def test_a_nick_chosen_since_is_the_one_to_come_back_with(online):
    online.network.change_nick("Nur")
    online.wire.feed(":noor!u@h NICK Nur")
    online.wire.end()

    reconnect(online)
    online.wire.open()

    assert "NICK Nur" in online.wire.sent


def test_the_password_is_given_again(stage):
    connect(stage, "sesame")
    stage.wire.feed(":s 001 noor :Hi", ":s 422 noor :No")
    stage.wire.end()

    reconnect(stage)
    stage.wire.open()

    assert "PASS sesame" in stage.wire.sent


def test_how_fast_the_server_is_is_measured(online):
    online.time.pass_by(0.5)
    token = online.wire.sent[-1].split()[1]
    online.time.pass_by(0.25)

    online.wire.feed(f":s PONG s :{token}")

    assert online.told(LatencyMeasured) == [LatencyMeasured(250.0)]
    assert online.network.latency == 250.0


def test_a_server_that_falls_silent_is_found_and_left(online):
    online.stay_online(20)

    online.time.pass_by(30)

    assert online.network.state is not Connectedness.ONLINE
    assert online.wires[0].closed


def test_a_server_that_is_slow_but_talks_is_not_left(online):
    for _ in range(20):
        online.time.pass_by(5)
        online.wire.feed(":Ann!a@h PRIVMSG #lobby :still here")

    assert online.network.state is Connectedness.ONLINE


def test_what_is_written_while_offline_waits_and_is_sent_in_order(online):
    online.wire.end()
    for text in ("one", "two"):
        online.network.say("#lobby", text)
    assert [line.delivery for line in online.network.history("#lobby")[-2:]] == [
        Delivery.WAITING,
        Delivery.WAITING,
    ]

    reconnect(online)
    online.welcome()
    online.enter()
    online.give_page("#lobby")

    sent = [line for line in online.wire.sent if "PRIVMSG" in line]
    assert [line.split()[-1] for line in sent] == ["one", "two"]


def test_what_was_under_way_is_sent_again_where_that_is_safe(stage):
    stage.sign_in(SAFE)
    stage.enter()
    stage.give_page("#lobby")
    stage.network.say("#lobby", "hello")
    first = stage.wire.sent[-1]
    stage.wire.end()
    assert stage.network.history("#lobby")[-1].delivery is Delivery.WAITING

    reconnect(stage)
    stage.welcome(SAFE)
    stage.enter()
    stage.give_page("#lobby")

    same_id = first.partition("+chatapp/id=")[2]
    assert stage.wire.sent[-1].endswith(same_id)


def test_what_was_under_way_asks_elsewhere(online):
    online.network.say("#lobby", "hello")

    online.wire.end()

    unclear = online.told(MessageReplaced)[-1].new
    assert (unclear.delivery, unclear.problem) == (Delivery.FAILED, NOT_SURE)


def test_nothing_of_an_old_connection_is_heard_any_more(online):
    old = online.wire
    old.end()
    reconnect(online)
    online.events.clear()

    old.feed(":Ann!a@h PRIVMSG #lobby :ghost")
    old.end()

    assert online.events == []


def test_a_line_that_cannot_be_read_is_skipped_and_logged_by_its_shape(online, caplog):
    online.wire.feed(
        BadLine(LineFault.TOO_LONG), ":secret", ":Ann!a@h PRIVMSG #lobby x"
    )

    assert online.texts() == ["x"]
    assert "TOO_LONG" in caplog.text
    assert "secret" not in caplog.text


def test_after_signing_out_the_last_words_may_be_waited_for(online):
    online.network.sign_out()

    online.network.wait_until_ended(1.0)

    assert online.wire.closed

"""A link that was lost: coming back to where one was."""

import pytest

from chatapp.models.entities import Connectedness, Delivery, Presence
from chatapp.models.events import (
    ConnectionChanged,
    MessageReplaced,
    Problem,
    RequestRefused,
    RoomOpened,
    SignedIn,
    SignInFailed,
)
from chatapp.models.outbox.progress import NOT_SURE
from tests.chatapp.models.fakes import ENCRYPTED, FULL

SAFE = f"{FULL} chatapp/id=h1"


def test_a_lost_link_is_told_with_the_pause_and_the_servers_words(lobby):
    lobby.wire.feed("ERROR :Closing link: the server restarts")
    lobby.wire.end()

    told = lobby.told(ConnectionChanged)[-1]
    assert told.state is Connectedness.WAITING
    assert (told.problem, told.detail) == (
        Problem.LOST,
        "Closing link: the server restarts",
    )
    assert 0.7 < told.retry_in < 1.3


def test_while_the_link_is_lost_nobody_is_known_to_be_there(lobby):
    lobby.wire.feed(":bob!b@h JOIN #lobby", ":bob!b@h PRIVMSG noor :Hi")
    lobby.wire.end()

    others = [it for it in lobby.network.people("#lobby") if not it.is_me]
    assert {it.presence for it in others} == {Presence.UNKNOWN}
    assert lobby.network.room("bob").presence is Presence.UNKNOWN


def test_after_a_lost_link_one_is_back_in_ones_rooms(lobby):
    lobby.network.join("#Tea", "sesame")
    lobby.enter("#tea")
    lobby.wire.end()
    assert not lobby.network.room("#tea").joined
    lobby.events.clear()

    lobby.reconnect()
    lobby.welcome()

    assert lobby.told(SignedIn) == [SignedIn("noor", again=True)]
    assert "JOIN #tea,#lobby sesame" in lobby.wire.sent
    lobby.enter("#tea")
    assert lobby.network.room("#tea").joined
    assert not lobby.told(RoomOpened)


def test_a_room_one_left_is_not_joined_again(lobby):
    lobby.wire.feed(":Ann!a@h KICK #lobby noor")
    lobby.wire.end()

    lobby.reconnect()
    lobby.welcome()

    assert not [line for line in lobby.wire.sent if line.startswith("JOIN")]


def test_being_away_lasts_over_a_lost_link(lobby):
    lobby.network.set_away("Lunch")
    lobby.wire.end()

    lobby.reconnect()
    lobby.welcome()

    assert "AWAY Lunch" in lobby.wire.sent


def test_attempts_go_on_while_they_fail(lobby):
    lobby.wire.end()
    for _ in range(5):
        lobby.reconnect()
        lobby.wire.end(Problem.NO_ANSWER)

    assert len(lobby.wires) == 6
    assert lobby.network.state is Connectedness.WAITING
    assert not lobby.told(SignInFailed)


def test_one_can_ask_to_try_at_once(lobby):
    lobby.wire.end()

    lobby.network.retry_now()

    assert len(lobby.wires) == 2
    assert lobby.network.state is Connectedness.CONNECTING


def test_a_taken_nick_is_taken_back_when_it_is_free(lobby):
    lobby.wire.end()
    lobby.reconnect()
    lobby.wire.open()
    lobby.wire.feed("CAP * LS :", ":s 433 * noor :In use")
    assert "NICK noor_" in lobby.wire.sent
    lobby.wire.feed(":s 001 noor_ :Hi", ":s 422 noor_ :No")
    assert lobby.network.nick == "noor_"

    lobby.wire.feed(":s 433 noor_ noor :In use")
    lobby.wire.take_sent()
    lobby.stay_online(16)
    assert lobby.wire.take_sent() == ["NICK noor"]
    lobby.wire.feed(":noor_!u@h NICK noor")
    lobby.stay_online(60)

    assert lobby.network.nick == "noor"
    assert "NICK noor" not in lobby.wire.sent


@pytest.mark.parametrize(
    "refusal",
    [
        ":s 438 noor_ noor :Too fast",
        ":s 447 noor_ #lobby :Not while you are in this room",
        "FAIL NICK NOT_NOW noor :Later",
    ],
)
def test_a_nick_is_tried_for_again_whatever_the_server_says(lobby, refusal):
    lobby.wire.end()
    lobby.reconnect()
    lobby.wire.open()
    lobby.wire.feed("CAP * LS :", ":s 433 * noor :In use")
    lobby.wire.feed(":s 001 noor_ :Hi", ":s 422 noor_ :No", refusal)
    lobby.wire.take_sent()

    lobby.stay_online(16)

    assert "NICK noor" in lobby.wire.take_sent()
    assert lobby.told(RequestRefused) == []


def test_a_nick_is_tried_for_again_even_without_an_answer(lobby):
    lobby.wire.end()
    lobby.reconnect()
    lobby.wire.open()
    lobby.wire.feed("CAP * LS :", ":s 433 * noor :In use")
    lobby.wire.feed(":s 001 noor_ :Hi", ":s 422 noor_ :No")
    lobby.wire.take_sent()

    lobby.stay_online(31)

    assert lobby.wire.take_sent() == ["NICK noor", "NICK noor"]
    lobby.wire.feed(*[":s 433 noor_ noor :In use"] * 2)
    lobby.stay_online(15)
    assert lobby.wire.take_sent() == ["NICK noor"]


def test_a_nick_that_somebody_else_keeps_is_tried_for_seldom(lobby):
    lobby.wire.end()
    lobby.reconnect()
    lobby.wire.open()
    lobby.wire.feed("CAP * LS :", ":s 433 * noor :In use")
    lobby.wire.feed(":s 001 noor_ :Hi", ":s 422 noor_ :No")

    lobby.stay_online(3600)

    assert 20 < lobby.wire.sent.count("NICK noor") < 40


def test_a_nick_chosen_since_is_the_one_to_come_back_with(lobby):
    lobby.network.change_nick("Nur")
    lobby.wire.feed(":noor!u@h NICK Nur")
    lobby.wire.end()

    lobby.reconnect()
    lobby.wire.open()

    assert "NICK Nur" in lobby.wire.sent


def test_the_password_is_given_again(stage):
    stage.network.connect("chat.example", 6667, "noor", "sesame")
    stage.wire.open(ENCRYPTED)
    stage.wire.feed(":s 001 noor :Hi", ":s 422 noor :No")
    stage.wire.end()

    stage.reconnect()
    stage.wire.open(ENCRYPTED)

    assert "PASS sesame" in stage.wire.sent


def test_what_is_written_while_offline_waits_and_is_sent_in_order(lobby):
    lobby.wire.end()
    for text in ("one", "two"):
        lobby.network.say("#lobby", text)
    assert [line.delivery for line in lobby.network.history("#lobby")[-2:]] == [
        Delivery.WAITING,
        Delivery.WAITING,
    ]

    lobby.reconnect()
    lobby.welcome()
    lobby.enter()
    lobby.give_page("#lobby")

    sent = [line for line in lobby.wire.sent if "PRIVMSG" in line]
    assert [line.split()[-1] for line in sent] == ["one", "two"]


def test_what_was_under_way_is_sent_again_where_that_is_safe(stage):
    stage.sign_in(SAFE)
    stage.enter()
    stage.give_page("#lobby")
    stage.network.say("#lobby", "hello")
    first = stage.wire.sent[-1]
    stage.wire.end()
    assert stage.network.history("#lobby")[-1].delivery is Delivery.WAITING

    stage.reconnect()
    stage.welcome(SAFE)
    stage.enter()
    stage.give_page("#lobby")

    same_id = first.partition("+chatapp/id=")[2].split()[0]
    assert f"+chatapp/id={same_id};+chatapp/again " in stage.wire.sent[-1]


def test_what_was_under_way_asks_elsewhere(lobby):
    lobby.network.say("#lobby", "hello")

    lobby.wire.end()

    unclear = lobby.told(MessageReplaced)[-1].new
    assert (unclear.delivery, unclear.problem) == (Delivery.FAILED, NOT_SURE)


def test_nothing_of_an_old_connection_is_heard_any_more(lobby):
    old = lobby.wire
    old.end()
    lobby.reconnect()
    lobby.events.clear()

    old.feed(":Ann!a@h PRIVMSG #lobby :ghost")
    old.end()

    assert lobby.events == []


def test_what_arrived_under_ones_old_nick_is_known_to_have_arrived(stage):
    stage.sign_in(SAFE)
    stage.enter()
    stage.give_page("#lobby")
    stage.network.say("#lobby", "hello")
    client_id = stage.wire.sent[-1].partition("+chatapp/id=")[2].split()[0]
    stage.wire.end()

    stage.reconnect()
    stage.welcome(SAFE, nick="noor_")
    stage.enter(nick="noor_")
    stage.give_page(
        "#lobby", f"msgid=m1;+chatapp/id={client_id} :noor!u@h PRIVMSG #lobby :hello"
    )

    message = stage.network.history("#lobby")[-2]
    assert (message.text, message.delivery) == ("hello", Delivery.CONFIRMED)
    assert message.mine
    assert "PRIVMSG" not in " ".join(stage.wire.sent)


def test_a_lost_link_tells_when_the_server_was_heard_last(lobby):
    lobby.wire.feed("PING :here")
    heard_at = lobby.time.now()
    lobby.time.pass_by(5.0)

    lobby.wire.end()

    assert lobby.told(ConnectionChanged)[-1].heard_at == heard_at

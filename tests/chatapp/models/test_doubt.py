"""What may have arrived stays in doubt until it leaves again, and is known by that."""

import pytest

from chatapp.models.entities import Delivery
from chatapp.models.outbox.progress import NOT_SURE
from chatapp.models.rooms.requests import ONE_LINE_ONLY
from chatapp.wire.message import Message
from tests.chatapp.models.fake_jobs import SlowJobs
from tests.chatapp.models.fakes import FULL, NetworkStage
from tests.chatapp.models.kept import SAFE, enter, open_lobby, rows, states, unconfirmed


@pytest.fixture
def jobs() -> SlowJobs:
    return SlowJobs()


@pytest.fixture
def client(jobs) -> NetworkStage:
    """A client whose "hello" may have arrived and is about to leave again.

    It stands behind a message whose way to the disk is slow; then the link is lost.
    """
    client = open_lobby(jobs)
    enter(client, room="#zoo")
    client.network.say("#lobby", "hello")
    client.wire.end()
    client.network.say("#zoo", "fresh")
    client.reconnect()
    client.welcome(SAFE)
    client.enter("#zoo")
    client.enter("#lobby")
    jobs.is_slow = True
    client.give_page("#zoo")
    client.give_page("#lobby")
    client.wire.end()
    jobs.is_slow = False
    jobs.catch_up()
    return client


def come_back(client: NetworkStage, nick: str) -> None:
    client.reconnect()
    client.welcome(SAFE, nick)
    client.wire.take_sent()


def test_what_was_about_to_leave_again_is_recognised_in_a_page(client):
    (message,) = unconfirmed(client)
    come_back(client, "noor_")

    client.enter("#lobby", "noor_")
    client.give_page(
        "#lobby",
        f"msgid=m1;+chatapp/id={message.client_id} :noor!u@h PRIVMSG #lobby :hello",
    )

    assert client.texts() == ["hello"]
    assert unconfirmed(client) == []


def test_what_was_about_to_leave_again_leaves_under_its_own_nick_only(client):
    come_back(client, "noor_")

    enter(client, "noor_")
    assert client.wire.take_said() == []
    client.wire.feed(":noor_!u@h NICK noor")

    assert client.wire.take_said() == ["#lobby hello"]


def test_what_is_sent_again_because_one_asked_is_recognised_too(jobs):
    client = open_lobby(jobs, SAFE)
    client.network.say("#lobby", "hello")
    client.wire.end()
    come_back(client, "noor_")
    client.enter("#lobby", "noor_")
    client.stay_online(130)
    (message,) = unconfirmed(client)
    assert message.delivery is Delivery.FAILED

    client.network.unsent.retry(message.key)
    client.give_page(
        "#lobby",
        f"msgid=m1;+chatapp/id={message.client_id} :noor!u@h PRIVMSG #lobby :hello",
    )

    assert client.texts() == ["hello"]


def test_a_refusal_does_not_tell_that_an_earlier_sending_was_lost(jobs):
    client = open_lobby(jobs, SAFE)
    client.network.say("#lobby", "hello")
    client.wire.end()
    come_back(client, "noor")
    enter(client)
    (message,) = unconfirmed(client)

    client.wire.feed(":s 404 noor #lobby :No")
    assert states(client) == [("hello", Delivery.FAILED)]
    client.wire.feed(
        f"@msgid=m1;+chatapp/id={message.client_id} :noor!u@h PRIVMSG #lobby :hello"
    )

    assert client.texts() == ["hello"]


def test_what_a_server_that_knows_repeats_never_answered_is_sent_again_once(jobs):
    client = open_lobby(jobs)
    client.network.say("#lobby", "hello")
    client.wire.take_sent()

    client.stay_online(125)
    (again,) = [line for line in client.wire.take_sent() if "PRIVMSG" in line]
    client.stay_online(125)

    assert "+chatapp/again" in again
    assert client.wire.take_said() == []
    assert unconfirmed(client)[0].problem == NOT_SURE
    assert unconfirmed(client)[0].unclear


def test_what_an_earlier_window_was_not_sure_of_is_still_unclear(jobs):
    client = open_lobby(jobs, FULL)
    client.network.say("#lobby", "hello")
    client.wire.end()

    again = open_lobby(jobs, FULL, ids="b")

    assert unconfirmed(client)[0].unclear
    assert unconfirmed(again)[0].unclear


def test_what_the_server_refuses_is_not_unclear(jobs):
    client = open_lobby(jobs)
    client.network.say("#lobby", "hello")
    sent = Message.parse(client.wire.take_sent()[-1])

    client.wire.feed(
        f"@label={sent.tags['label']} :s 404 noor #lobby :You are not in it."
    )

    assert unconfirmed(client)[0].delivery is Delivery.FAILED
    assert not unconfirmed(client)[0].unclear


def test_what_cannot_be_written_on_the_wire_fails_even_where_nothing_is_echoed(jobs):
    crashed = open_lobby(jobs, "")
    crashed.wire.end()
    crashed.network.say("#lobby", "hello")
    jobs.connection.execute("UPDATE outbox SET text = ?", ("a\nb",))

    again = open_lobby(jobs, "", "b")

    assert states(again) == [("a\nb", Delivery.FAILED)]
    assert unconfirmed(again)[0].problem == ONE_LINE_ONLY


def test_what_failed_goes_with_its_person_to_a_new_nick(jobs):
    client = open_lobby(jobs, FULL)
    client.wire.feed(":bob!b@h JOIN #lobby", ":bob!b@h PRIVMSG noor :psst")
    client.network.say("bob", "hello")
    client.wire.feed(":s 404 noor bob :No")

    client.wire.feed(":bob!b@h NICK Robert")

    assert unconfirmed(client, "Robert")[0].room == "Robert"
    kept = jobs.connection.execute("SELECT room_name FROM outbox").fetchall()
    assert kept == [("Robert",)]
    assert rows(jobs) == [("hello", "FAILED")]

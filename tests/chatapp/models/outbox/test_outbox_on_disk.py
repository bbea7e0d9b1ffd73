"""What was written is on disk before it is shown, and comes back after a crash."""

import pytest

from chatapp.models.entities import Delivery, MessageKind
from chatapp.models.events import MessageAdded
from chatapp.models.outbox.outbox import NOT_IN_ROOM, ROOM_LEFT
from chatapp.models.outbox.progress import NOT_SURE
from tests.chatapp.models.fake_jobs import FakeJobs, SlowJobs
from tests.chatapp.models.fakes import FULL, NetworkStage
from tests.chatapp.models.kept import SAFE, enter, open_lobby, rows, states, unconfirmed

OTHER = f"{FULL} chatapp/id=h2"


@pytest.fixture
def jobs() -> FakeJobs:
    return FakeJobs()


def test_nothing_is_shown_or_sent_before_the_disk_has_it():
    jobs = SlowJobs()
    lobby = open_lobby(jobs)
    lobby.events.clear()
    jobs.is_slow = True

    lobby.network.say("#lobby", "hello")
    assert not unconfirmed(lobby)
    assert not lobby.wire.sent
    jobs.catch_up()

    assert states(lobby) == [("hello", Delivery.SENT)]
    assert len(lobby.told(MessageAdded)) == 1
    assert lobby.wire.take_said() == ["#lobby hello"]


def test_no_power_cut_shall_take_what_was_written_and_the_rest_waits_for_no_disk(
    mocker,
):
    jobs = FakeJobs()
    lobby = open_lobby(jobs)
    submit = mocker.spy(jobs, "submit")

    lobby.network.say("#lobby", "hello")
    lobby.wire.feed("@msgid=m1 :noor!u@h PRIVMSG #lobby :hello")

    lasting = [call.kwargs["is_lasting"] for call in submit.call_args_list]
    assert lasting[0]
    assert not any(lasting[1:])


def test_what_is_confirmed_leaves_the_disk(jobs):
    lobby = open_lobby(jobs)
    lobby.network.say("#lobby", "hello")
    assert rows(jobs) == [("hello", "WAITING")]

    lobby.wire.feed("@msgid=m1 :noor!u@h PRIVMSG #lobby :hello")

    assert rows(jobs) == []


def test_what_was_under_way_goes_out_again_as_the_same_message(jobs):
    crashed = open_lobby(jobs)
    crashed.network.say("#lobby", "hello")
    client_id = unconfirmed(crashed)[0].client_id

    again = NetworkStage(jobs, "b")
    again.sign_in(SAFE)
    assert states(again) == [("hello", Delivery.WAITING)]
    enter(again)

    assert f"+chatapp/id={client_id};+chatapp/again " in again.wire.sent[-1]
    assert states(again) == [("hello", Delivery.SENT)]


def test_all_of_it_goes_out_in_its_order(jobs):
    crashed = open_lobby(jobs)
    crashed.wire.end()
    for text in ("one", "two", "three"):
        crashed.network.say("#lobby", text)

    again = open_lobby(jobs, ids="b")

    assert [line.text for line in unconfirmed(again)] == ["one", "two", "three"]


def test_where_repeating_is_not_safe_it_asks(jobs):
    crashed = open_lobby(jobs, FULL)
    crashed.network.say("#lobby", "hello")

    again = open_lobby(jobs, FULL, "b")

    assert states(again) == [("hello", Delivery.FAILED)]
    assert unconfirmed(again)[0].problem == NOT_SURE
    assert again.wire.take_said() == []


def test_what_never_left_is_sent_anywhere(jobs):
    crashed = open_lobby(jobs, FULL)
    crashed.wire.end()
    crashed.network.say("#lobby", "hello")

    again = NetworkStage(jobs, "b")
    again.sign_in(FULL)
    enter(again)

    assert again.wire.take_said() == ["#lobby hello"]


def test_what_failed_comes_back_as_failed(jobs):
    crashed = open_lobby(jobs)
    crashed.network.say("#lobby", "hello")
    crashed.wire.feed(":s 404 noor #lobby :Cannot send")

    again = open_lobby(jobs, ids="b")

    assert states(again) == states(crashed) == [("hello", Delivery.FAILED)]
    assert unconfirmed(again)[0].problem == unconfirmed(crashed)[0].problem


def test_what_the_history_has_already_is_not_sent_again(jobs):
    crashed = open_lobby(jobs)
    crashed.network.say("#lobby", "hello")
    client_id = unconfirmed(crashed)[0].client_id

    again = NetworkStage(jobs, "b")
    again.sign_in(SAFE)
    again.enter()
    again.give_page(
        "#lobby", f"msgid=m1;+chatapp/id={client_id} :noor!u@h PRIVMSG #lobby :hello"
    )

    assert unconfirmed(again) == []
    assert again.wire.take_said() == []
    assert rows(jobs) == []


def test_another_username_has_an_outbox_of_its_own(jobs):
    crashed = open_lobby(jobs)
    crashed.network.say("#lobby", "hello")

    other = NetworkStage(jobs, "b")
    other.network.connect("chat.example", 6667, "zoe")
    other.welcome(SAFE, "zoe")
    enter(other, "zoe")

    assert unconfirmed(other) == []


def test_a_server_with_another_history_is_asked_about(jobs):
    lobby = open_lobby(jobs)
    lobby.network.say("#lobby", "hello")
    lobby.wire.end()

    lobby.reconnect()
    lobby.welcome(OTHER)
    enter(lobby)

    assert states(lobby) == [("hello", Delivery.FAILED)]
    assert unconfirmed(lobby)[0].problem == NOT_SURE
    assert rows(jobs) == [("hello", "FAILED")]


def test_what_was_said_under_one_nick_is_repeated_only_under_it(jobs):
    lobby = open_lobby(jobs)
    lobby.network.say("#lobby", "hello")
    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome(SAFE, "noor_")
    enter(lobby, "noor_")
    lobby.network.say("#lobby", "and this")
    assert lobby.wire.take_said() == []

    lobby.wire.feed(":noor_!u@h NICK noor")

    assert lobby.wire.take_said() == ["#lobby hello", "#lobby :and this"]


def test_a_nick_that_does_not_come_back_holds_nothing_up_for_long(jobs):
    lobby = open_lobby(jobs)
    lobby.network.say("#lobby", "hello")
    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome(SAFE, "noor_")
    enter(lobby, "noor_")
    lobby.network.say("#lobby", "and this")

    lobby.stay_online(130)

    assert states(lobby)[0] == ("hello", Delivery.FAILED)
    assert lobby.wire.take_said()[-1:] == ["#lobby :and this"]


def test_a_room_that_does_not_let_one_in_is_said_of_what_waits_for_it(jobs):
    crashed = open_lobby(jobs)
    crashed.wire.end()
    crashed.network.say("#lobby", "hello")
    again = NetworkStage(jobs, "b")
    again.sign_in(SAFE)

    again.wire.feed(":s 474 noor #lobby :Cannot join channel (+b)")

    assert unconfirmed(again)[0].problem == NOT_IN_ROOM
    assert rows(jobs) == [("hello", "FAILED")]


def test_sending_again_joins_the_room_first(jobs):
    lobby = open_lobby(jobs)
    lobby.wire.feed(":Ann!a@h KICK #lobby noor :out")
    lobby.network.say("#lobby", "why?")
    assert unconfirmed(lobby)[0].problem == NOT_IN_ROOM
    lobby.wire.take_sent()

    lobby.network.unsent.retry(unconfirmed(lobby)[0].key)
    assert lobby.wire.take_sent() == ["JOIN #lobby"]
    enter(lobby)

    assert lobby.wire.take_said() == ["#lobby why?"]


def test_what_was_not_sent_when_the_room_was_left_is_there_when_it_opens(jobs):
    lobby = open_lobby(jobs)
    lobby.network.say("#lobby", "hello")
    lobby.wire.feed(":noor!u@h PART #lobby")
    assert rows(jobs) == [("hello", "LEFT")]

    again = NetworkStage(jobs, "b")
    again.sign_in(SAFE)
    assert again.network.rooms() == []
    enter(again)

    assert states(again) == [("hello", Delivery.FAILED)]
    assert unconfirmed(again)[0].problem == ROOM_LEFT


def test_what_had_failed_when_the_room_was_left_is_given_up(jobs):
    lobby = open_lobby(jobs)
    lobby.network.say("#lobby", "hello")
    lobby.wire.feed(":s 404 noor #lobby :Cannot send", ":noor!u@h PART #lobby")

    assert rows(jobs) == []


@pytest.mark.parametrize(
    ("text", "kind", "written"),
    [
        ("hi", MessageKind.TEXT, "hi"),
        ("/path", MessageKind.TEXT, "//path"),
        ("waves", MessageKind.ACTION, "/me waves"),
        ("\x02hi\x02", MessageKind.TEXT, "**hi**"),
    ],
)
def test_what_failed_can_be_taken_back_as_it_was_written(jobs, text, kind, written):
    lobby = open_lobby(jobs)
    lobby.network.say("#lobby", text, kind)
    lobby.wire.feed(":s 404 noor #lobby :Cannot send")

    assert lobby.network.unsent.take_back(unconfirmed(lobby)[0].key) == written
    assert unconfirmed(lobby) == []
    assert rows(jobs) == []

"""Who comes to a door is handed over, waited for, or sent away."""

import errno
import threading
from contextlib import ExitStack

import pytest

from server.network.door_limits import DoorLimits
from server.network.usher import Usher
from tests.server.network.doorstep import Reactor, connect, make_door, wait_until
from tests.server.raw_client import DEADLINE_SECONDS, commands


@pytest.fixture
def reactor():
    reactor = Reactor()
    yield reactor
    reactor.close()


@pytest.fixture
def door(reactor):
    door = make_door(reactor, DoorLimits(100, 100), 0.2)
    door.open()
    yield door
    door.close()


def test_a_connection_is_handed_over_with_its_first_bytes(door, reactor):
    with connect(door) as client:
        client.send("NICK anna")

        assert reactor.has_one.wait(DEADLINE_SECONDS)

    newcomer = reactor.newcomers[0]
    assert (newcomer.data, newcomer.address) == (b"NICK anna\r\n", "127.0.0.1")
    assert not newcomer.socket.getblocking()


def test_who_says_nothing_is_sent_away_with_words(door, reactor):
    with connect(door) as client:
        farewell = client.read_to_end()

    assert commands(farewell) == ["ERROR"]
    assert reactor.newcomers == []


def test_who_says_nothing_does_not_hold_up_the_next(door, reactor):
    with connect(door), connect(door) as client:
        client.send("NICK anna")

        assert reactor.has_one.wait(DEADLINE_SECONDS)


@pytest.mark.parametrize("number", [errno.EMFILE, errno.ENOMEM, 10024, 10055])
def test_where_nothing_is_free_it_waits_before_it_tries_again(door, mocker, number):
    mocker.patch.object(
        door, "socket", **{"accept.side_effect": OSError(number, "too many")}
    )
    pause = mocker.patch("server.network.listener.time.sleep")

    with pytest.raises(OSError, match="too many"):
        door.get_request()

    pause.assert_called_once()


def test_a_connection_that_was_handed_over_leaves_its_place_at_the_door(reactor):
    door = make_door(reactor, DoorLimits(9, 9, places=1))
    door.open()

    with connect(door) as first, connect(door) as second:
        first.send("NICK anna")
        assert reactor.has_one.wait(DEADLINE_SECONDS)
        reactor.has_one.clear()
        second.send("NICK bert")
        assert reactor.has_one.wait(DEADLINE_SECONDS)
    door.close()

    assert [each.data for each in reactor.newcomers] == [
        b"NICK anna\r\n",
        b"NICK bert\r\n",
    ]


def test_who_spoke_before_he_was_let_in_is_handed_over_without_a_thread(
    reactor, mocker
):
    threads = mocker.patch("server.network.listener.DoorThreads").return_value
    door = make_door(reactor, DoorLimits(9, 9))
    with connect(door) as client:
        client.send("NICK anna")
        door.open()
        assert reactor.has_one.wait(DEADLINE_SECONDS)
    door.close()

    assert reactor.newcomers[0].data == b"NICK anna\r\n"
    threads.run.assert_not_called()


def test_who_has_spoken_is_handed_over_on_the_thread_that_serves_him(reactor, mocker):
    threads, adopt = [], reactor.adopt

    def note_and_adopt(newcomer):
        adopt(newcomer)
        threads.append(threading.get_ident())

    mocker.patch.object(reactor, "adopt", note_and_adopt)
    door = make_door(reactor, DoorLimits(9, 9))
    with connect(door) as client:
        client.send("NICK anna")
        door.open()
        assert wait_until(lambda: threads)
    door.close()

    assert threads == [reactor.inside.thread]
    assert door.limits.at_door == 0
    assert reactor.inside.watched == []


def test_a_door_closes_although_those_inside_answer_no_more(reactor, mocker):
    mocker.patch("server.network.usher.SECONDS_TO_LET_GO", 0.0)
    deaf = Usher(lambda _watched: True, lambda _call: True)
    door = make_door(reactor, DoorLimits(9, 9), usher=deaf)
    door.open()
    with connect(door) as client:
        client.send("NICK anna")
        waiting = threading.Thread(target=door.close)
        waiting.start()
        waiting.join(DEADLINE_SECONDS)

    assert not waiting.is_alive()
    assert door.socket.fileno() >= 0  # those inside may still look at it
    door.server_close()


def test_a_door_that_is_full_closes_at_once(reactor):
    door = make_door(reactor, DoorLimits(9, 9, places=1), 600)
    door.open()
    with connect(door), connect(door) as second:
        waiting = threading.Thread(target=door.close)
        waiting.start()
        waiting.join(30)
        is_closed = not waiting.is_alive()
        second.read_to_end()

    assert is_closed


def test_nothing_is_kept_of_connections_that_were_handed_over(door, reactor):
    with ExitStack() as crowd:
        clients = [crowd.enter_context(connect(door)) for _ in range(20)]
        for client in clients:
            client.send("NICK anna")
        assert wait_until(lambda: len(reactor.newcomers) == 20)
        assert wait_until(lambda: door.limits.at_door == 0)

    assert door._handed_over == set()


def test_who_cannot_be_given_a_thread_leaves_no_trace(door, reactor, mocker):
    refused = mocker.patch.object(
        door._door_threads, "run", side_effect=RuntimeError("can't start new thread")
    )
    with connect(door) as client:
        client.read_to_end()
    mocker.stop(refused)

    assert wait_until(lambda: door.limits.connections == 0)
    assert door.limits.at_door == 0


@pytest.mark.parametrize("speaks_first", [True, False])
def test_who_cannot_be_handed_over_leaves_no_trace(reactor, mocker, speaks_first):
    door = make_door(reactor, DoorLimits(9, 9))
    mocker.patch.object(door, "adopt", side_effect=MemoryError)
    with connect(door) as client:
        if speaks_first:
            client.send("NICK anna")
            door.open()
        else:
            door.open()
            assert wait_until(lambda: door.limits.at_door == 1)
            client.send("NICK anna")
        client.read_to_end()
    door.close()

    assert wait_until(lambda: door.limits.at_door == 0)
    assert door.limits.connections == 0
    assert door._handed_over == set()

"""What a door has the reactor do for it."""

import socket
import threading

import pytest

from server.network.usher import Usher
from tests.server.network.doorstep import wait_until
from tests.server.network.inside import Inside
from tests.server.raw_client import DEADLINE_SECONDS


@pytest.fixture
def inside():
    with Inside() as inside:
        yield inside


@pytest.fixture
def listening():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def never() -> bool:
    return False


def call(listening: socket.socket) -> socket.socket:
    return socket.create_connection(listening.getsockname(), DEADLINE_SECONDS)


def test_people_are_let_in_inside_until_somebody_has_to_be_waited_for(
    inside, listening
):
    let_in, threads = [], []

    def let_one_in() -> bool:
        let_in.append(listening.accept()[0])
        threads.append(threading.get_ident())
        return len(let_in) < 2

    with call(listening), call(listening):
        inside.usher.run(listening, let_one_in, never)
    for each in let_in:
        each.close()

    assert threads == [inside.thread, inside.thread]
    assert inside.watched == []


def test_nobody_is_watched_any_more_when_all_is_over(inside, listening):
    over = threading.Event()
    door = threading.Thread(
        target=inside.usher.run, args=(listening, never, over.is_set)
    )
    door.start()
    assert wait_until(lambda: inside.watched)
    inside.usher.look_again()  # too early: it goes on
    over.set()
    inside.usher.look_again()
    door.join(DEADLINE_SECONDS)

    assert not door.is_alive()
    assert inside.watched == []


def test_nothing_is_waited_for_when_all_was_over_before(inside, listening):
    assert inside.usher.run(listening, never, lambda: True) is True
    assert inside.watched == []


def test_who_has_ended_lets_nobody_in(listening):
    ended = Usher(lambda _watched: False, lambda _call: False)

    with call(listening):
        ended.run(listening, lambda: pytest.fail("let somebody in"), never)


def test_nobody_waits_for_who_answers_no_more(listening, mocker):
    mocker.patch("server.network.usher.SECONDS_TO_LET_GO", 0.0)
    deaf = Usher(lambda _watched: True, lambda _call: True)

    assert deaf.run(listening, never, lambda: True) is False


def test_what_fails_inside_ends_the_watch(listening):
    calls = []

    class Selector:
        def register(self, *_: object) -> None:
            calls.append("watch")

        def unregister(self, _watched: object) -> None:
            calls.append("ignore")

        def get_map(self) -> tuple[object, ...]:
            return ()

    class Newcomers:
        def add_newcomer(self, let_in) -> None:
            with pytest.raises(MemoryError):
                let_in()

    def begin(watched) -> bool:
        watched.begin(Selector(), Newcomers())
        watched.run()
        return True

    def fail() -> bool:
        raise MemoryError

    Usher(begin, lambda _call: True).run(listening, fail, never)

    assert calls == ["watch", "ignore"]

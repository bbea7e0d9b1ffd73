"""Two windows of one person on one database leave each other's outbox alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chatapp.models.entities import Delivery
from chatapp.models.storage.schema import open_database
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import NetworkStage
from tests.chatapp.models.kept import SAFE, enter, open_lobby, states, unconfirmed


class FileJobs(FakeJobs):
    """A database in a file, on which jobs are done at once."""

    def __init__(self, path: Path) -> None:
        self.connection = open_database(path)


@pytest.fixture
def open_jobs(tmp_path: Path) -> Iterator[Callable[[], FileJobs]]:
    opened: list[FileJobs] = []

    def open_one() -> FileJobs:
        opened.append(FileJobs(tmp_path / "chatapp.db"))
        return opened[-1]

    yield open_one
    for jobs in opened:
        jobs.connection.close()


def test_what_another_window_is_about_to_send_is_its_own(open_jobs):
    first = open_lobby(open_jobs(), ids="a")
    first.network.say("#lobby", "hello")

    second = open_lobby(open_jobs(), ids="b")

    assert states(second) == []
    first.network.let_go()
    second.network.let_go()


def test_what_a_window_left_is_taken_up_by_the_next(open_jobs):
    first = open_lobby(open_jobs(), ids="a")
    first.network.say("#lobby", "hello")
    first.network.let_go()

    second = open_lobby(open_jobs(), ids="b")

    assert states(second) == [("hello", Delivery.SENT)]
    second.network.let_go()


def test_it_is_taken_up_by_one_of_two(open_jobs):
    first = open_lobby(open_jobs(), ids="a")
    first.network.say("#lobby", "hello")
    first.network.let_go()

    second, third = open_lobby(open_jobs(), ids="b"), open_lobby(open_jobs(), ids="c")

    assert [len(states(second)), len(states(third))] == [1, 0]
    second.network.let_go()
    third.network.let_go()


def come_back(stage: NetworkStage) -> None:
    """Lose the link, and sign in again."""
    stage.wire.end()
    stage.reconnect()
    stage.welcome(SAFE)
    stage.wire.take_sent()


def leave_unsent(jobs: FileJobs, room: str = "#lobby") -> None:
    """Have a window write something without a link, and go."""
    left = open_lobby(jobs, ids="a")
    enter(left, room=room)
    left.wire.end()
    left.network.say(room, "hello")
    left.network.let_go()


def test_what_a_window_left_is_taken_up_where_one_signs_in_again(open_jobs):
    there = open_lobby(open_jobs(), ids="b")
    leave_unsent(open_jobs())
    states_before = states(there)

    come_back(there)
    enter(there)

    assert states_before == []
    assert states(there) == [("hello", Delivery.SENT)]
    there.network.let_go()


def test_a_room_that_only_the_other_window_was_in_is_joined_for_it(open_jobs):
    there = open_lobby(open_jobs(), ids="b")
    leave_unsent(open_jobs(), "#zoo")

    there.wire.end()
    there.reconnect()
    there.welcome(SAFE)
    joined = [line for line in there.wire.take_sent() if line.startswith("JOIN")]
    enter(there, room="#zoo")

    assert joined == ["JOIN #lobby", "JOIN #zoo"]
    assert states(there, "#zoo") == [("hello", Delivery.SENT)]
    there.network.let_go()


def test_what_had_arrived_from_the_window_that_died_stands_here_once(open_jobs):
    there = open_lobby(open_jobs(), ids="b")
    left = open_lobby(open_jobs(), ids="a")
    left.network.say("#lobby", "hello")
    (said,) = unconfirmed(left)
    echo = f"@msgid=m1;+chatapp/id={said.key} :noor!u@h PRIVMSG #lobby :hello"
    there.wire.feed(echo)
    left.network.let_go()

    come_back(there)
    enter(there)
    there.wire.feed(echo)

    assert states(there) == []
    assert there.texts("#lobby").count("hello") == 1
    there.network.let_go()


def test_whoever_signs_in_again_has_what_waits_there_once(open_jobs):
    there = open_lobby(open_jobs(), ids="b")
    there.wire.end()
    there.network.say("#lobby", "own")

    come_back(there)

    assert states(there) == [("own", Delivery.WAITING)]
    there.network.let_go()

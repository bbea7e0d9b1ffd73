"""Two windows of one person on one database leave each other's outbox alone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chatapp.models.entities import Delivery
from chatapp.models.storage.schema import open_database
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.kept import open_lobby, states


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

"""What is kept of one conversation comes back in pages, and waits for its row."""

import tracemalloc

import pytest

from chatapp.models.entities import MessageKind
from chatapp.models.history.archive import Archive
from chatapp.models.storage.spans import Reach
from tests.chatapp.models.fake_jobs import FailingJobs, SlowJobs
from tests.chatapp.models.storage.rooms_on_disk import (
    all_said,
    make_room,
    said,
    spans_of,
)

COUNT, BYTES_FOR_A_WAITING_LINE = 500, 700


@pytest.fixture
def jobs():
    return FailingJobs()


@pytest.fixture
def archive(jobs):
    archive = Archive(jobs, lambda: "#lobby")
    archive.identified(make_room(jobs.connection))
    return archive


@pytest.fixture
def pages():
    return []


def numbers(kept):
    return [int(line.text.removeprefix("line ")) for line in kept.lines]


def test_what_is_kept_before_the_row_is_known_is_kept_then(jobs, pages):
    archive = Archive(jobs, lambda: "#lobby")
    archive.keep(said(1))
    archive.newest(10, pages.append)
    assert pages == []

    archive.identified(make_room(jobs.connection))

    assert numbers(pages[0]) == [1]


def test_where_nothing_can_be_kept_pages_are_empty(jobs, pages):
    archive = Archive(jobs, lambda: "#lobby")
    archive.identified(None)

    archive.keep(said(1))
    archive.newest(10, pages.append)

    assert numbers(pages[0]) == []


def test_pages_go_back_to_the_first_word(archive, pages):
    archive.keep_page(all_said(range(10)), None, Reach.FIRST_WORD)

    archive.newest(4, pages.append)
    archive.before(said(6), 4, False, pages.append)
    archive.before(said(2), 4, False, pages.append)

    assert [numbers(kept) for kept in pages] == [[6, 7, 8, 9], [2, 3, 4, 5], [0, 1]]
    assert [kept.complete for kept in pages] == [False, False, True]


def test_holes_are_passed_over_only_if_asked(archive, pages):
    archive.keep(said(1))
    archive.begin(10, pages.append)
    archive.keep(said(5))

    archive.before(said(5), 10, False, pages.append)
    archive.before(said(5), 10, True, pages.append)

    assert [numbers(kept) for kept in pages] == [[1], [], [1]]


def test_pages_go_forth_too(archive, pages):
    archive.keep_page(all_said(range(10)), None, Reach.UNKNOWN)

    archive.after(said(6), 2, pages.append)
    archive.after(said(99), 2, pages.append)

    assert [numbers(kept) for kept in pages] == [[7, 8], []]


def test_the_windows_own_words_are_not_kept(archive, pages):
    archive.keep(said(1, kind=MessageKind.LOCAL))
    archive.newest(10, pages.append)

    assert numbers(pages[0]) == []


def test_a_line_that_waits_for_a_slow_disk_takes_little():
    jobs = SlowJobs()
    archive = Archive(jobs, lambda: "#lobby")
    archive.identified(make_room(jobs.connection))
    jobs.is_slow = True
    lines = all_said(range(COUNT))

    tracemalloc.start()
    for line in lines:
        archive.keep(line)
    taken, _most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert taken < BYTES_FOR_A_WAITING_LINE * COUNT


def test_what_comes_after_a_line_that_a_full_disk_did_not_take_does_not_join(
    jobs, archive
):
    archive.keep(said(1))
    jobs.is_full = True
    archive.keep(said(2))
    jobs.is_full = False

    archive.keep(said(3))
    archive.keep(said(4))

    assert spans_of(jobs.connection, archive.room) == [["1"], ["3", "4"]]


def test_what_comes_after_a_beginning_that_a_full_disk_did_not_take_does_not_join(
    jobs, archive, pages
):
    archive.keep(said(1))
    jobs.is_full = True
    archive.begin(10, pages.append)
    jobs.is_full = False

    archive.keep_page(all_said([5, 6]), None, Reach.UNKNOWN)

    assert spans_of(jobs.connection, archive.room) == [["1"], ["5", "6"]]

"""What is unread is counted once and wholly, whatever a window missed when it ended."""

import pytest

from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import NetworkStage
from tests.chatapp.models.kept import SAFE


def said(number):
    moment = f"2026-11-23T10:00:{number:02}.000Z"
    return f"msgid=m{number:05};time={moment} :Ann!a@h PRIVMSG #lobby :noor {number}"


def open_window(jobs, number):
    """Open one that comes in at the time of a line."""
    stage = NetworkStage(jobs)
    stage.sign_in(SAFE)
    joined = said(number).partition(" ")[0].replace("=m", "=j")
    stage.wire.feed(f"@{joined} :noor!u@h JOIN #lobby", ":s 366 noor #lobby :End")
    return stage


def counted(stage):
    lobby = stage.network.room("#lobby")
    return lobby.unread, lobby.mentions


@pytest.fixture
def jobs():
    """The disk of a window that has read one line, and not two; then there is a hole.

    Another window heard line 6, and ended before it was told of lines 4 and 5.
    """
    jobs = FakeJobs()
    first = open_window(jobs, 0)
    first.give_page("#lobby")
    first.wire.feed(f"@{said(1)}")
    first.network.mark_read("#lobby")
    first.wire.feed(f"@{said(2)}", f"@{said(3)}")
    open_window(jobs, 5).wire.feed(f"@{said(6)}")
    return jobs


def test_what_a_page_tells_again_is_counted_once(jobs):
    stage = open_window(jobs, 7)
    assert counted(stage) == (3, 3)

    stage.give_page("#lobby", *(said(number) for number in range(1, 8)))

    assert counted(stage) == (6, 6)


def test_what_scrolling_up_brings_is_counted_too(jobs):
    stage = open_window(jobs, 7)
    stage.give_page("#lobby", said(6), said(7))
    stage.network.fetch_older("#lobby")

    stage.give_page("#lobby", *(said(number) for number in range(1, 6)))

    assert counted(stage) == (6, 6)


def test_what_is_kept_is_unread_where_a_full_disk_did_not_take_what_was_read(jobs):
    jobs.connection.execute("UPDATE rooms SET read_time = 0, read_msgid = ''")

    open_window(jobs, 7)

    assert counted(open_window(jobs, 8)) == (4, 4)


def test_what_was_read_and_comes_again_by_scrolling_up_stays_read(jobs):
    stage = open_window(jobs, 7)
    stage.give_page("#lobby", said(6), said(7))
    stage.network.mark_read("#lobby")
    stage.network.fetch_older("#lobby")

    stage.give_page("#lobby", *(said(number) for number in range(1, 6)))

    assert counted(stage) == (0, 0)


def test_what_was_said_in_one_millisecond_with_the_last_line_read_is_counted(jobs):
    stage = open_window(jobs, 7)
    stage.give_page("#lobby", said(6), said(7))
    stage.network.fetch_older("#lobby")
    with_it = [said(1).replace("m00001", each) for each in ("m00000", "m00001b")]

    stage.give_page("#lobby", with_it[0], said(1), with_it[1])

    assert counted(stage) == (5, 5)

"""A window opens on what an earlier one kept, and asks only for what is missing."""

import itertools

import pytest

from chatapp.models.events import HistoryLoaded
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import FULL, NetworkStage

MINUTES = itertools.count()
OURS = f"{FULL} chatapp/id=abc"


PAGES = tuple(f"CHATHISTORY {form}" for form in ("LATEST", "BEFORE", "AFTER"))


def said(number, room="#lobby", sender="Ann"):
    moment = f"2026-11-22T10:{number // 60:02}:{number % 60:02}.000Z"
    return (
        f"msgid=m{number:05};time={moment} :{sender}!a@h PRIVMSG {room} :line {number}"
    )


def asked(stage):
    return [line for line in stage.wire.take_sent() if line.startswith(PAGES)]


def open_window(jobs, capabilities=OURS):
    stage = NetworkStage(jobs)
    stage.time.pass_by(60.0 * next(MINUTES))
    stage.sign_in(capabilities)
    stage.enter()
    return stage


def numbers(stage, room="#lobby"):
    return [int(text.split()[-1]) for text in stage.texts(room)]


@pytest.fixture
def jobs():
    return FakeJobs()


@pytest.fixture
def first(jobs):
    """A window that has heard a page and two lines, and is closed."""
    stage = open_window(jobs)
    stage.give_page("#lobby", *(said(number) for number in range(1, 4)))
    stage.wire.feed(f"@{said(4)}", f"@{said(5)}")
    stage.wire.end()
    return stage


@pytest.mark.usefixtures("first")
def test_what_was_heard_is_there_before_the_server_is_asked(jobs):
    stage = open_window(jobs)

    assert numbers(stage) == [1, 2, 3, 4, 5]
    assert asked(stage) == ["CHATHISTORY LATEST #lobby msgid=m00004 100"]


@pytest.mark.usefixtures("first")
def test_only_what_is_missing_is_put_behind_it(jobs):
    stage = open_window(jobs)

    stage.give_page("#lobby", said(5), said(6), said(7))
    stage.wire.feed(f"@{said(8)}")

    assert numbers(stage) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert stage.network.history("#lobby").holes() == []


@pytest.mark.usefixtures("first")
def test_another_server_is_asked_by_time(jobs):
    open_window(jobs, FULL).give_page("#lobby", said(20))

    stage = open_window(jobs, FULL)

    assert asked(stage) == [
        "CHATHISTORY LATEST #lobby timestamp=2026-11-22T10:00:10.000Z 100"
    ]


@pytest.mark.usefixtures("first")
def test_a_server_that_takes_no_reference_is_asked_without(jobs):
    stage = open_window(jobs)
    asked(stage)

    stage.wire.feed("FAIL CHATHISTORY INVALID_PARAMS LATEST :Unknown message")

    assert asked(stage) == ["CHATHISTORY LATEST #lobby * 100"]


@pytest.mark.usefixtures("first")
def test_a_server_that_has_nothing_new_leaves_no_hole(jobs):
    open_window(jobs).give_page("#lobby")

    stage = open_window(jobs)
    stage.give_page("#lobby", said(5))

    assert numbers(stage) == [1, 2, 3, 4, 5]
    assert stage.network.history("#lobby").holes() == []


def test_the_first_word_is_known_to_be_the_first_ever_after(jobs):
    stage = open_window(jobs)
    stage.give_page("#lobby", said(1))
    stage.network.fetch_older("#lobby")
    stage.give_page("#lobby")

    later = open_window(jobs)
    later.give_page("#lobby", said(1))

    assert not later.network.fetch_older("#lobby")
    assert asked(later) == [
        "CHATHISTORY LATEST #lobby timestamp=2026-11-22T09:59:51.000Z 100"
    ]


def fill(jobs, count):
    """Let an earlier window have heard so many lines from the first word on."""
    stage = open_window(jobs)
    stage.give_page("#lobby")
    stage.wire.feed(*(f"@{said(number)}" for number in range(count)))
    stage.wire.end()


def test_scrolling_up_reads_what_is_kept_and_then_asks(jobs):
    stage = open_window(jobs)
    stage.give_page("#lobby", said(49))
    stage.wire.feed(*(f"@{said(number)}" for number in range(50, 900)))
    stage.wire.end()

    later = open_window(jobs)
    later.give_page("#lobby", said(899))
    asked(later)
    at_first = len(numbers(later))
    while later.network.fetch_older("#lobby") and not (request := asked(later)):
        pass

    assert at_first == 300
    assert numbers(later) == list(range(49, 900))
    assert request == ["CHATHISTORY BEFORE #lobby msgid=m00049 100"]


def test_a_page_that_was_asked_for_is_kept_too(jobs):
    stage = open_window(jobs)
    stage.give_page("#lobby", said(3), said(4))
    stage.network.fetch_older("#lobby")
    stage.give_page("#lobby", said(1), said(2))

    later = open_window(jobs)

    assert numbers(later) == [1, 2, 3, 4]


def test_a_hole_that_an_earlier_window_left_is_filled_by_scrolling(jobs):
    fill(jobs, 10)
    crashed = open_window(jobs)
    crashed.wire.feed(f"@{said(30)}")
    crashed.wire.end()

    stage = open_window(jobs)
    stage.give_page("#lobby", said(30), said(31))
    asked(stage)
    stage.network.fetch_older("#lobby")
    request = asked(stage)
    stage.give_page("#lobby", *(said(number) for number in range(5, 30)))
    stage.network.fetch_older("#lobby")

    assert request == ["CHATHISTORY BEFORE #lobby msgid=m00030 100"]
    assert numbers(stage) == list(range(32))
    assert asked(stage) == []


def test_a_server_without_history_shows_what_is_kept_over_all_holes(jobs):
    plain = FULL.replace("draft/chathistory", "away-notify")
    for start in (0, 10):
        stage = open_window(jobs, plain)
        stage.wire.feed(*(f"@{said(number)}" for number in range(start, start + 3)))
        stage.wire.end()

    later = open_window(jobs, plain)
    while later.network.fetch_older("#lobby"):
        pass

    assert numbers(later) == [0, 1, 2, 10, 11, 12]
    assert later.told(HistoryLoaded)[-1].complete


def test_a_conversation_with_somebody_is_kept_too(jobs):
    stage = open_window(jobs)
    stage.wire.feed("@msgid=d1 :Ann!a@h PRIVMSG noor :line 1")
    stage.wire.end()

    later = open_window(jobs)
    later.wire.feed("@msgid=d2 :Ann!a@h PRIVMSG noor :line 2")

    assert numbers(later, "Ann") == [1, 2]


def test_one_sees_what_is_kept_where_the_disk_answers_late(jobs, mocker):
    fill(jobs, 5)
    late = []
    slow = mocker.Mock()
    slow.submit.side_effect = lambda *job, **_lasting: late.append(job)
    stage = NetworkStage(slow)
    stage.sign_in(OURS)
    stage.time.pass_by(2)
    stage.enter()
    stage.wire.feed(f"@{said(5)}")

    while late:
        jobs.submit(*late.pop(0))
    stage.give_page("#lobby", said(4), said(5))

    assert numbers(stage) == [0, 1, 2, 3, 4, 5]


def test_without_a_disk_the_server_is_asked_for_everything(mocker):
    broken = mocker.Mock()
    broken.submit.side_effect = lambda _work, _then=None, failed=None, **_: (
        failed("full") if failed else None
    )
    stage = open_window(broken)

    stage.give_page("#lobby", said(1), said(2))
    stage.network.fetch_older("#lobby")

    assert numbers(stage) == [1, 2]
    assert asked(stage)[-1] == "CHATHISTORY BEFORE #lobby msgid=m00001 100"


def test_a_change_that_was_heard_is_not_told_twice_by_a_page(jobs):
    stage = open_window(jobs)
    stage.give_page("#lobby")
    tags = "time=2026-11-22T10:00:00.500Z"
    stage.wire.feed(
        f"@{tags} :Ann!a@h JOIN #lobby",
        f"@{tags};msgid=t1 :Ann!a@h TOPIC #lobby :Tea",
    )
    stage.wire.end()

    later = open_window(jobs)
    later.give_page(
        "#lobby",
        f"{tags};msgid=j1 :Ann!a@h JOIN #lobby",
        f"{tags};msgid=t1 :Ann!a@h TOPIC #lobby :Tea",
        f"{tags};msgid=k1 :Ann!a@h KICK #lobby Bob :Enough",
        f"{tags};msgid=q1 :Bob!b@h QUIT :Bye",
    )

    changes = [
        line.change.name
        for line in later.network.history("#lobby")
        if line.sender != "noor"
    ]
    assert changes == ["JOINED", "TOPIC", "KICKED", "QUIT"]

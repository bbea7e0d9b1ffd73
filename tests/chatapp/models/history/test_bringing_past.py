"""What only the server has of a room's past is brought to the disk, unshown."""

from datetime import timedelta

import pytest

from chatapp.models.export.document import ExportFormat, Wording
from chatapp.models.export.room_exports import Request
from chatapp.models.history.bringing_past import ANSWER_SECONDS, Brought, Reached
from chatapp.models.storage.periods import Period
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import NOON, NetworkStage
from tests.chatapp.models.kept import SAFE
from tests.chatapp.models.storage.rooms_on_disk import spans_of


def said(minute: int, second: int = 0) -> str:
    return (
        f"msgid=m{minute}-{second};time=2026-11-22T11:{minute:02}:{second:02}.000Z"
        f" :Ann!a@h PRIVMSG #lobby :line {minute}"
    )


@pytest.fixture
def jobs() -> FakeJobs:
    return FakeJobs()


@pytest.fixture
def lobby(jobs: FakeJobs) -> NetworkStage:
    """In #lobby, of which the newest two lines are known."""
    stage = NetworkStage(jobs)
    stage.sign_in(SAFE)
    stage.enter()
    stage.give_page("#lobby", said(50), said(51))
    stage.wire.take_sent()
    return stage


class Told:
    """What an export tells."""

    def __init__(self) -> None:
        self.progress: list[int] = []
        self.brought: list[Brought] = []
        self.stop = lambda: None


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def bring(lobby: NetworkStage, told: Told, tmp_path, monkeypatch):
    """Ask for an export, and hear what was brought for it instead of writing it."""
    exports = lobby.network.exports
    monkeypatch.setattr(
        type(exports),
        "_write",
        lambda _self, _conversation, _request, brought, _then: told.brought.append(
            brought
        ),
    )

    def bring(since=None, until=None) -> None:
        request = Request(
            "#lobby",
            "Test",
            Period(since, until),
            tmp_path / "a.json",
            ExportFormat.JSON,
            Wording(lambda line: line.text, lambda _contents: ""),
            pytest.fail,
        )
        told.stop = exports.export(
            request,
            lambda count, _oldest: told.progress.append(count),
            lambda _outcome: None,
        )

    return bring


def kept(jobs: FakeJobs) -> list[str]:
    rows = jobs.connection.execute(
        "SELECT text FROM lines WHERE kind = 'TEXT' ORDER BY span, place"
    )
    return [text for (text,) in rows]


def test_pages_come_before_what_is_kept_until_the_first_word(
    bring, lobby, told, jobs
) -> None:
    bring()
    asked = lobby.wire.take_sent()
    lobby.give_page("#lobby", said(30), said(31))
    lobby.give_page("#lobby", said(10))
    lobby.give_page("#lobby")

    assert asked == ["CHATHISTORY BEFORE #lobby msgid=m50-0 100"]
    assert kept(jobs) == ["line 10", "line 30", "line 31", "line 50", "line 51"]
    assert [it.reached for it in told.brought] == [Reached.ALL]
    assert told.progress == [2, 3]


def test_a_server_whose_past_never_ends_is_asked_for_so_many_pages_only(
    bring, lobby, told, monkeypatch
) -> None:
    monkeypatch.setattr("chatapp.models.history.bringing_past.MOST_PAGES", 2)

    bring()
    lobby.give_page("#lobby", said(30), said(31))
    lobby.give_page("#lobby", said(10))

    assert [it.reached for it in told.brought] == [Reached.REFUSED]
    assert len(lobby.wire.take_sent()) == 2


def test_what_is_brought_is_shown_nowhere(bring, lobby) -> None:
    shown = len(lobby.network.history("#lobby"))

    bring()
    lobby.give_page("#lobby", said(30), said(31))

    assert len(lobby.network.history("#lobby")) == shown


def test_nothing_is_asked_for_that_was_said_before_the_period(
    bring, lobby, told
) -> None:
    bring(NOON - timedelta(minutes=35))
    lobby.give_page("#lobby", said(20), said(40))

    assert [it.reached for it in told.brought] == [Reached.ALL]
    assert len(lobby.wire.take_sent()) == 1


def test_where_all_of_the_period_is_kept_the_server_is_not_asked(
    bring, lobby, told
) -> None:
    bring(NOON - timedelta(minutes=5))

    assert lobby.wire.take_sent() == []
    assert [it.reached for it in told.brought] == [Reached.ALL]


def test_it_can_be_stopped_and_says_since_when_all_is_there(bring, lobby, told) -> None:
    bring()
    lobby.give_page("#lobby", said(30))

    told.stop()
    lobby.give_page("#lobby", said(10))

    assert told.brought == [
        Brought(Reached.STOPPED, NOON - timedelta(minutes=30)),
    ]


def test_a_server_that_refuses_ends_it(bring, lobby, told) -> None:
    bring()

    lobby.wire.feed(":s FAIL CHATHISTORY INVALID_TARGET BEFORE #lobby :No.")

    assert [it.reached for it in told.brought] == [Reached.REFUSED]


def test_a_server_that_does_not_answer_is_asked_again_and_then_given_up(
    bring, lobby, told
) -> None:
    bring()

    lobby.stay_online(int(4 * ANSWER_SECONDS))

    assert len([it for it in lobby.wire.take_sent() if "BEFORE" in it]) == 3
    assert [it.reached for it in told.brought] == [Reached.NOT_ASKED]


def test_a_server_that_repeats_itself_is_given_up(bring, lobby, told) -> None:
    bring()

    lobby.give_page("#lobby", said(51))

    assert [it.reached for it in told.brought] == [Reached.REFUSED]


def test_without_a_link_it_is_said_that_nobody_could_be_asked(
    bring, lobby, told
) -> None:
    lobby.wire.end()

    bring()

    assert [it.reached for it in told.brought] == [Reached.NOT_ASKED]


def test_it_waits_for_what_a_reader_asks_for(bring, lobby, told, jobs) -> None:
    lobby.network.fetch_older("#lobby")
    lobby.wire.take_sent()

    bring()
    asked_at_once = lobby.wire.take_sent()
    lobby.give_page("#lobby", said(40))
    lobby.stay_online(1)

    assert asked_at_once == []
    assert [it for it in lobby.wire.take_sent() if "CHATHISTORY" in it] == [
        "CHATHISTORY BEFORE #lobby msgid=m50-0 100"
    ]


def test_nothing_is_asked_for_that_was_said_after_the_period(
    bring, lobby, told, jobs
) -> None:
    bring(NOON - timedelta(minutes=35), NOON - timedelta(minutes=25))
    lobby.give_page("#lobby", said(30), said(31))
    lobby.give_page("#lobby", said(20), said(28))

    assert lobby.wire.take_sent() == [
        "CHATHISTORY BEFORE #lobby timestamp=2026-11-22T11:35:00.000Z 100",
        "CHATHISTORY BEFORE #lobby msgid=m30-0 100",
    ]
    assert [it.reached for it in told.brought] == [Reached.ALL]
    (room,) = jobs.connection.execute("SELECT room FROM lines").fetchone()
    jobs.connection.execute("DELETE FROM lines WHERE kind <> 'TEXT'")
    assert spans_of(jobs.connection, room) == [
        ["20", "28", "30", "31"],
        ["50", "51"],
    ]


def test_a_period_that_is_kept_from_its_end_on_is_asked_for_from_there(
    bring, lobby
) -> None:
    bring(NOON - timedelta(minutes=35), NOON - timedelta(minutes=25))
    lobby.give_page("#lobby", said(28), said(34))
    lobby.give_page("#lobby", said(20))
    lobby.wire.take_sent()

    bring(NOON - timedelta(minutes=45), NOON - timedelta(minutes=30))

    assert lobby.wire.take_sent() == ["CHATHISTORY BEFORE #lobby msgid=m20-0 100"]


def test_a_period_before_the_first_word_is_empty(bring, lobby, told) -> None:
    bring(None, NOON - timedelta(minutes=25))
    lobby.give_page("#lobby")

    assert [it.reached for it in told.brought] == [Reached.ALL]


def test_a_period_that_ends_in_what_joins_the_present_begins_there(
    bring, lobby
) -> None:
    bring(None, NOON - timedelta(minutes=9))

    assert lobby.wire.take_sent() == ["CHATHISTORY BEFORE #lobby msgid=m50-0 100"]


def test_a_server_that_takes_no_moments_is_asked_from_the_present_on(
    bring, lobby
) -> None:
    lobby.wire.feed(":s 005 noor MSGREFTYPES=msgid :are supported")

    bring(None, NOON - timedelta(minutes=25))

    assert lobby.wire.take_sent() == ["CHATHISTORY BEFORE #lobby msgid=m50-0 100"]

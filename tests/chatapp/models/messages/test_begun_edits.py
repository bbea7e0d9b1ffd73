"""An edit that is begun is kept as a draft is, for the next window as well."""

import pytest

from chatapp.models.history.keeping import DRAFT_SECONDS
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import NetworkStage
from tests.chatapp.models.kept import SAFE, open_lobby

SAID = "@msgid=m1;time=2026-11-22T12:00:05.000Z :noor!u@h PRIVMSG {room} :helo"


@pytest.fixture
def jobs() -> FakeJobs:
    return FakeJobs()


@pytest.fixture
def before(jobs: FakeJobs) -> NetworkStage:
    """Give a window in which an edit is begun in #lobby."""
    stage = open_lobby(jobs)
    begin(stage, "#lobby")
    return stage


def begin(stage: NetworkStage, room: str) -> None:
    stage.wire.feed(SAID.format(room=room))
    *_, said = stage.network.history(room)
    stage.network.begun_edits.write(room, said, "hello")


def begun_in(jobs: FakeJobs, room: str = "#lobby") -> tuple[str, str, str] | None:
    """Give what a new window finds begun in a room: msgid, words before and new."""
    stage = NetworkStage(jobs, "b")
    stage.sign_in(SAFE)
    edit = stage.network.begun_edits.of(room)
    return (edit.message.msgid, edit.message.text, edit.words) if edit else None


def test_the_next_window_has_it_with_its_message(jobs, before):
    before.network.let_go()

    assert begun_in(jobs) == ("m1", "helo", "hello")


def test_it_outlives_a_crash_a_moment_after_the_last_key(jobs, before):
    before.time.pass_by(DRAFT_SECONDS)

    assert begun_in(jobs) == ("m1", "helo", "hello")


def test_one_that_is_done_is_gone_at_once(jobs, before):
    before.time.pass_by(DRAFT_SECONDS)

    before.network.begun_edits.end("#lobby")

    assert begun_in(jobs) is None


def test_a_draft_beside_it_takes_nothing_from_it(jobs, before):
    before.network.write_draft("#lobby", "half")
    before.network.write_draft("#lobby", "")

    assert begun_in(jobs) == ("m1", "helo", "hello")


@pytest.mark.parametrize(
    "change", ["kind = 'DELETED'", "msgid = 'other'"], ids=["deleted", "not kept"]
)
def test_without_its_message_it_is_not_gone_on_with(jobs, before, change):
    before.network.let_go()
    jobs.connection.execute(f"UPDATE lines SET {change}")  # noqa: S608 - of this test

    assert begun_in(jobs) is None


def test_it_follows_a_person_to_another_nick(jobs):
    stage = open_lobby(jobs)
    stage.wire.feed(":bob!b@h JOIN #lobby")
    stage.network.open_direct("bob")
    begin(stage, "bob")

    stage.wire.feed(":bob!b@h NICK Robert")
    stage.network.let_go()

    assert begun_in(jobs, "Robert") == ("m1", "helo", "hello")

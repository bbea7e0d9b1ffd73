"""Messages are saved for oneself, on disk, until they are taken out again."""

from typing import TYPE_CHECKING

import pytest

from chatapp.models.entities import ChatMessage
from tests.chatapp.models.fake_jobs import SlowJobs
from tests.chatapp.models.fakes import NetworkStage
from tests.chatapp.models.kept import open_lobby

if TYPE_CHECKING:
    from collections.abc import Sequence

SAID = "@msgid=m{0};time=2026-11-22T12:00:0{0}.000Z :Ann!a@h PRIVMSG #lobby :line {0}"


@pytest.fixture
def stage() -> NetworkStage:
    stage = NetworkStage()
    window = open_lobby(stage.jobs)
    window.wire.feed(*(SAID.format(number) for number in range(3)))
    return window


@pytest.fixture
def said_slowly() -> tuple[SlowJobs, NetworkStage]:
    """Lines that were said, on a disk that can be slow."""
    jobs = SlowJobs()
    window = open_lobby(jobs)
    window.wire.feed(*(SAID.format(number) for number in range(3)))
    return jobs, window


def said(stage: NetworkStage, number: int) -> ChatMessage:
    line = stage.network.history("#lobby").with_msgid(f"m{number}")
    assert line is not None
    return line


def saved(stage: NetworkStage) -> list[str]:
    told: list[Sequence[ChatMessage]] = []
    stage.network.saving.read(told.append)
    return [line.text for line in told[0]]


def test_what_is_saved_is_listed_the_latest_first(stage) -> None:
    stage.network.saving.save(said(stage, 2))
    stage.network.saving.save(said(stage, 0))

    assert saved(stage) == ["line 0", "line 2"]
    assert stage.network.saving.is_saved(said(stage, 0))
    assert not stage.network.saving.can_save(said(stage, 0))


def test_what_is_saved_twice_is_there_once(stage) -> None:
    stage.network.saving.save(said(stage, 1))
    stage.network.saving.save(said(stage, 1))

    assert saved(stage) == ["line 1"]


def test_what_is_taken_out_can_be_saved_again(stage) -> None:
    stage.network.saving.save(said(stage, 1))

    stage.network.saving.remove(said(stage, 1))

    assert saved(stage) == []
    assert stage.network.saving.can_save(said(stage, 1))


def test_the_next_window_knows_what_is_saved(stage) -> None:
    stage.network.saving.save(said(stage, 1))

    again = open_lobby(stage.jobs, ids="b")

    assert saved(again) == ["line 1"]
    assert again.network.saving.is_saved(said(again, 1))


def test_what_is_not_sent_yet_cannot_be_saved(stage) -> None:
    stage.network.say("#lobby", "on its way")

    assert not stage.network.saving.can_save(stage.network.history("#lobby")[-1])


def test_nothing_of_it_goes_to_the_server(stage) -> None:
    stage.wire.take_sent()

    stage.network.saving.save(said(stage, 1))

    assert stage.wire.take_sent() == []


def test_what_was_deleted_for_everybody_is_saved_no_longer(stage) -> None:
    stage.network.saving.save(said(stage, 0))
    stage.network.saving.save(said(stage, 1))

    stage.wire.feed(":Ann!a@h REDACT #lobby m1")

    assert saved(stage) == ["line 0"]


def test_what_is_saved_while_the_disk_answers_stays_saved(said_slowly) -> None:
    jobs, stage = said_slowly
    saving, told = stage.network.saving, []
    saving.save(said(stage, 0))
    jobs.is_slow = True
    saving.read(told.append)

    saving.save(said(stage, 1))
    saving.remove(said(stage, 0))
    jobs.catch_up()

    assert [saving.is_saved(said(stage, number)) for number in (0, 1)] == [False, True]
    assert told == [[]]
    jobs.is_slow = False
    assert saved(stage) == ["line 1"]

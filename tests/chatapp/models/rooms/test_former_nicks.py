"""Who writes under another nick is met in the conversation that one has with them."""

import pytest

from chatapp.models.history import recollection
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import FULL, NetworkStage
from tests.chatapp.models.kept import SAFE, open_lobby


@pytest.fixture
def stage(stage: NetworkStage) -> NetworkStage:
    """Anna, who has an account, wrote to one, and has gone since."""
    stage.sign_in(FULL)
    hear(stage, "Anna", "hi", account="anna")
    stage.give_page("Anna")
    stage.wire.feed(":Anna!a@h QUIT :Bye")
    return stage


def hear(stage: NetworkStage, nick: str, text: str, account: str) -> None:
    stage.wire.feed(f"@account={account} :{nick}!a@h PRIVMSG noor :{text}")


def names(stage: NetworkStage) -> list[str]:
    return [room.name for room in stage.network.rooms()]


def test_somebody_who_comes_back_under_another_nick_goes_on_where_one_was(
    stage,
) -> None:
    hear(stage, "Anna2", "again", account="anna")

    assert names(stage) == ["Anna2"]
    assert stage.texts("Anna2") == ["hi", "again"]


def test_somebody_of_another_account_is_somebody_else(stage) -> None:
    hear(stage, "Anna2", "who are you?", account="other")

    assert names(stage) == ["Anna", "Anna2"]


def test_without_an_account_nobody_is_taken_for_another(stage) -> None:
    stage.wire.feed(":Guest!a@h PRIVMSG noor :hello")
    stage.give_page("Guest")
    stage.wire.feed(":Guest!a@h QUIT", ":Guest2!a@h PRIVMSG noor :hello")

    assert names(stage) == ["Anna", "Guest", "Guest2"]


def test_who_is_here_under_both_nicks_has_two_conversations(stage) -> None:
    stage.enter()
    stage.wire.feed(":Anna!a@h JOIN #lobby")

    hear(stage, "Anna2", "my telephone", account="anna")

    assert names(stage) == ["#lobby", "Anna", "Anna2"]


def test_who_one_has_only_written_to_since_is_known_after_a_restart(
    monkeypatch,
) -> None:
    monkeypatch.setattr(recollection, "AT_FIRST", 3)
    jobs = FakeJobs()
    before = open_lobby(jobs)
    hear(before, "Anna", "hi", account="anna")
    for number in range(3):
        before.wire.feed(f"@msgid=own{number} :noor!u@h PRIVMSG Anna :{number}")

    again = NetworkStage(jobs, "b")
    again.sign_in(SAFE)
    hear(again, "Anna2", "again", account="anna")

    assert names(again) == ["#lobby", "Anna2"]
    assert "hi" not in again.texts("Anna2")

"""Strangers who write can be as many as they like; those one talks with stay."""

import pytest

from chatapp.models.events import RoomClosed
from chatapp.models.history import coming_in
from tests.chatapp.models.fakes import FULL, NetworkStage

MOST = 5


@pytest.fixture
def stage(monkeypatch):
    """A server at which friends have written, and no more can be opened by others."""
    monkeypatch.setattr(coming_in, "MOST_BY_OTHERS", MOST)
    stage = NetworkStage()
    stage.sign_in(FULL)
    write(stage, "ann", "ben", "cid", "dora", "eve")
    return stage


def write(stage: NetworkStage, *nicks: str) -> None:
    """Have people write to one, a second after each other."""
    for nick in nicks:
        stage.time.pass_by(1)
        moment = stage.time.now().isoformat(timespec="milliseconds")[:23]
        tags = f"@time={moment}Z;msgid={nick}{moment}"
        stage.wire.feed(f"{tags} :{nick}!u@h PRIVMSG noor :hello from {nick}")


def names(stage: NetworkStage) -> list[str]:
    return [room.name for room in stage.network.rooms()]


def test_who_was_silent_for_longest_makes_room(stage):
    write(stage, "stranger")

    assert names(stage) == ["ben", "cid", "dora", "eve", "stranger"]
    assert [event.room for event in stage.told(RoomClosed)] == ["ann"]


def test_those_one_talks_with_stay(stage):
    stage.network.say("ann", "Nice to hear from you")
    stage.network.write_draft("ben", "Wait a ")
    stage.network.look_at("cid")

    write(stage, "stranger")

    assert names(stage) == ["ann", "ben", "cid", "eve", "stranger"]


def test_who_made_room_is_back_with_all_that_was_said_once_he_writes(stage):
    write(stage, "stranger")

    write(stage, "ann")

    assert stage.texts("ann") == ["hello from ann", "hello from ann"]
    assert stage.network.room("ann").unread == 2


def test_oneself_can_open_more(stage):
    stage.network.open_direct("friend")

    assert names(stage) == ["ann", "ben", "cid", "dora", "eve", "friend"]

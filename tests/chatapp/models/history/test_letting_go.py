"""Memory stays bounded however many rooms there are, and nothing is lost by that."""

import pytest

from chatapp.models.entities import RoomKind
from chatapp.models.events import HistoryLoaded, RoomSelected
from chatapp.models.history import coming_in, letting_go
from tests.chatapp.models.fake_jobs import FailingJobs
from tests.chatapp.models.fakes import FULL, NetworkStage

ROOMS = ("#lobby", "#garden", "#kitchen", "#attic")
COUNT = 60
MOST, LEFT, LEFT_IN_A_ROOM, COUNTED_AT = 120, 100, 10, 5


@pytest.fixture(autouse=True)
def little_memory(monkeypatch):
    monkeypatch.setattr(letting_go, "MOST_IN_ALL", MOST)
    monkeypatch.setattr(letting_go, "LEFT_IN_ALL", LEFT)
    monkeypatch.setattr(letting_go, "LEFT_IN_A_ROOM", LEFT_IN_A_ROOM)
    monkeypatch.setattr(letting_go, "COUNTED_AT", COUNTED_AT)


@pytest.fixture
def stage():
    return opened(NetworkStage())


def opened(stage: NetworkStage) -> NetworkStage:
    """Come into all rooms, of which nobody has said anything yet."""
    stage.sign_in(f"{FULL} chatapp/id=abc")
    for room in ROOMS:
        stage.enter(room)
        stage.give_page(room)
    stage.wire.take_sent()
    return stage


def look_at(stage: NetworkStage, *rooms: str) -> None:
    for room in rooms:
        stage.bus.publish(RoomSelected(room))


def talk(stage: NetworkStage, *rooms: str, count: int = COUNT) -> None:
    """Have somebody talk in rooms, in turn."""
    for number in range(count):
        for room in rooms:
            tags = f"@msgid={room[1:]}{number:04}"
            stage.wire.feed(f"{tags} :Ann!a@h PRIVMSG {room} :line {number}")


def sizes(stage: NetworkStage) -> dict[str, int]:
    return {room: len(stage.network.history(room)) for room in ROOMS}


def test_all_rooms_together_hold_no_more_than_the_most(stage):
    talk(stage, *ROOMS)

    assert sum(sizes(stage).values()) <= MOST + COUNTED_AT
    assert min(sizes(stage).values()) >= LEFT_IN_A_ROOM


def test_the_room_one_is_in_keeps_all(stage):
    look_at(stage, "#garden")

    talk(stage, *ROOMS)

    assert sizes(stage)["#garden"] > COUNT


def test_the_room_that_was_looked_at_longest_ago_lets_go_first(stage):
    look_at(stage, "#kitchen", "#attic", "#lobby")

    talk(stage, "#kitchen", "#attic")
    talk(stage, "#lobby", count=COUNT // 2)

    assert sizes(stage)["#kitchen"] < sizes(stage)["#attic"]


def test_what_went_comes_back_from_the_disk_and_stands_where_it_was(stage):
    look_at(stage, *ROOMS[:3])
    talk(stage, "#attic")
    talk(stage, *ROOMS[:3])
    assert "line 0" not in stage.texts("#attic")

    look_at(stage, "#attic")
    while stage.network.fetch_older("#attic"):
        pass

    assert stage.texts("#attic") == [f"line {number}" for number in range(COUNT)]
    assert not [line for line in stage.wire.take_sent() if "HISTORY" in line]


def test_what_is_unread_is_still_counted(stage):
    talk(stage, *ROOMS)

    unread = {room.name: room.unread for room in stage.network.rooms()}
    assert unread == dict.fromkeys(ROOMS, COUNT)


def test_whoever_shows_a_room_hears_that_lines_went(stage):
    talk(stage, *ROOMS)

    told = {event.room for event in stage.told(HistoryLoaded) if not event.complete}
    assert told >= {room for room, size in sizes(stage).items() if size < COUNT}


def test_what_the_disk_does_not_take_stays_in_memory():
    jobs = FailingJobs()
    stage = opened(NetworkStage(jobs))
    jobs.is_full = True

    talk(stage, *ROOMS)

    assert all(size > COUNT for size in sizes(stage).values())


def test_whom_one_talked_with_makes_room_for_nobody_though_the_words_went(
    stage, monkeypatch
):
    stage.wire.feed("@msgid=own :noor!u@h PRIVMSG Ann :hello")
    stage.give_page("Ann")
    for number in range(COUNT):
        stage.wire.feed(f"@msgid=ann{number} :Ann!a@h PRIVMSG noor :line {number}")
    talk(stage, *ROOMS)
    assert "hello" not in stage.texts("Ann")
    most = sum(room.kind is RoomKind.DIRECT for room in stage.network.rooms())
    monkeypatch.setattr(coming_in, "MOST_BY_OTHERS", most)

    stage.wire.feed("@msgid=ben :Ben!b@h PRIVMSG noor :hi")

    assert "Ann" in [room.name for room in stage.network.rooms()]


def test_who_comes_under_another_nick_is_known_though_the_words_went(stage):
    stage.wire.feed("@account=anna :Anna!a@h PRIVMSG noor :hi")
    stage.give_page("Anna")
    stage.wire.feed(*(f"@msgid=o{n} :noor!u@h PRIVMSG Anna :{n}" for n in range(COUNT)))
    talk(stage, *ROOMS)
    is_gone = "hi" not in stage.texts("Anna")
    stage.wire.feed(":Anna!a@h QUIT :Bye", "@account=anna :Anna2!a@h PRIVMSG noor :me")

    assert is_gone
    assert stage.network.room("Anna") is None
    assert stage.texts("Anna2")[-1] == "me"

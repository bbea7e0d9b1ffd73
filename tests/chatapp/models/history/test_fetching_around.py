"""A message far back is brought with what is around it, from the disk or the server."""

import pytest

from chatapp.models.events import HistoryLoaded, RequestRefused
from chatapp.models.history.backlog import NOT_FOUND
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import FULL, NetworkStage
from tests.chatapp.models.kept import open_lobby

SAFE = f"{FULL} chatapp/id=h1"


def line(number: int, tags: str = "") -> str:
    return f"{tags}msgid=m{number} :ann!u@h PRIVMSG #lobby :line {number}"


def texts(numbers: range) -> list[str]:
    return [f"line {number}" for number in numbers]


def not_found(stage: NetworkStage) -> list[str]:
    return [event.text for event in stage.told(RequestRefused)]


@pytest.fixture
def stage() -> NetworkStage:
    """A window that has the newest lines of a long past."""
    stage = NetworkStage()
    stage.sign_in()
    stage.enter()
    stage.give_page("#lobby", *(line(number) for number in range(90, 100)))
    stage.wire.take_sent()
    stage.events.clear()
    return stage


def test_the_server_is_asked_for_what_is_around_it(stage):
    is_coming = stage.network.fetch_around("#lobby", "m45")
    asked = stage.wire.take_sent()
    stage.give_page("#lobby", *(line(number) for number in range(40, 50)))

    history = stage.network.history("#lobby")
    assert is_coming
    assert asked == ["CHATHISTORY AROUND #lobby msgid=m45 100"]
    assert history.place_of("m45") == 5
    assert history.run_around(5) == (0, 10)
    assert stage.told(HistoryLoaded)[-1].count == 10


def test_from_there_one_reads_on_until_the_parts_meet(stage):
    stage.network.fetch_around("#lobby", "m45")
    stage.give_page("#lobby", *(line(number) for number in range(40, 50)))
    stage.wire.take_sent()

    stage.network.fetch_newer("#lobby")
    asked = stage.wire.take_sent()
    stage.give_page("#lobby", *(line(number) for number in range(50, 92)))

    assert asked == ["CHATHISTORY AFTER #lobby msgid=m49 100"]
    assert stage.network.history("#lobby").cut is None
    assert stage.texts()[-60:] == texts(range(40, 100))


def test_another_jump_takes_the_place_of_the_first(stage):
    stage.network.fetch_around("#lobby", "m45")
    stage.give_page("#lobby", *(line(number) for number in range(40, 50)))

    stage.network.fetch_around("#lobby", "m15")
    stage.give_page("#lobby", *(line(number) for number in range(10, 20)))

    history = stage.network.history("#lobby")
    assert (history.place_of("m15"), history.place_of("m45")) == (5, None)
    assert history.run_around(5) == (0, 10)


def test_a_part_that_reaches_what_is_there_needs_no_cut(stage):
    stage.network.fetch_around("#lobby", "m85")
    stage.give_page("#lobby", *(line(number) for number in range(80, 95)))

    assert stage.network.history("#lobby").cut is None
    assert stage.texts() == texts(range(80, 100))


@pytest.mark.parametrize("numbers", [range(0), range(40, 45)])
def test_what_the_server_does_not_have_is_said_kindly(stage, numbers):
    stage.network.fetch_around("#lobby", "m45")
    stage.give_page("#lobby", *(line(number) for number in numbers))

    assert not_found(stage) == [NOT_FOUND]
    assert stage.texts() == texts(range(90, 100))
    assert stage.told(HistoryLoaded)[-1].count == 0


def test_a_server_that_refuses_keeps_all_the_rest(stage):
    stage.network.fetch_around("#lobby", "m45")
    stage.wire.take_sent()
    stage.wire.feed(":s FAIL CHATHISTORY INVALID_PARAMS AROUND #lobby :No")

    stage.network.fetch_older("#lobby")

    assert NOT_FOUND in not_found(stage)
    assert stage.wire.take_sent() == ["CHATHISTORY BEFORE #lobby msgid=m90 100"]


def test_what_is_kept_is_not_asked_for(monkeypatch):
    monkeypatch.setattr("chatapp.models.history.recollection.AT_FIRST", 5)
    jobs = FakeJobs()
    before = open_lobby(jobs, SAFE)
    for number in range(300):
        before.wire.feed(line(number, "@"))
    before.network.let_go()
    again = open_lobby(jobs, SAFE, "b")

    again.network.fetch_around("#lobby", "m50")

    history = again.network.history("#lobby")
    assert history[history.place_of("m50")].text == "line 50"
    assert again.wire.take_sent() == []
    assert history.cut is None or history.place_of("m50") < history.cut

"""In large rooms only those are asked about whom one sees."""

import pytest

from chatapp.models.entities import Presence
from chatapp.models.session import rooms
from tests.chatapp.models.fakes import FULL, NetworkStage


@pytest.fixture
def large(stage: NetworkStage, monkeypatch) -> NetworkStage:
    """In #large with Ann, Bob and Cy, which are more than can be asked about."""
    monkeypatch.setattr(rooms, "MOST_ASKED_ABOUT", 2)
    stage.sign_in(FULL)
    stage.wire.feed(
        ":s 005 noor WHOX :are",
        ":noor!u@h JOIN #large",
        ":s 353 noor = #large :noor Ann Bob Cy",
        ":s 366 noor #large :end",
    )
    stage.give_page("#large")
    stage.wire.take_sent()
    return stage


def asked(stage: NetworkStage) -> list[str]:
    return [line for line in stage.wire.take_sent() if line.startswith("WHO ")]


def answer(stage: NetworkStage, nick: str, flags: str = "H") -> None:
    stage.wire.feed(
        f":s 354 noor #large u h {nick} {flags} 0 :{nick}",
        f":s 315 noor {nick} :end",
    )


def test_each_is_asked_about_after_a_pause(large) -> None:
    large.network.seen_people.see("#large", ["Ann", "Bob"])
    at_once = asked(large)
    answer(large, "Ann")
    large.stay_online(1)

    assert at_once == ["WHO Ann %cuhnfar"]
    assert asked(large) == ["WHO Bob %cuhnfar"]


def test_what_is_told_of_somebody_is_shown(large) -> None:
    large.network.seen_people.see("#large", ["Ann"])

    answer(large, "Ann", flags="G")

    people = {it.nick: it.presence for it in large.network.people("#large")}
    assert people["Ann"] is Presence.AWAY
    assert people["Bob"] is Presence.ONLINE


def test_nobody_is_asked_about_twice(large) -> None:
    large.network.seen_people.see("#large", ["Ann"])
    answer(large, "Ann")
    asked(large)

    large.network.seen_people.see("#large", ["Ann"])
    large.stay_online(2)

    assert asked(large) == []


def test_who_is_out_of_sight_again_is_not_asked_about(large) -> None:
    large.network.seen_people.see("#large", ["Ann", "Bob"])
    answer(large, "Ann")

    large.network.seen_people.see("#large", ["Cy"])
    large.stay_online(2)

    assert asked(large) == ["WHO Ann %cuhnfar", "WHO Cy %cuhnfar"]


def test_in_a_small_room_all_are_known_already(lobby) -> None:
    lobby.network.seen_people.see("#lobby", ["noor"])

    assert asked(lobby) == []

"""Channels that do not let one in: for now, or until one asks again."""

import pytest

from chatapp.models.rooms.admission import MOST_TRIES, TRY_AGAIN_SECONDS

THROTTLED = ":s 480 noor #lobby :Throttle exceeded, try again later"


def joins(stage) -> list[str]:
    return [line for line in stage.wire.take_sent() if line.startswith("JOIN")]


@pytest.fixture
def back(lobby):
    """A client that has come back and asked to be let in."""
    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome()
    lobby.wire.take_sent()
    return lobby


def test_a_throttled_room_is_tried_again_until_one_is_in(back):
    back.wire.feed(THROTTLED)
    before = joins(back)
    back.stay_online(int(TRY_AGAIN_SECONDS) + 1)
    asked = joins(back)
    back.enter()
    back.stay_online(int(TRY_AGAIN_SECONDS) + 1)

    assert (before, asked, joins(back)) == ([], ["JOIN #lobby"], [])
    assert back.network.room("#lobby").joined


def test_a_room_that_stays_throttled_is_given_up(back):
    asked = []
    for _ in range(MOST_TRIES + 3):
        back.wire.feed(THROTTLED)
        back.stay_online(int(TRY_AGAIN_SECONDS) + 1)
        asked += joins(back)

    assert len(asked) == MOST_TRIES


def test_a_room_that_lets_one_in_no_more_is_not_tried_again(back):
    back.wire.feed(":s 474 noor #lobby :Banned")
    back.stay_online(int(TRY_AGAIN_SECONDS) + 1)

    assert joins(back) == []


@pytest.mark.parametrize(
    "line", [":Ann!a@h MODE #lobby +k sesame", ":s 324 noor #lobby +ntk sesame"]
)
def test_a_key_that_was_set_while_one_was_in_lets_one_in_again(lobby, line):
    lobby.wire.feed(line)
    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome()

    assert joins(lobby) == ["JOIN #lobby sesame"]


def test_a_key_that_the_server_hides_is_none(lobby):
    lobby.wire.feed(":Ann!a@h MODE #lobby +k *", ":s 324 noor #lobby +ntk")
    lobby.wire.end()
    lobby.reconnect()
    lobby.welcome()

    assert joins(lobby) == ["JOIN #lobby"]

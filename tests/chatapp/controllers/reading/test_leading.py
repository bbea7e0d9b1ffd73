"""One is led to a message in its room, or told why not, with mocked models."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.finding import search_wording as wording
from chatapp.controllers.reading.jumping import Jumping
from chatapp.controllers.reading.leading import Leading
from chatapp.models.events import HistoryLoaded, RoomSelected
from tests.chatapp.controllers.fakes import message


@pytest.fixture
def jumping(mocker: MockerFixture):
    return mocker.create_autospec(Jumping, instance=True)


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def leading(network, bus, jumping, opened, told) -> Leading:
    return Leading(network, bus, opened.append, jumping, told.append)


def test_the_room_is_opened_and_the_message_gone_to(leading, jumping, opened) -> None:
    leading.go_to(message("k1", msgid="m1"))

    assert opened == ["#lobby"]
    jumping.go_to.assert_called_once_with("m1")


def test_an_open_room_stays_as_it_is(leading, network, jumping, opened) -> None:
    network.room_looked_at = "#Lobby"

    leading.go_to(message("k1", msgid="m1"))

    assert opened == []
    jumping.go_to.assert_called_once_with("m1")


def test_a_conversation_that_was_put_away_is_opened_again(leading, network) -> None:
    leading.go_to(message("k1", room="Lena", msgid="m1"))

    network.open_direct.assert_called_once_with("Lena")


def test_a_room_one_is_not_in_is_named(leading, jumping, told) -> None:
    leading.go_to(message("k1", room="#left", msgid="m1"))

    assert told == [wording.NOT_HERE.format(room="#left")]
    jumping.go_to.assert_not_called()


def test_without_a_number_a_message_is_known_by_its_words(
    leading, jumping, history, told
) -> None:
    history.extend([message("k1"), message("k2")])

    leading.go_to(message("found", text="text of k2"))

    jumping.show.assert_called_once_with(1)
    assert told == []


def test_without_a_number_what_is_older_is_brought_until_it_is_there(
    leading, network, jumping, bus, history, told
) -> None:
    jumping.show.side_effect = lambda place: place is not None
    leading.go_to(message("found", text="text of k0"))

    bus.publish(HistoryLoaded("#lobby", 5, complete=False))
    history.append(message("k0"))
    bus.publish(HistoryLoaded("#lobby", 5, complete=False))
    bus.publish(HistoryLoaded("#lobby", 5, complete=False))

    assert network.fetch_older.call_count == 2
    assert jumping.show.call_args.args == (0,)
    assert told == []


def test_where_there_is_nothing_older_it_is_said(
    leading, network, jumping, history, told
) -> None:
    jumping.show.return_value = False
    network.fetch_older.return_value = False
    history.complete = True

    leading.go_to(message("found"))

    assert told == [wording.TOO_FAR_BACK.format(room="#lobby")]


def test_who_opens_another_room_is_not_led_any_more(
    leading, network, jumping, bus
) -> None:
    jumping.show.return_value = False
    leading.go_to(message("found"))

    bus.publish(RoomSelected("Ada"))
    bus.publish(HistoryLoaded("#lobby", 5, complete=False))

    network.fetch_older.assert_called_once_with("#lobby")

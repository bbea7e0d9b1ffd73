"""A word behind a room's name is its key, or belongs to the name: which is told."""

import pytest

from chatapp.controllers.rooms.keyed_joining import CardView, KeyedJoining
from chatapp.models.entities import Connectedness, Tone
from chatapp.models.events import ConnectionChanged
from chatapp.models.rooms.room_events import RoomLookedFor


@pytest.fixture
def card(mocker):
    return mocker.create_autospec(CardView, instance=True)


@pytest.fixture
def joining(network, bus, card):
    network.directory.look_for.return_value = True
    return KeyedJoining(network, bus, card)


def test_a_room_that_asks_for_a_key_is_joined_with_it(joining, network, bus, card):
    joining.join("#class", "secret")
    network.directory.look_for.assert_called_once_with("#class")
    network.join.assert_not_called()

    bus.publish(RoomLookedFor("#class", is_there=True))

    network.join.assert_called_once_with("#class", "secret")
    card.show.assert_not_called()


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (RoomLookedFor("#class", is_there=False), "There is no room #class"),
        (RoomLookedFor("#class", True, is_without_key=True), "#class needs no key"),
    ],
)
def test_a_word_that_is_no_key_is_not_lost(joining, network, bus, card, told, sentence):
    joining.join("#class", "7b")

    bus.publish(told)

    key, text, tone = card.show.call_args.args
    assert (key, tone) == ("command", Tone.ERROR)
    assert sentence in text
    assert "/join #class-7b" in text
    network.join.assert_not_called()


def test_what_others_look_for_is_theirs(joining, network, bus, card):
    bus.publish(RoomLookedFor("#class", is_there=True))

    network.join.assert_not_called()
    card.show.assert_not_called()


def test_what_could_not_be_asked_is_forgotten(joining, network, bus):
    network.directory.look_for.return_value = False
    joining.join("#class", "secret")

    bus.publish(RoomLookedFor("#class", is_there=True))

    network.join.assert_not_called()


def test_where_the_link_is_lost_before_the_answer_that_is_told(
    joining, network, bus, card
):
    joining.join("#class", "secret")

    bus.publish(ConnectionChanged(Connectedness.WAITING))
    bus.publish(ConnectionChanged(Connectedness.ONLINE))
    bus.publish(RoomLookedFor("#class", is_there=True))

    key, text, tone = card.show.call_args.args
    assert (key, tone) == ("command", Tone.ERROR)
    assert "whether #class is there" in text
    card.show.assert_called_once()
    network.join.assert_not_called()

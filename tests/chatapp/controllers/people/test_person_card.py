"""The card of a person, with a mocked window and network."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.people.person_card import (
    PersonCardController,
    PersonCardView,
    PersonCardWindow,
)
from chatapp.models.entities import Presence
from chatapp.models.events import WhoisArrived

ADA = WhoisArrived(
    "Ada",
    (
        ("Name", "Ada Lovelace"),
        ("Address", "ada@h"),
        ("Server", "somewhere"),
        ("Account", "ada"),
        ("Connection", "is using a secure connection"),
        ("Away", "At lunch"),
        ("Address", "10.0.0.5 connects from this address"),
    ),
)


@pytest.fixture
def card(mocker: MockerFixture):
    return mocker.create_autospec(PersonCardView, instance=True)


@pytest.fixture
def window(mocker: MockerFixture, card):
    window = mocker.create_autospec(PersonCardWindow, instance=True)
    window.new_person_card.return_value = card
    return window


@pytest.fixture(autouse=True)
def controller(window, network, bus) -> PersonCardController:
    return PersonCardController(window, network, bus)


def test_what_the_server_tells_is_shown_in_an_order_of_ones_own(
    card, window, network, bus
) -> None:
    network.rooms_with.return_value = ["#lobby", "#class"]

    bus.publish(ADA)

    window.new_person_card.assert_called_once_with("Ada", "Message", "Close")
    card.show_person.assert_called_once_with(
        Presence.AWAY,
        [
            ("Real name", "Ada Lovelace"),
            ("Account", "ada"),
            ("Rooms you share", "#lobby, #class"),
            ("Away", "At lunch"),
            ("Connection", "Encrypted"),
            ("Address", "ada@h"),
        ],
        "Ignore",
    )


def test_who_has_no_account_is_a_guest(card, bus) -> None:
    bus.publish(WhoisArrived("Ada", (("Name", "Ada"),)))

    rows = card.show_person.call_args.args[1]
    assert ("Account", "None: this is a guest") in rows


def test_one_writes_to_somebody_from_the_card(card, network, bus) -> None:
    bus.publish(ADA)

    card.on_message()

    network.open_direct.assert_called_once_with("Ada")


def test_one_ignores_somebody_from_the_card_and_undoes_it(card, network, bus) -> None:
    bus.publish(ADA)

    ignored: set[str] = set()
    network.ignoring.ignore.side_effect = ignored.add
    network.ignoring.ignores.side_effect = ignored.__contains__
    card.on_ignore()
    offered = card.show_person.call_args.args[2]
    card.on_ignore()

    assert offered == "Stop ignoring"
    network.ignoring.ignore.assert_called_once_with("Ada")
    network.ignoring.hear_again.assert_called_once_with("Ada")


def test_oneself_cannot_be_ignored(card, network, bus) -> None:
    network.rooms_with.return_value = ["#lobby"]

    bus.publish(WhoisArrived("Kofi", (("Name", "Kofi"),)))

    assert card.show_person.call_args.args[1:] == (
        [("Real name", "Kofi"), ("Account", "None: this is a guest")],
        "",
    )

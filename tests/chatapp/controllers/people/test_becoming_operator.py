"""Who becomes an operator is asked for the password in a card."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.people.becoming_operator import (
    DONE,
    NOT_SAFE,
    BecomingOperator,
)
from chatapp.controllers.window import WindowView
from chatapp.models.connection.encryption import Encryption
from chatapp.models.hosting.operator_events import BecameOperator
from chatapp.models.program.event_bus import EventBus


@pytest.fixture
def window(mocker: MockerFixture):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def operator(window, network, bus: EventBus, mocker: MockerFixture) -> BecomingOperator:
    network.encryption, network.host = mocker.Mock(spec=Encryption), "192.168.1.20"
    return BecomingOperator(window, network, bus)


def type_password(window, password: str) -> str | None:
    return window.ask_text.call_args.kwargs["on_text"](password)


def test_the_password_is_asked_for_in_secret(operator, window, network):
    assert operator.ask("#lobby", "anna") == ""
    assert type_password(window, "tidal wave") is None

    assert window.ask_text.call_args.kwargs["secret"]
    network.operating.become.assert_called_once_with("anna", "tidal wave")


def test_no_password_is_no_password(operator, window, network):
    operator.ask("#lobby", "anna")

    assert type_password(window, " ") == "Type the password."
    network.operating.become.assert_not_called()


def test_no_password_goes_where_others_could_read_it(operator, window, network):
    network.encryption = None

    assert operator.ask("#lobby", "anna") == NOT_SAFE
    window.ask_text.assert_not_called()


def test_within_this_computer_nobody_else_reads_it(operator, window, network):
    network.encryption, network.host = None, "127.0.0.1"

    assert operator.ask("#lobby", "anna") == ""


def test_that_it_went_well_is_said_once_where_it_was_asked_for(
    operator, window, network, bus: EventBus
):
    bus.publish(BecameOperator())  # as who hosts a chat, without asking
    operator.ask("#lobby", "anna")
    type_password(window, "tidal wave")

    for _ in range(2):
        bus.publish(BecameOperator())

    network.note.assert_called_once_with("#lobby", DONE)

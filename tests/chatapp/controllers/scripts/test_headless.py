"""A client without a window stays at its server, and tells what is in the way."""

import random

import pytest

from chatapp.controllers.scripts.headless import (
    EXIT_REMOVED,
    HeadlessController,
    Terminal,
)
from chatapp.controllers.sign_in.again import SignInAgain
from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.connection.reconnect import PAUSES
from chatapp.models.events import (
    Problem,
    ProofFailed,
    ProofProblem,
    Removed,
    SignedIn,
    SignInFailed,
)
from chatapp.models.settings.headless_settings import HeadlessSettings
from tests.chatapp.models.fakes import FakeTime

NOOR = Account("noor", "sesame")
SETTINGS = HeadlessSettings(
    "chat.example", 6697, "noor", "Noor", Demand(Need.VERIFIED), "open", NOOR
)
REFUSED = SignInFailed(Problem.NO_ANSWER)


@pytest.fixture
def terminal(mocker):
    return mocker.create_autospec(Terminal, instance=True)


@pytest.fixture
def time():
    return FakeTime()


@pytest.fixture
def controller(network, bus, time, terminal):
    again = SignInAgain(time, random.Random(1))
    network.own_name.failure, network.own_name.account = None, "noor"
    return HeadlessController(SETTINGS, network, bus, again, terminal)


def test_it_goes_where_its_settings_say(controller, network):
    controller.begin()

    network.connect.assert_called_once_with(
        "chat.example",
        6697,
        "noor",
        "open",
        demand=SETTINGS.demand,
        account=NOOR,
        real_name="Noor",
    )


def test_it_tries_again_after_a_pause(controller, network, bus, time):
    controller.begin()
    bus.publish(REFUSED)

    time.pass_by(PAUSES[0] * 2)

    assert network.connect.call_count == 2


def test_what_happens_in_a_row_is_told_once(controller, bus, terminal):
    bus.publish(REFUSED)
    bus.publish(REFUSED)

    terminal.complain.assert_called_once()
    assert "Nothing answers at chat.example" in terminal.complain.call_args.args[0]


def test_what_happens_again_later_is_told_again(controller, bus, terminal):
    bus.publish(REFUSED)
    bus.publish(SignedIn("noor"))

    bus.publish(REFUSED)

    assert terminal.complain.call_count == 2


def test_each_sign_in_is_told_in_one_line(controller, bus, terminal):
    bus.publish(SignedIn("noor"))

    sentence = "Signed in at 10.0.0.5 port 6667 as noor."
    terminal.tell.assert_called_once_with(sentence)


def test_why_one_is_a_guest_is_told(controller, network, bus, terminal):
    network.own_name.failure = ProofFailed("noor", ProofProblem.WRONG)

    bus.publish(SignedIn("noor_"))

    assert "as a guest, noor_" in terminal.complain.call_args.args[0]


def test_a_secret_that_was_kept_back_is_told(controller, network, bus, terminal):
    network.own_name.account = ""

    bus.publish(SignedIn("noor"))

    assert "what proves noor was not sent" in terminal.complain.call_args.args[0]


def test_who_is_removed_does_not_come_back(controller, bus, terminal):
    bus.publish(Removed("You are banned."))

    terminal.complain.assert_called_once_with("You are banned.")
    terminal.end.assert_called_once_with(EXIT_REMOVED)

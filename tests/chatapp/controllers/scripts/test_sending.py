"""Sends what a script hands over, and knows when the server has all of it."""

import pytest

from chatapp.controllers.scripts.sending import PATIENCE_SECONDS, SendingController
from chatapp.controllers.scripts.visit import EXIT_UNAVAILABLE, Visit
from chatapp.models.entities import Delivery
from chatapp.models.events import FrameEnded, MessageAdded
from tests.chatapp.controllers.fakes import message
from tests.chatapp.models.fakes import FakeTime


class Outbox:
    """A room's history that has only what is not confirmed."""

    def __init__(self):
        self.lines = {}

    def pending(self):
        return list(self.lines.values())


@pytest.fixture
def outbox(network):
    outbox = Outbox()
    network.history.return_value = outbox
    return outbox


@pytest.fixture
def visit(mocker):
    visit = mocker.create_autospec(Visit, instance=True)
    visit.room = "#lobby"
    return visit


@pytest.fixture
def time():
    return FakeTime()


@pytest.fixture
def sending(outbox, network, bus, visit, time):
    sending = SendingController(["hello", "world"], visit, network, bus, time)
    sending.begin()
    return sending


@pytest.fixture
def shown(sending, visit, outbox, bus):
    """Both lines are in the outbox, and on their way."""
    visit.on_entered()
    for key in ("a", "b"):
        outbox.lines[key] = message(key, delivery=Delivery.SENT)
        bus.publish(MessageAdded(outbox.lines[key]))
    bus.publish(FrameEnded())
    return sending


def test_the_lines_are_said_in_the_room_in_their_order(sending, visit, network):
    visit.on_entered()

    said = [call.args for call in network.say.call_args_list]
    assert said == [("#lobby", "hello"), ("#lobby", "world")]


def test_it_does_not_end_before_anything_is_in_the_outbox(sending, visit, bus):
    visit.on_entered()
    bus.publish(FrameEnded())

    visit.leave.assert_not_called()


def test_it_ends_when_all_is_confirmed_and_not_before(shown, outbox, visit, bus):
    del outbox.lines["a"]
    bus.publish(FrameEnded())
    visit.leave.assert_not_called()

    del outbox.lines["b"]
    bus.publish(FrameEnded())

    visit.leave.assert_called_once_with()
    assert shown.is_done


def test_what_is_refused_is_told_once_the_others_have_arrived(
    shown, outbox, visit, bus
):
    refused = message("a", delivery=Delivery.FAILED, problem="You may not speak here.")
    outbox.lines = {"a": refused}

    bus.publish(FrameEnded())

    visit.not_reached.assert_called_once_with("You may not speak here.")
    assert shown.is_done


def test_what_others_say_meanwhile_does_not_count(sending, visit, bus):
    visit.on_entered()
    bus.publish(MessageAdded(message("x")))
    bus.publish(MessageAdded(message("y")))

    bus.publish(FrameEnded())

    visit.leave.assert_not_called()


def test_a_server_that_confirms_nothing_is_given_up(shown, visit, time):
    time.pass_by(PATIENCE_SECONDS)

    assert visit.fail.call_args.args[1] == EXIT_UNAVAILABLE
    assert not shown.is_done


def test_as_long_as_something_arrives_it_goes_on(shown, outbox, visit, bus, time):
    time.pass_by(PATIENCE_SECONDS - 1)
    del outbox.lines["a"]
    bus.publish(FrameEnded())

    time.pass_by(PATIENCE_SECONDS - 1)

    visit.fail.assert_not_called()

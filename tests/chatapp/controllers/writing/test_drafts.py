"""What is half written stays with its room, and what failed can be written anew."""

from unittest.mock import call

import pytest

from chatapp.models.events import RequestRefused, RoomChanged, RoomSelected
from chatapp.models.program.event_bus import EventBus


def test_each_room_keeps_its_draft(controller, view, bus: EventBus) -> None:
    view.text.return_value = "half a thought"
    bus.publish(RoomSelected("Ada"))
    view.text.return_value = ""

    bus.publish(RoomSelected("#lobby"))

    view.show_text.assert_called_with("half a thought")


def test_what_is_typed_is_kept_at_once(controller, view, network) -> None:
    view.on_change("half a thou")

    network.write_draft.assert_called_once_with("#lobby", "half a thou")


def test_the_last_letter_is_kept_when_the_window_closes(
    controller, view, network
) -> None:
    view.text.return_value = "half a thought"

    controller.keep()

    network.write_draft.assert_called_once_with("#lobby", "half a thought")


def test_the_command_that_closes_the_window_is_no_draft(
    controller, view, network, commands
) -> None:
    view.text.return_value = "/quit"

    def close(_text: str, _room: str) -> bool:
        controller.keep()
        return True

    commands.run.side_effect = close

    controller.send("/quit")

    network.write_draft.assert_called_with("#lobby", "")


def test_what_was_sent_is_no_draft_any_more(controller, view, network) -> None:
    view.on_change("Hello")

    controller.send("Hello")

    assert network.mock_calls[-4:] == [
        call.say("#lobby", "Hello"),
        call.typing.sent(),
        call.typing.stop(),
        call.write_draft("#lobby", ""),
    ]


def test_a_draft_of_an_earlier_window_is_shown_when_it_is_known(
    controller, view, network, bus: EventBus
) -> None:
    network.write_draft("#lobby", "from yesterday")

    bus.publish(RoomChanged("#lobby"))

    view.show_text.assert_called_once_with("from yesterday")


def test_a_draft_that_comes_late_replaces_nothing(
    controller, view, network, bus: EventBus
) -> None:
    network.write_draft("#lobby", "from yesterday")
    view.text.return_value = "new"

    bus.publish(RoomChanged("#lobby"))

    view.show_text.assert_not_called()


def test_a_message_that_failed_can_be_written_anew(controller, view, network) -> None:
    network.unsent.take_back.return_value = "helo"

    controller.edit("k1")

    network.unsent.take_back.assert_called_once_with("k1")
    view.show_text.assert_called_once_with("helo")
    view.take_focus.assert_called_once_with()


def test_what_is_being_written_stays_below_it(controller, view, network) -> None:
    network.unsent.take_back.return_value = "helo"
    view.text.return_value = "by the way"

    controller.edit("k1")

    view.show_text.assert_called_once_with("helo\nby the way")


def test_what_was_confirmed_meanwhile_is_not_written_anew(
    controller, view, network
) -> None:
    network.unsent.take_back.return_value = ""

    controller.edit("k1")

    view.show_text.assert_not_called()


def test_what_is_written_before_a_room_opens_stays_for_the_first(
    controller, view, network, bus: EventBus
) -> None:
    bus.publish(RoomSelected(""))
    view.text.return_value = "/join #garden"
    network.draft.side_effect = None
    network.draft.return_value = "half a thought"

    bus.publish(RoomSelected("#lobby"))

    view.show_text.assert_called_with("half a thought\n/join #garden")


@pytest.mark.parametrize(("code", "left"), [("", "/join #tea"), ("403", "")])
def test_a_command_that_could_not_be_sent_stays(
    controller, view, commands, bus, code, left
):
    def run(_text: str, _room: str) -> bool:
        bus.publish(RequestRefused(code, "", "You are not connected now."))
        return True

    commands.run.side_effect = run

    controller.send("/join #tea")

    assert view.show_text.call_args.args == (left,)

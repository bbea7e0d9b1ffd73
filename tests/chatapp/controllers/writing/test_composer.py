"""What is written goes out, or is asked about, with a mocked view and models."""

from collections.abc import Callable

import pytest

from chatapp.controllers.rooms.rooms_wording import COMMAND_OF_LINES, NOBODY_HEARS
from chatapp.controllers.writing.loan import Loan
from chatapp.models.events import RoomRenamed, RoomSelected
from chatapp.models.program.event_bus import EventBus


def opening(room: str, bus: EventBus) -> Callable[[str, str], bool]:
    """Stand for a command that opens a room."""

    def run(_text: str, _room: str) -> bool:
        bus.publish(RoomSelected(room))
        return True

    return run


def said(network) -> list[str]:
    return [call.args[1] for call in network.say.call_args_list]


def test_who_says_something_is_shown_it(controller, bus, mocker) -> None:
    controller.on_said = mocker.Mock()
    bus.publish(RoomSelected("#lobby"))

    controller.send("hello")

    controller.on_said.assert_called_once_with()


def test_a_line_is_said_in_the_open_room(controller, view, network) -> None:
    controller.send("Hello")

    network.say.assert_called_once_with("#lobby", "Hello")
    view.show_text.assert_called_once_with("")


def test_markdown_is_said_as_codes_and_called_back_as_it_was(
    controller, network
) -> None:
    controller.send("**Hello**")

    assert said(network) == ["\x02Hello\x02"]
    assert controller.recall(-1, "") == "**Hello**"


def test_several_lines_are_said_as_one_text(controller, network) -> None:
    controller.send("//one\n\ntwo\nthree")

    assert said(network) == ["//one\n\ntwo\nthree"]


def test_more_than_five_messages_are_asked_about_first(
    controller, view, network
) -> None:
    network.count_messages.return_value = 6

    controller.send("\n".join("abcdef"))

    network.say.assert_not_called()
    view.show_text.assert_not_called()
    assert view.ask.call_args.args[0] == ("Send this as 6 messages, one for each line?")


def test_many_lines_go_out_once_confirmed(controller, view, network) -> None:
    network.count_messages.return_value = 6

    controller.send("\n".join("abcdef"))

    view.ask.call_args.args[2]()

    assert said(network) == ["\n".join("abcdef")]


def test_nothing_but_blanks_is_not_sent(controller, network) -> None:
    controller.send("  \n ")

    network.say.assert_not_called()


def test_a_slash_begins_a_command(controller, network, commands) -> None:
    controller.send("/join #class")

    commands.run.assert_called_once_with("/join #class", "#lobby")
    network.say.assert_not_called()


def test_a_line_break_behind_a_command_does_not_make_it_public(
    controller, network, commands
):
    controller.send("/msg maria a secret\n")

    commands.run.assert_called_once_with("/msg maria a secret", "#lobby")
    network.say.assert_not_called()


def test_a_command_of_several_lines_is_neither_carried_out_nor_said(
    controller, view, network, commands
):
    controller.send("/msg maria one\ntwo")

    commands.refuse.assert_called_once_with(COMMAND_OF_LINES)
    commands.run.assert_not_called()
    network.say.assert_not_called()
    view.show_text.assert_not_called()


def test_a_command_that_failed_stays_to_be_corrected(controller, view, commands):
    commands.run.return_value = False

    controller.send("/jion #class")

    assert view.text() == "/jion #class"


def test_a_command_that_opens_a_room_is_left_in_no_box(
    controller, view, network, bus: EventBus, commands
) -> None:
    view.text.return_value = "/msg Ada hi there"
    commands.run.side_effect = opening("Ada", bus)

    controller.send("/msg Ada hi there")

    assert view.text() == ""
    assert network.draft("#lobby") == ""


def test_a_command_that_opens_a_room_leaves_the_draft_there(
    controller, view, network, bus: EventBus, commands
) -> None:
    network.write_draft("Ada", "half a thought")
    view.text.return_value = "/query Ada"
    commands.run.side_effect = opening("Ada", bus)

    controller.send("/query Ada")

    assert view.text() == network.draft("Ada") == "half a thought"


def test_two_slashes_send_one(controller, network, commands) -> None:
    controller.send("//path is a path")

    assert said(network) == ["/path is a path"]
    commands.run.assert_not_called()


def test_pasted_lines_that_begin_with_a_slash_are_no_command(controller, commands):
    controller.send("/usr\n/bin")

    commands.run.assert_not_called()


def test_one_line_that_makes_many_messages_is_asked_about_too(
    controller, view, network
) -> None:
    network.count_messages.return_value = 12

    controller.send("long " * 1000)

    network.say.assert_not_called()
    assert view.ask.call_args.args[:2] == (
        "Send this as 12 messages?",
        "Send 12 messages",
    )


def test_tab_completes_the_nick_of_somebody_who_is_here(controller, view) -> None:
    assert view.on_complete("ask Ad", 6) == ("ask Ada ", 8)


def test_what_was_sent_can_be_called_back(controller) -> None:
    controller.send("one")
    controller.send("two")

    recalled = [
        controller.recall(-1, "draft"),
        controller.recall(-1, "two"),
        controller.recall(-1, "one"),
        controller.recall(1, "one"),
        controller.recall(1, "two"),
    ]

    assert recalled == ["two", "one", None, "two", "draft"]


def test_a_mention_is_put_behind_what_is_written(controller, view) -> None:
    view.text.return_value = "thanks"

    controller.mention("Ada")

    view.show_text.assert_called_once_with("thanks Ada ")


def test_what_is_written_to_somebody_stays_when_the_nick_changes(
    controller, view, network, bus: EventBus
) -> None:
    bus.publish(RoomSelected("Ada"))
    view.reset_mock()

    bus.publish(RoomRenamed("Ada", "Ada2"))
    controller.send("still you")

    network.say.assert_called_once_with("Ada2", "still you")
    view.show_text.assert_called_once_with("")


@pytest.mark.usefixtures("controller")
@pytest.mark.parametrize(("text", "times"), [("", 1), ("Hello", 1), ("/kic", 0)])
def test_an_error_of_a_command_goes_once_the_command_is_given_up(
    view, commands, text: str, times: int
) -> None:
    view.on_change("/ki")

    view.on_change(text)

    assert commands.forget.call_count == times


def test_an_error_of_a_command_stays_when_the_empty_box_is_told_late(
    controller, view, commands
) -> None:
    commands.run.return_value = True
    controller.send("/join #class 7b")
    view.on_change("")
    is_kept = not commands.forget.called

    view.on_change("Hello")

    assert is_kept
    commands.forget.assert_called_once_with()


def test_a_draft_that_is_there_again_is_no_typing(controller, view, network, bus):
    network.write_draft("#tea", "half a sen")
    bus.publish(RoomSelected("#tea"))
    view.on_change("half a sen")  # as the box tells it, late
    is_told = network.typing.wrote.called

    view.on_change("half a sentence")

    assert not is_told
    network.typing.wrote.assert_called_once_with("#tea", "half a sentence")


def test_an_error_of_a_command_goes_with_what_is_sent(controller, commands) -> None:
    controller.send("Hello")

    commands.forget.assert_called_once_with()


def test_what_nobody_can_read_stays_and_one_is_told_so(
    controller, view, network, commands, bus: EventBus
) -> None:
    bus.publish(RoomSelected(""))
    view.show_text.reset_mock()

    controller.send("Hello?")

    commands.refuse.assert_called_once_with(NOBODY_HEARS)
    network.say.assert_not_called()
    view.show_text.assert_not_called()


def test_what_was_asked_about_is_said_in_no_other_room(
    controller, view, network, bus: EventBus
) -> None:
    network.count_messages.return_value = 6
    controller.send("\n".join("abcdef"))
    agree = view.ask.call_args.args[2]

    bus.publish(RoomSelected("#public"))
    agree()

    network.say.assert_not_called()


def test_what_was_changed_in_a_lent_box_is_not_lost(controller, view):
    told = [lambda _text: None] * 2 + [lambda: None] * 2
    loan = Loan(*told, "Edit")
    controller.lend("as it was", loan)
    view.show_text("as it shall be")

    controller.give_back()

    assert controller.recall(-1, "") == "as it shall be"

"""What is offered while one writes, with a mocked card and network."""

from collections.abc import Sequence

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.writing.completion import CompletionController, CompletionView
from chatapp.models.entities import Person, Room, RoomKind
from chatapp.models.events import RoomRenamed, RoomSelected
from chatapp.models.messages.emoji_names import EmojiNames, KnownEmoji
from tests.chatapp.controllers.fakes import message

KNOWN = [
    KnownEmoji("🎉", ("tada",), (), "Activities"),
    KnownEmoji("💃", ("tango",), (), "People"),
]


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(CompletionView, instance=True)


@pytest.fixture
def used() -> list[str]:
    return []


@pytest.fixture
def controller(view, network, bus, used) -> CompletionController:
    emoji = EmojiNames(lambda: KNOWN)
    controller = CompletionController(view, network, bus, emoji, used.append)
    bus.publish(RoomSelected("#lobby"))
    view.reset_mock()
    return controller


@pytest.fixture
def people() -> Sequence[Person]:
    return [
        Person("Adele", rank="@"),
        Person("Ada"),
        Person("Brad"),
        Person("Kofi", is_me=True),
    ]


def write(view, text: str) -> None:
    view.on_write(text, len(text))


def offered(view) -> list[str]:
    return [it.text for it in view.show_suggestions.call_args.args[0]]


def take(view, place: int = 0) -> None:
    view.on_choose(view.show_suggestions.call_args.args[0][place])


def test_commands_are_offered_with_their_usage_and_their_help(controller, view) -> None:
    write(view, "/ki")

    command = view.show_suggestions.call_args.args[0][0]
    assert (command.label, command.text) == ("/kick name [reason]", "/kick")
    assert command.detail.startswith("Remove somebody")


def test_what_one_may_not_use_is_offered_last(controller, view) -> None:
    write(view, "/")

    commands = offered(view)
    first_in_vain = commands.index("/ban")
    assert "/kick" in commands[first_in_vain:]
    assert "/whois" in commands[:first_in_vain]
    assert commands[:first_in_vain] == sorted(commands[:first_in_vain])


def test_who_looks_after_a_room_is_offered_all_by_the_alphabet(
    controller, view, network
) -> None:
    network.moderation.may_moderate.return_value = True

    write(view, "/")

    assert offered(view) == sorted(offered(view))


def test_a_chosen_command_waits_for_what_follows(controller, view) -> None:
    write(view, "/ki")

    take(view)

    view.write.assert_called_once_with("/kick ", 6)


def test_people_come_by_beginning_and_then_by_their_letters(controller, view) -> None:
    write(view, "@ad")

    assert offered(view) == ["Adele", "Ada", "Brad"]


def test_who_spoke_last_comes_first(controller, view, history) -> None:
    history.append(message("k1", sender="Ada"))

    write(view, "@ad")

    assert offered(view) == ["Ada", "Adele", "Brad"]


def test_oneself_is_not_offered(controller, view) -> None:
    write(view, "@kof")

    view.show_suggestions.assert_not_called()


@pytest.mark.parametrize(
    ("before", "written"), [("", "Ada: "), ("hi ", "hi Ada "), ("hi\n", "hi\nAda: ")]
)
def test_a_nick_is_an_address_where_a_line_begins(
    controller, view, before: str, written: str
) -> None:
    write(view, before + "@ada")

    take(view)

    view.write.assert_called_once_with(written, len(written))


def test_what_stands_behind_the_cursor_stays(controller, view) -> None:
    view.on_write("@ada are you there", 4)

    take(view)

    view.write.assert_called_once_with("Ada: are you there", 5)


def test_rooms_are_offered_those_one_is_in_first(controller, view, rooms) -> None:
    rooms[:] = [
        Room("#left", RoomKind.CHANNEL, joined=False),
        Room("#lobby", RoomKind.CHANNEL),
        Room("Lena", RoomKind.DIRECT),
    ]

    write(view, "see #l")

    assert offered(view) == ["#lobby", "#left"]


def test_a_chosen_emoji_is_written_and_remembered(controller, view, used) -> None:
    write(view, "party :ta")

    take(view)

    view.write.assert_called_once_with("party 🎉 ", 8)
    assert used == ["🎉"]


def test_the_second_colon_makes_an_emoji_of_its_name(controller, view) -> None:
    write(view, ":tada:")

    view.write.assert_called_once_with("🎉", 1)


def test_a_name_that_no_emoji_has_stays(controller, view) -> None:
    write(view, ":nothing:")

    view.write.assert_not_called()


def test_enter_sends_what_is_complete_as_it_is(controller, view) -> None:
    write(view, "/me")

    assert view.show_suggestions.call_args.kwargs["enter_takes"] is False


def test_enter_takes_what_is_not_complete(controller, view) -> None:
    write(view, "/m")

    assert view.show_suggestions.call_args.kwargs["enter_takes"] is True


def test_what_fits_nothing_takes_the_card_away(controller, view) -> None:
    write(view, "@ad")

    write(view, "@adx")

    view.hide_suggestions.assert_called_once_with()


def test_a_card_that_was_dismissed_stays_away_for_that_word(controller, view) -> None:
    write(view, "@a")
    view.on_dismiss()
    view.show_suggestions.reset_mock()

    write(view, "@ad")
    asked_again = view.show_suggestions.called
    write(view, "@ad @a")

    assert not asked_again
    assert offered(view) == ["Adele", "Ada", "Brad"]


def test_who_took_another_nick_is_offered_in_the_conversation_with_him(
    controller, view, network, bus
) -> None:
    bus.publish(RoomSelected("ada"))
    bus.publish(RoomRenamed("ada", "lovelace"))

    write(view, "@lo")

    network.people.assert_called_with("lovelace")


def test_another_room_takes_the_card_away(controller, view, bus) -> None:
    write(view, "@a")

    bus.publish(RoomSelected("Ada"))

    view.hide_suggestions.assert_called_once_with()

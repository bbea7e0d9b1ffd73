"""Each slash command asks the network for the right thing."""

from unittest.mock import call

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.writing.command_table import TABLE, Doors
from chatapp.controllers.writing.slash_commands import CardView, SlashCommands
from chatapp.models.entities import MessageKind, Room, RoomKind, Tone


@pytest.fixture
def card(mocker: MockerFixture):
    return mocker.create_autospec(CardView, instance=True)


@pytest.fixture
def quit_chat(mocker: MockerFixture):
    return mocker.Mock()


@pytest.fixture
def commands(network, card, quit_chat) -> SlashCommands:
    return SlashCommands(network, card, quit_chat)


def shown(card) -> str:
    return card.show.call_args.args[1]


@pytest.mark.parametrize(
    ("typed", "intent", "arguments"),
    [
        ("/join #class", "join", ("#class",)),
        ("/join class", "join", ("#class",)),
        ("/JOIN #class", "join", ("#class",)),
        ("/part", "part", ("#lobby", "")),
        ("/part see you", "part", ("#lobby", "see you")),
        ("/part #class see you", "part", ("#class", "see you")),
        ("/query Ada", "open_direct", ("Ada",)),
        ("/me waves", "say", ("#lobby", "waves", MessageKind.ACTION)),
        ("/nick noor", "change_nick", ("noor",)),
        ("/whois Ada", "whois", ("Ada",)),
        ("/away", "set_away", ("Away",)),
        ("/away at lunch", "set_away", ("at lunch",)),
        ("/back", "set_away", (None,)),
    ],
)
def test_a_command_asks_for_the_right_thing(
    commands, network, typed: str, intent: str, arguments: tuple[object, ...]
) -> None:
    done = commands.run(typed, "#lobby")

    assert done
    getattr(network, intent).assert_called_once_with(*arguments)


def test_join_enters_several_rooms_each_with_its_key(
    network, card, quit_chat, mocker
) -> None:
    by_key = mocker.Mock()
    commands = SlashCommands(network, card, quit_chat, Doors(join_by_key=by_key))

    commands.run("/join #class,#garden secret", "#lobby")

    by_key.assert_called_once_with("#class", "secret")
    network.join.assert_called_once_with("#garden")


def test_a_room_has_no_name_of_many_words(commands, network, card) -> None:
    done = commands.run("/join our class 7b", "#lobby")

    assert not done
    assert "Type /join #our-class-7b to come into that room" in shown(card)
    network.join.assert_not_called()


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("/join no spaces or, commas", "Type /join #no-spaces-or-commas to"),
        ("/join #no-spaces-or,-commas", "Type /join #no-spaces-or-commas to"),
        ("/join tea,coffee", "as in /join #tea,#coffee."),
    ],
)
def test_commas_stand_only_between_rooms_that_begin_with_their_sign(
    commands, network, card, typed, proposed
) -> None:
    done = commands.run(typed, "#lobby")

    assert not done
    assert proposed in shown(card)
    network.join.assert_not_called()


def test_msg_opens_the_conversation_and_says_it(commands, network) -> None:
    commands.run("/msg Ada how are you", "#lobby")

    network.open_direct.assert_called_once_with("Ada")
    network.say.assert_called_once_with("Ada", "how are you")


def test_markdown_in_a_command_is_said_as_codes(commands, network) -> None:
    commands.run("/msg Ada *how* are you", "#lobby")
    commands.run("/me **waves**", "#lobby")

    assert network.say.mock_calls == [
        call("Ada", "\x1dhow\x1d are you"),
        call("#lobby", "\x02waves\x02", MessageKind.ACTION),
    ]


def test_msg_to_a_room_opens_no_conversation(commands, network) -> None:
    commands.run("/msg #class hello all", "#lobby")

    network.open_direct.assert_not_called()
    network.say.assert_called_once_with("#class", "hello all")


def test_part_in_a_direct_conversation_puts_it_away(commands, network) -> None:
    commands.run("/part", "Ada")

    network.close.assert_called_once_with("Ada")


def test_quit_says_goodbye(commands, quit_chat) -> None:
    commands.run("/quit so long", "#lobby")

    quit_chat.assert_called_once_with("so long")


def test_topic_alone_tells_the_topic(commands, network, rooms) -> None:
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, topic="Be kind")

    commands.run("/topic", "#lobby")

    network.note.assert_called_once_with("#lobby", "The topic of #lobby: Be kind")


@pytest.mark.parametrize("typed", ["/join", "/msg Ada", "/nick", "/whois", "/me"])
def test_a_missing_word_shows_how_it_is_used(commands, card, typed: str) -> None:
    done = commands.run(typed, "#lobby")

    assert not done
    assert shown(card).startswith(f"It is used like this: {typed[:3]}")


def test_an_unknown_command_gets_what_comes_closest(commands, card) -> None:
    done = commands.run("/jion #class", "#lobby")

    assert not done
    assert shown(card) == (
        "There is no command /jion. Did you mean /join? Type /help to see them all,"
        " or //jion to send it as a message."
    )


def test_a_nick_the_wire_cannot_carry_is_not_sent(commands, card, network) -> None:
    done = commands.run("/nick no or", "#lobby")

    assert not done
    assert card.show.call_args.args[2] is Tone.ERROR
    network.change_nick.assert_not_called()


def test_help_lists_every_command(commands, network) -> None:
    commands.run("/help", "#lobby")

    noted = network.note.call_args.args[1]
    assert all(row.usage in noted for row in TABLE.values())


def test_help_without_a_room_is_shown_on_a_card(commands, card) -> None:
    commands.run("/help join", "")

    assert shown(card) == "/join #room [key]\nJoin a room, or make it."


@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
def test_every_command_has_a_sentence_for_help(row) -> None:
    assert row.summary.endswith(".")


def test_a_command_that_does_something_else_is_not_suggested(commands, card) -> None:
    commands.run("/knock Ada", "#lobby")

    assert "Did you mean" not in shown(card)


def test_what_was_said_about_a_command_can_be_taken_away(commands, card) -> None:
    commands.run("/knock Ada", "#lobby")
    card.reset_mock()

    commands.forget()

    card.hide.assert_called_once_with("command")


def test_another_server_is_gone_to_by_its_address(network, card, quit_chat) -> None:
    opened: list[str] = []
    doors = Doors(open_server=lambda address: opened.append(address) or "")
    commands = SlashCommands(network, card, quit_chat, doors)

    is_done = commands.run("/server irc.example.org:6697", "#lobby")

    assert is_done
    assert opened == ["irc.example.org:6697"]


def test_an_address_that_cannot_be_stays_in_the_box(network, card, quit_chat) -> None:
    doors = Doors(open_server=lambda _address: "This is no address.")
    commands = SlashCommands(network, card, quit_chat, doors)

    is_done = commands.run("/server ?", "#lobby")

    assert not is_done
    assert shown(card) == "This is no address."


def test_who_becomes_an_operator_names_no_password_in_the_box(
    network, card, quit_chat
) -> None:
    asked: list[tuple[str, str]] = []
    doors = Doors(become_operator=lambda room, name: asked.append((room, name)) or "")
    commands = SlashCommands(network, card, quit_chat, doors)

    with_password = commands.run("/oper anna secret", "#lobby")
    alone = commands.run("/oper anna", "#lobby")

    assert (with_password, alone) == (False, True)
    assert asked == [("#lobby", "anna")]

"""The commands of who looks after a room ask the network for the right thing."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.writing.command_table import Doors
from chatapp.controllers.writing.slash_commands import CardView, SlashCommands
from chatapp.models.entities import Power


@pytest.fixture
def card(mocker: MockerFixture):
    return mocker.create_autospec(CardView, instance=True)


@pytest.fixture
def opened() -> list[tuple[str, ...]]:
    return []


@pytest.fixture
def commands(network, card, opened) -> SlashCommands:
    doors = Doors(
        lambda: opened.append(("rooms",)),
        lambda room: opened.append(("bans", room)),
        lambda room, who: opened.append(("lift", room, who)),
        lambda room, who: opened.append(("lift mute", room, who)),
    )
    return SlashCommands(network, card, lambda _farewell: None, doors)


@pytest.mark.parametrize(
    ("typed", "intent", "arguments"),
    [
        ("/kick Ada", "kick", ("#lobby", "Ada", "")),
        ("/kick Ada too loud", "kick", ("#lobby", "Ada", "too loud")),
        ("/ban *!*@bad.example", "ban", ("#lobby", "*!*@bad.example")),
        ("/mute Ada", "mute", ("#lobby", "Ada")),
        ("/topic Be kind", "set_topic", ("#lobby", "Be kind")),
        ("/voice Ada", "rank", ("#lobby", "Ada", Power.GIVE_VOICE)),
        ("/devoice Ada", "rank", ("#lobby", "Ada", Power.TAKE_VOICE)),
        ("/op Ada", "rank", ("#lobby", "Ada", Power.GIVE_OPERATOR)),
        ("/deop Ada", "rank", ("#lobby", "Ada", Power.TAKE_OPERATOR)),
        ("/mode +m", "change", ("#lobby", "+m")),
        ("/mode #class +k word", "change", ("#class", "+k", "word")),
        ("/mode Kofi +i", "change", ("Kofi", "+i")),
        ("/invite Ines", "invite", ("#lobby", "Ines")),
        ("/invite Ines #class", "invite", ("#class", "Ines")),
    ],
)
def test_a_command_asks_for_the_right_thing(
    commands, network, typed: str, intent: str, arguments: tuple[object, ...]
) -> None:
    done = commands.run(typed, "#lobby")

    assert done
    getattr(network.moderation, intent).assert_called_once_with(*arguments)


def test_who_is_banned_and_here_is_removed(commands, network) -> None:
    commands.run("/ban ada too loud", "#lobby")

    network.moderation.ban.assert_called_once_with("#lobby", "ada")
    network.moderation.kick.assert_called_once_with("#lobby", "ada", "too loud")


def test_who_is_banned_and_not_here_is_not_removed(commands, network) -> None:
    commands.run("/ban ghost", "#lobby")

    network.moderation.kick.assert_not_called()


@pytest.mark.parametrize(
    ("typed", "opens"),
    [
        ("/ban", ("bans", "#lobby")),
        ("/unban Ada", ("lift", "#lobby", "Ada")),
        ("/unmute Ada", ("lift mute", "#lobby", "Ada")),
        ("/list", ("rooms",)),
    ],
)
def test_a_command_opens_its_card(commands, opened, typed: str, opens) -> None:
    commands.run(typed, "#lobby")

    assert opened == [opens]


def test_nobody_is_removed_from_a_conversation_of_two(commands, network) -> None:
    done = commands.run("/kick Ada", "Ada")

    assert not done
    network.moderation.kick.assert_not_called()


@pytest.mark.parametrize("typed", ["/kick Ada", "/ban", "/mute Ada", "/mode +m"])
def test_without_a_room_one_is_told_to_open_one(commands, card, typed: str) -> None:
    done = commands.run(typed, "")

    assert not done
    assert card.show.call_args.args[1] == (
        "That can be done in a room only. Open one first."
    )


def test_somebody_is_ignored_and_heard_again(commands, network) -> None:
    commands.run("/ignore Ada", "#lobby")
    network.ignoring.ignores.return_value = True
    commands.run("/unignore Ada", "#lobby")

    network.ignoring.ignore.assert_called_once_with("Ada")
    network.ignoring.hear_again.assert_called_once_with("Ada")


@pytest.mark.parametrize("typed", ["/ignore kofi", "/unignore Ada"])
def test_what_makes_no_sense_is_said_to_be_so(commands, card, typed: str) -> None:
    assert not commands.run(typed, "#lobby")
    card.show.assert_called_once()


@pytest.mark.parametrize(
    ("nicks", "words"),
    [([], "You ignore nobody."), (["Ada", "Bob"], "You ignore Ada, Bob.")],
)
def test_one_is_told_whom_one_ignores(commands, network, nicks, words) -> None:
    network.ignoring.nicks = nicks

    commands.run("/ignore", "#lobby")

    network.note.assert_called_once_with("#lobby", words)

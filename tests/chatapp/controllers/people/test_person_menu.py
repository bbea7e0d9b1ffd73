"""What the menu of a person offers, with mocked views and network."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.people.person_menu import PersonMenuController, PersonMenuView
from chatapp.controllers.window import WindowView
from chatapp.models.entities import Ban, Power
from chatapp.models.events import RoomSelected
from tests.chatapp.controllers.fakes import choose, labels


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(PersonMenuView, instance=True)


@pytest.fixture
def window(mocker: MockerFixture):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def moderation(network):
    network.moderation.ban_of.return_value = Ban("b", "a:ada", account="ada")
    return network.moderation


@pytest.fixture(autouse=True)
def controller(view, window, network, bus) -> PersonMenuController:
    made = PersonMenuController(view, window, network, bus)
    bus.publish(RoomSelected("#lobby"))
    return made


def answer(window, text: str) -> str | None:
    return window.ask_text.call_args.kwargs["on_text"](text)


def test_anybody_may_be_written_to_mentioned_looked_at_and_ignored(view) -> None:
    assert labels(view.on_menu("Ada")) == [
        ["Message Ada", "Mention in the room", "Who is this?"],
        ["Ignore"],
        [],
        [],
    ]


def test_what_one_may_do_besides_is_offered(view, moderation) -> None:
    moderation.powers.return_value = frozenset(Power) - {
        Power.TAKE_VOICE,
        Power.GIVE_OPERATOR,
    }

    assert labels(view.on_menu("Ada"))[2:] == [
        ["Give voice", "Take moderator rank"],
        [
            "Mute in this room",
            "Let speak in this room again",
            "Remove from this room…",
            "Ban from this room…",
        ],
    ]


def test_oneself_is_neither_written_to_nor_ignored(view) -> None:
    assert labels(view.on_menu("Kofi")) == [
        ["Use it on another computer", "Who is this?"]
    ]


def test_who_is_not_here_any_more_offers_nothing(view) -> None:
    assert view.on_menu("ghost") == ()


def test_what_is_chosen_is_done(view, controller, network) -> None:
    done = []
    controller.on_mention = lambda nick: done.append(("mention", nick))
    controller.on_who = lambda nick: done.append(("who", nick))
    controller.on_elsewhere = lambda: done.append(("elsewhere",))

    for words in ("Message Ada", "Mention in the room", "Who is this?", "Ignore"):
        choose(view.on_menu("Ada"), words)
    choose(view.on_menu("Kofi"), "Use it on another computer")

    network.open_direct.assert_called_once_with("Ada")
    network.ignoring.ignore.assert_called_once_with("Ada")
    assert done == [("mention", "Ada"), ("who", "Ada"), ("elsewhere",)]


def test_who_may_mute_may_let_speak_again(view, controller, moderation) -> None:
    done = []
    controller.on_unmute = lambda room, nick: done.append((room, nick))
    moderation.powers.return_value = frozenset((Power.MUTE,))

    choose(view.on_menu("Ada"), "Let speak in this room again")

    assert done == [("#lobby", "Ada")]


def test_whom_one_ignores_can_be_heard_again(view, network) -> None:
    network.ignoring.ignores.return_value = True

    choose(view.on_menu("Ada"), "Stop ignoring")

    network.ignoring.hear_again.assert_called_once_with("Ada")


def test_ranks_and_silence_are_given_at_once(view, moderation) -> None:
    moderation.powers.return_value = frozenset((Power.GIVE_VOICE, Power.MUTE))

    choose(view.on_menu("Ada"), "Give voice")
    choose(view.on_menu("Ada"), "Mute in this room")

    moderation.rank.assert_called_once_with("#lobby", "Ada", Power.GIVE_VOICE)
    moderation.mute.assert_called_once_with("#lobby", "Ada")


def test_who_is_removed_is_told_why(view, window, moderation) -> None:
    moderation.powers.return_value = frozenset((Power.KICK,))
    choose(view.on_menu("Ada"), "Remove from this room…")

    problem = answer(window, " too loud ")

    assert problem is None
    moderation.kick.assert_called_once_with("#lobby", "Ada", "too loud")


def test_a_ban_says_whom_it_keeps_out_and_removes_them(view, window, moderation):
    moderation.powers.return_value = frozenset((Power.BAN,))
    choose(view.on_menu("Ada"), "Ban from this room…")

    answer(window, "")

    hint = window.ask_text.call_args.kwargs["hint"]
    assert hint == "The account ada cannot come in again until you lift the ban."
    moderation.ban.assert_called_once_with("#lobby", "a:ada")
    moderation.kick.assert_called_once_with("#lobby", "Ada", "")


@pytest.mark.parametrize("words", ["Remove from this room…", "Ban from this room…"])
def test_a_reason_that_is_too_long_does_nothing(view, window, moderation, words):
    moderation.powers.return_value = frozenset(Power)
    choose(view.on_menu("Ada"), words)

    problem = answer(window, "x" * 31)

    assert problem.startswith("This reason is 1 character longer than the 30")
    moderation.ban.assert_not_called()
    moderation.kick.assert_not_called()


def test_a_click_writes_to_somebody_and_looks_at_oneself(view, controller, network):
    looked = []
    controller.on_who = looked.append

    view.on_choose("Ada")
    view.on_choose("kofi")

    network.open_direct.assert_called_once_with("Ada")
    assert looked == ["kofi"]

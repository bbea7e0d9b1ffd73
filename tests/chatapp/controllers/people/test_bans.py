"""Who is banned from a room, with a mocked window and network."""

from datetime import UTC, datetime

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.people.bans import BansController, BansView, BansWindow
from chatapp.models.entities import Ban, BanRow
from chatapp.models.rooms.room_events import BansListed

DAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ADA = Ban("b", "a:ada", account="ada", by="Kofi", since=DAY)
LOUD = Ban("b", "m:*!*@loud.example", silences=True, mask="*!*@loud.example")


@pytest.fixture
def card(mocker: MockerFixture):
    return mocker.create_autospec(BansView, instance=True)


@pytest.fixture
def window(mocker: MockerFixture, card):
    window = mocker.create_autospec(BansWindow, instance=True)
    window.new_bans_card.return_value = card
    return window


@pytest.fixture
def bans(window, network, bus) -> BansController:
    return BansController(window, network, bus)


def test_the_server_is_asked_and_its_answer_is_shown(bans, card, network, bus) -> None:
    bans.open("#lobby")
    asked = card.show_bans.call_args

    bus.publish(BansListed("#LOBBY", (ADA, LOUD)))

    assert asked.args == ((), "Asking the server…")
    network.moderation.ask_bans.assert_called_once_with("#lobby")
    ada = BanRow("b a:ada", "The account ada", "Banned by Kofi on 2026-11-22")
    loud = BanRow(
        "b m:*!*@loud.example", "Everybody from loud.example", "Muted", silences=True
    )
    card.show_bans.assert_called_with([ada, loud], "")


def test_where_nobody_is_banned_the_card_says_so(bans, card, bus) -> None:
    bans.open("#lobby")

    bus.publish(BansListed("#lobby", ()))

    card.show_bans.assert_called_with(
        [], "Nobody is banned from this room or muted in it."
    )


def test_a_ban_is_lifted_and_the_list_asked_for_again(bans, card, network, bus):
    bans.open("#lobby")
    bus.publish(BansListed("#lobby", (ADA,)))
    network.moderation.ask_bans.reset_mock()

    card.on_lift("b a:ada")
    card.on_lift("b a:gone")

    network.moderation.lift.assert_called_once_with("#lobby", "b", "a:ada")
    network.moderation.ask_bans.assert_called_once_with("#lobby")


def test_bans_of_another_room_are_not_shown(bans, card, bus) -> None:
    bans.open("#lobby")
    card.show_bans.reset_mock()

    bus.publish(BansListed("#other", (ADA,)))

    card.show_bans.assert_not_called()


@pytest.mark.parametrize("who", ["ADA", "a:ada"])
def test_a_ban_is_lifted_by_a_name(bans, window, network, bus, who: str) -> None:
    bans.lift_of("#lobby", who)

    bus.publish(BansListed("#lobby", (ADA, LOUD)))

    network.moderation.lift.assert_called_once_with("#lobby", "b", "a:ada")
    window.new_bans_card.assert_not_called()


def test_where_no_ban_has_a_name_one_chooses_among_them(bans, card, network, bus):
    bans.lift_of("#lobby", "ghost")

    bus.publish(BansListed("#lobby", (LOUD,)))

    network.moderation.lift.assert_not_called()
    assert card.show_bans.call_args.args[1] == (
        "No ban names ghost. Choose here which one to lift."
    )


def test_a_mute_is_lifted_and_a_ban_stays(bans, network, bus) -> None:
    muted = Ban("b", "m:a:ada", silences=True, account="ada")
    bans.lift_mute_of("#lobby", "ada")

    bus.publish(BansListed("#lobby", (ADA, muted)))

    network.moderation.lift.assert_called_once_with("#lobby", "b", "m:a:ada")


def test_a_mute_is_found_by_the_nick_of_who_is_here(bans, network, bus) -> None:
    network.moderation.ban_of.return_value = LOUD
    bans.lift_mute_of("#lobby", "noisy")

    bus.publish(BansListed("#lobby", (LOUD,)))

    network.moderation.lift.assert_called_once_with("#lobby", "b", LOUD.text)


def test_who_is_not_muted_is_told_to_be_so(bans, card, bus) -> None:
    bans.lift_mute_of("#lobby", "ada")

    bus.publish(BansListed("#lobby", (ADA,)))

    assert card.show_bans.call_args.args[1] == (
        "ada is not muted here. Choose here whom to let speak again."
    )

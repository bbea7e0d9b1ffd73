"""Closing the window, which may be what others chat by."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.hosting.host_wording import HOST_LEAVES
from chatapp.controllers.servers.closing import ClosingController
from chatapp.controllers.window import WindowView
from chatapp.models.entities import Connectedness, Person, Room, RoomKind
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.operating import Operating


@pytest.fixture
def window(mocker: MockerFixture):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def hosting(mocker: MockerFixture):
    hosting = mocker.create_autospec(Hosting, instance=True)
    hosting.is_at.return_value = True
    hosting.keeps_going = False
    return hosting


@pytest.fixture
def close(mocker: MockerFixture):
    return mocker.Mock()


@pytest.fixture
def controller(window, network, hosting, close, mocker) -> ClosingController:
    network.state = Connectedness.ONLINE
    network.operating = mocker.create_autospec(Operating, instance=True)
    return ClosingController(window, network, hosting, close)


def test_who_hosts_the_chat_for_others_is_asked_first(controller, window, close):
    controller.close()

    asked = window.ask.call_args.kwargs
    assert asked["text"] == (
        "2 other people are in this chat. It ends for all of them when you close this"
        " window, unless you let it go on without you."
    )
    assert (asked["yes"], asked["no"]) == ("Stop the chat", "Keep it open")
    close.assert_not_called()


def test_it_can_go_on_for_the_others(controller, window, network, hosting, close):
    controller.close("bye")
    asked = window.ask.call_args.kwargs

    asked["on_other"]()

    assert (asked["other"], hosting.keeps_going) == ("Let it go on", True)
    close.assert_called_once_with("bye")
    network.operating.tell.assert_not_called()


def test_the_others_are_told_why_the_chat_ends(controller, window, network, close):
    controller.close()

    window.ask.call_args.kwargs["on_yes"]()

    network.operating.tell.assert_called_once_with("#lobby", HOST_LEAVES)


def test_where_the_system_ends_the_window_nobody_is_asked(
    controller, window, network, close
):
    controller.end()

    window.ask.assert_not_called()
    network.operating.tell.assert_called_once_with("#lobby", HOST_LEAVES)
    close.assert_called_once_with("")


def test_where_the_system_ends_a_window_that_hosts_nothing_nobody_is_told(
    controller, network, hosting, close
):
    hosting.is_at.return_value = False

    controller.end()

    network.operating.tell.assert_not_called()
    close.assert_called_once_with("")


def test_who_says_yes_leaves_with_the_words_that_were_given(controller, window, close):
    controller.close("Good night")

    window.ask.call_args.kwargs["on_yes"]()

    close.assert_called_once_with("Good night")


def test_people_in_several_rooms_are_counted_once(controller, window, network, rooms):
    rooms.append(Room("#class", RoomKind.CHANNEL))

    controller.close()

    assert window.ask.call_args.kwargs["text"].startswith("2 other people are in")


def test_one_other_person_is_one(controller, window, network):
    network.people.return_value = [Person("Ada"), Person("Kofi", is_me=True)]

    controller.close()

    assert window.ask.call_args.kwargs["text"] == (
        "1 other person is in this chat. It ends for them when you close this window,"
        " unless you let it go on without you."
    )


def test_who_is_alone_is_not_asked(controller, window, network, close):
    network.people.return_value = [Person("Kofi", is_me=True)]

    controller.close()

    close.assert_called_once_with("")
    window.ask.assert_not_called()


def test_who_is_a_guest_on_a_server_is_not_asked(controller, window, hosting, close):
    hosting.is_at.return_value = False

    controller.close()

    close.assert_called_once_with("")


def test_who_has_no_connection_is_not_asked(controller, window, network, close):
    network.state = Connectedness.WAITING

    controller.close()

    close.assert_called_once_with("")


def test_a_chat_that_goes_on_without_the_window_is_left_at_once(
    controller, window, hosting, close
):
    hosting.keeps_going = True

    controller.close()

    window.ask.assert_not_called()
    close.assert_called_once_with("")

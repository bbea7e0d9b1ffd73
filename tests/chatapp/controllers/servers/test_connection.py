"""What the window says about its connection."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.servers.connection import ConnectionController, StatusView
from chatapp.models.entities import (
    Change,
    Connectedness,
    Delivery,
    NoticeAction,
    Tone,
)
from chatapp.models.events import (
    AwayChanged,
    ConnectionChanged,
    FrameEnded,
    LatencyMeasured,
    MessageAdded,
    MessageReplaced,
    NickChanged,
    Problem,
    RequestRefused,
    RoomClosed,
    RoomOpened,
    SignedIn,
    WhoisArrived,
)
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.controllers.fakes import message

LOST = ConnectionChanged(Connectedness.WAITING, Problem.NO_ANSWER, retry_in=3.0)


@pytest.fixture
def status(mocker: MockerFixture):
    return mocker.create_autospec(StatusView, instance=True)


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def here(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def find_out(mocker: MockerFixture):
    return mocker.Mock()


@pytest.fixture
def compare(mocker: MockerFixture):
    return mocker.Mock()


@pytest.fixture(autouse=True)
def controller(
    status, notices, here, network, bus: EventBus, scheduler, find_out, compare
):
    network.state = Connectedness.ONLINE
    network.encryption = None
    network.standing.now.return_value = ConnectionChanged(Connectedness.ONLINE)
    return ConnectionController(
        status, notices, here, network, bus, scheduler, find_out, compare
    )


def test_the_state_is_shown_from_the_beginning(controller, status) -> None:
    controller.begin()

    status.show_connection.assert_called_once_with(Connectedness.ONLINE, "Connected")
    status.show_details.assert_called_once_with("", "signed in as Kofi", "Kofi")


def test_a_page_that_comes_later_says_why_it_is_offline_too(
    controller, network, status, notices
) -> None:
    network.standing.now.return_value = LOST

    controller.begin()

    status.show_connection.assert_called_once_with(
        Connectedness.WAITING, "Offline, next try in 3 s"
    )
    assert "Trying again in 3 s" in notices.show.call_args.args[1]


def test_a_lost_connection_says_when_the_next_try_is(
    notices, network, bus, find_out
) -> None:
    bus.publish(LOST)

    notices.show.assert_called_once_with(
        "offline",
        "Nothing answers at 10.0.0.5 port 6667. Trying again in 3 s. What you write"
        " is kept, even if you close this window, and sent when the server is back.",
        Tone.WARNING,
        NoticeAction("Try now", network.retry_now),
        NoticeAction("Find out why", find_out),
        dismissable=False,
    )


def test_another_server_in_its_place_can_be_compared_instead_of_tried_again(
    notices, bus, compare
) -> None:
    changed, found = Problem.CERTIFICATE_CHANGED, Fingerprint(b"\2" * 32)
    bus.publish(ConnectionChanged(Connectedness.WAITING, changed, found.hex, 3.0))

    first = notices.show.call_args.args[3]
    first.do()

    assert first.words == "Compare"
    compare.assert_called_once_with(("10.0.0.5", 6667), found)


def test_a_connection_that_worked_and_broke_is_said_to_be_lost(notices, bus) -> None:
    bus.publish(ConnectionChanged(Connectedness.WAITING, Problem.LOST, retry_in=3.0))

    text = notices.show.call_args.args[1]
    assert text.startswith("The connection to Lab was lost. Trying again in 3 s.")


def test_a_thousand_refusals_in_a_frame_are_drawn_once(here, bus) -> None:
    for number in range(1000):
        bus.publish(RequestRefused("400", "", f"refusal {number}"))
    bus.publish(FrameEnded())
    bus.publish(FrameEnded())

    here.show.assert_called_once_with("refused", "refusal 999", Tone.ERROR)


def test_the_seconds_are_counted_down(status, bus, scheduler) -> None:
    bus.publish(LOST)

    scheduler.run_next()
    scheduler.run_next()

    assert [call.args[1] for call in status.show_connection.call_args_list] == [
        "Offline, next try in 3 s",
        "Offline, next try in 2 s",
        "Offline, next try in 1 s",
    ]


def test_being_back_takes_the_warning_away(status, notices, bus) -> None:
    bus.publish(LOST)

    bus.publish(ConnectionChanged(Connectedness.ONLINE))
    bus.publish(SignedIn("Kofi", again=True))

    notices.hide.assert_called_once_with("offline")
    status.show_connection.assert_called_with(Connectedness.ONLINE, "Connected")


@pytest.mark.parametrize(
    "success",
    [
        NickChanged("Kofi", "Kwame"),
        AwayChanged(away=True),
        RoomOpened("#class", asked_for=True),
        SignedIn("Kofi", again=True),
        RoomClosed("#class"),
        WhoisArrived("Ada", (("Name", "Ada Lovelace"),)),
        MessageAdded(message("k1", mine=True, change=Change.TOPIC)),
        MessageReplaced("#lobby", "k1", message("k1", mine=True)),
    ],
)
def test_a_refusal_goes_with_the_next_success(here, bus, success) -> None:
    bus.publish(RequestRefused("433", "Ada", "Ada is already in use here."))
    bus.publish(FrameEnded())

    bus.publish(success)
    bus.publish(FrameEnded())

    here.hide.assert_called_once_with("refused")


@pytest.mark.parametrize(
    "no_success",
    [
        MessageAdded(message("k1", change=Change.TOPIC)),
        MessageAdded(message("k1", mine=True, delivery=Delivery.WAITING)),
        MessageReplaced("#lobby", "k1", message("k1", delivery=Delivery.FAILED)),
    ],
)
def test_a_refusal_stays_until_something_succeeds(here, bus, no_success) -> None:
    bus.publish(RequestRefused("433", "Ada", "Ada is already in use here."))
    bus.publish(FrameEnded())

    bus.publish(no_success)
    bus.publish(FrameEnded())

    here.hide.assert_not_called()


def test_a_refusal_that_is_overtaken_in_its_frame_is_not_shown(here, bus) -> None:
    bus.publish(RequestRefused("433", "Ada", "Ada is already in use here."))
    bus.publish(NickChanged("Kofi", "Kwame"))
    bus.publish(FrameEnded())

    here.show.assert_not_called()


def test_who_is_removed_and_comes_back_need_not_read_of_it_any_more(
    notices, bus
) -> None:
    bus.publish(RoomClosed("#class", "too loud", "Ada"))
    bus.publish(FrameEnded())
    bus.publish(NickChanged("Kofi", "Kwame"))
    notices.hide.assert_not_called()

    bus.publish(RoomOpened("#class", asked_for=True))

    notices.hide.assert_called_once_with("news")


def test_a_room_that_others_open_takes_nothing_away(here, bus) -> None:
    bus.publish(RequestRefused("475", "#class", "#class needs a key."))
    bus.publish(FrameEnded())

    bus.publish(RoomOpened("Ada"))

    here.hide.assert_not_called()


def test_the_count_down_ends_when_the_server_is_back(bus, scheduler) -> None:
    bus.publish(LOST)

    bus.publish(ConnectionChanged(Connectedness.ONLINE))

    assert scheduler.timers[0].cancelled


@pytest.mark.parametrize(
    "state",
    [Connectedness.OFFLINE, Connectedness.WAITING, Connectedness.CONNECTING],
)
def test_nobody_is_signed_in_without_a_connection(status, network, bus, state) -> None:
    network.state = state

    bus.publish(ConnectionChanged(state))

    status.show_details.assert_called_once_with(
        "", "Kofi, not signed in", "Kofi, not signed in"
    )


def test_how_fast_the_server_answers_is_shown(status, bus) -> None:
    bus.publish(LatencyMeasured(0.3))

    status.show_details.assert_called_once_with("1 ms", "signed in as Kofi", "Kofi")


def test_a_refusal_is_shown_with_what_it_is_about(here, bus) -> None:
    bus.publish(RequestRefused("475", "#class", "This room needs a key."))
    bus.publish(FrameEnded())

    here.show.assert_called_once_with(
        "refused", "#class: This room needs a key.", Tone.ERROR
    )


def test_a_refusal_that_names_what_it_is_about_says_it_once(here, bus) -> None:
    bus.publish(RequestRefused("475", "#class", "#class needs a key."))
    bus.publish(FrameEnded())

    here.show.assert_called_once_with("refused", "#class needs a key.", Tone.ERROR)


def test_being_removed_from_a_room_is_said(notices, bus) -> None:
    bus.publish(RoomClosed("#class", "too loud", "Ada"))
    bus.publish(FrameEnded())

    notices.show.assert_called_once_with(
        "news", "Ada removed you from #class: too loud", Tone.WARNING
    )


def test_being_banned_from_a_room_is_said(notices, bus) -> None:
    bus.publish(RoomClosed("#class", "", "Ada", is_banned=True))
    bus.publish(FrameEnded())

    notices.show.assert_called_once_with(
        "news", "Ada banned you from #class.", Tone.WARNING
    )


def test_leaving_a_room_oneself_is_not_news(notices, bus) -> None:
    bus.publish(RoomClosed("#class"))

    notices.show.assert_not_called()

"""A sign-in that has worked before is tried again by itself until it works."""

import random

import pytest

from chatapp.controllers.sign_in.again import SignInAgain
from chatapp.controllers.sign_in.login import LoginController, SignInView
from chatapp.controllers.sign_in.standing_requests import StandingRequests
from chatapp.controllers.window import WindowView
from chatapp.models.connection.encryption import ANY
from chatapp.models.entities import Field, SignInForm
from chatapp.models.events import Problem, SignedIn, SignInFailed
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.program.event_bus import EventBus
from chatapp.models.rooms.room_events import KeptOpened
from chatapp.models.servers.known_servers import KnownServers
from chatapp.models.servers.saved_servers import SavedServers
from chatapp.models.settings.settings import LastSignIn, Settings

GOOD = SignInForm("10.0.0.5", "6667", "noor")
AWAY = SignInFailed(Problem.NO_ANSWER)


class Evenly(random.Random):
    """Chance that always takes the middle, so that pauses are whole seconds."""

    def uniform(self, a: float, b: float) -> float:
        return (a + b) / 2


@pytest.fixture
def view(mocker):
    view = mocker.create_autospec(SignInView, instance=True)
    view.form.return_value = GOOD
    return view


@pytest.fixture
def settings(mocker):
    settings = mocker.create_autospec(Settings, instance=True)
    settings.last_sign_in = LastSignIn("10.0.0.5", 6667, "noor")
    return settings


@pytest.fixture
def hosting(mocker):
    hosting = mocker.create_autospec(Hosting, instance=True)
    hosting.is_at.return_value = False
    hosting.started = None
    return hosting


@pytest.fixture(autouse=True)
def controller(
    view, network, bus: EventBus, settings, hosting, scheduler, mocker, tmp_path
):
    again = SignInAgain(scheduler, Evenly())
    window = mocker.create_autospec(WindowView, instance=True)
    servers = mocker.create_autospec(KnownServers, instance=True)
    controller = LoginController(
        view,
        network,
        bus,
        StandingRequests(settings, SavedServers.load(tmp_path)),
        hosting,
        again,
        window,
        servers,
        lambda _host, _port: ANY,
    )
    controller.standing.is_first = True
    return controller


def due(scheduler):
    """Give the calls that are still to come, in the order they were asked for."""
    return [timer.callback for timer in scheduler.timers if not timer.cancelled]


def said(view) -> str:
    return view.show_progress.call_args.args[0]


def test_it_says_what_is_wrong_when_it_tries_again_and_what_is_kept(view, bus):
    view.on_sign_in(GOOD)

    bus.publish(AWAY)

    assert said(view) == (
        "Nothing answers at 10.0.0.5 port 6667. Trying again in 1 s. What you wrote"
        " is kept, and sent when the server is back."
    )


def test_it_counts_down(view, bus, scheduler):
    view.on_sign_in(GOOD)
    for _ in range(3):
        bus.publish(AWAY)
    first = said(view)

    due(scheduler)[-1]()

    assert "in 4 s" in first
    assert "in 3 s" in said(view)


def test_it_tries_again_by_itself(view, bus, network, scheduler):
    view.on_sign_in(GOOD)
    bus.publish(AWAY)
    network.connect.reset_mock()

    due(scheduler)[0]()

    network.connect.assert_called_once_with("10.0.0.5", 6667, "noor", "", ANY, None)
    assert said(view) == "Connecting to 10.0.0.5 again…"


def test_who_cancels_has_the_form_with_what_was_wrong(view, bus, scheduler):
    view.on_sign_in(GOOD)
    bus.publish(AWAY)

    view.on_cancel()

    view.show_progress.assert_called_with(None)
    assert Field.ADDRESS in view.show_problems.call_args.args[0]
    assert due(scheduler) == []


def test_who_is_signed_in_is_not_signed_in_again(view, bus, scheduler):
    view.on_sign_in(GOOD)
    bus.publish(AWAY)

    bus.publish(SignedIn("noor"))

    assert due(scheduler) == []


def test_meanwhile_what_is_kept_opens(view, bus, network):
    view.on_sign_in(GOOD)
    network.opening_kept.open_if_late.assert_called_once_with()

    bus.publish(SignInFailed(Problem.UNREACHABLE, "No way."))

    network.opening_kept.open.assert_called_once_with(Problem.UNREACHABLE, "No way.")


def test_who_has_what_is_kept_before_him_is_signed_in_by_the_link(
    view, bus, network, scheduler, settings
):
    view.on_sign_in(GOOD)
    bus.publish(AWAY)

    bus.publish(KeptOpened())

    assert due(scheduler) == []
    settings.remember_sign_in.assert_called_once_with(settings.last_sign_in)


def test_where_it_is_found_at_last_is_remembered(view, bus, network, settings):
    view.on_sign_in(GOOD)
    bus.publish(AWAY)
    bus.publish(KeptOpened())
    network.host = "10.0.0.9"

    bus.publish(SignedIn("noor", again=True))

    settings.remember_sign_in.assert_called_with(LastSignIn("10.0.0.9", 6667, "noor"))


def test_a_room_that_a_link_leads_to_is_joined_once_the_server_is_there(
    view, bus, network
):
    view.on_sign_in(SignInForm("irc://10.0.0.5:6667/#tea", "", "noor"))
    bus.publish(AWAY)
    bus.publish(KeptOpened())
    is_waited = not network.join.called

    bus.publish(SignedIn("noor", again=True))
    bus.publish(SignedIn("noor", again=True))

    assert is_waited
    network.join.assert_called_once_with("#tea")


@pytest.mark.parametrize("problem", [Problem.NICK_TAKEN, Problem.REFUSED])
def test_what_the_server_refuses_is_not_tried_again(
    view, bus, network, scheduler, problem
):
    view.on_sign_in(GOOD)
    bus.publish(AWAY)

    network.opening_kept.cancel.reset_mock()
    bus.publish(SignInFailed(problem))

    network.opening_kept.cancel.assert_called_once_with()
    view.show_progress.assert_called_with(None)
    assert due(scheduler) == []


@pytest.mark.parametrize(
    "form",
    [
        SignInForm("10.0.0.6", "6667", "noor"),
        SignInForm("10.0.0.5", "6668", "noor"),
        SignInForm("10.0.0.5", "6667", "lena"),
    ],
)
def test_what_never_worked_is_not_tried_again(view, bus, network, scheduler, form):
    view.on_sign_in(form)

    bus.publish(AWAY)

    network.opening_kept.open.assert_not_called()
    view.show_progress.assert_called_with(None)
    assert due(scheduler) == []

"""What happens after pressing Sign in, with a mocked view and network."""

import pytest

from chatapp.controllers.sign_in.first_form import initial_form
from chatapp.models.connection.encryption import ANY, Demand, Need
from chatapp.models.entities import Field, SignInForm
from chatapp.models.events import Problem, SignedIn, SignInFailed
from chatapp.models.program.event_bus import EventBus
from chatapp.models.settings.settings import LastSignIn
from tests.chatapp.controllers.sign_in.login.conftest import FOUND, GOOD


@pytest.mark.usefixtures("controller")
def test_a_good_form_begins_a_sign_in(view, network) -> None:
    view.on_sign_in(GOOD)

    network.connect.assert_called_once_with("10.0.0.5", 6667, "noor", "", ANY, None)
    view.show_progress.assert_called_with("Connecting to 10.0.0.5…")


@pytest.mark.usefixtures("controller")
def test_what_is_announced_of_a_server_makes_one_more_careful(
    view, network, announced
) -> None:
    announced.return_value = Demand(Need.REQUIRED, FOUND)

    view.on_sign_in(GOOD)

    announced.assert_called_once_with("10.0.0.5", 6667)
    assert network.connect.call_args.args[4] == Demand(Need.REQUIRED, FOUND)


@pytest.mark.usefixtures("controller")
def test_wrong_fields_are_printed_and_nothing_is_tried(view, network) -> None:
    view.on_sign_in(SignInForm("a b", "0", "x"))

    problems = view.show_problems.call_args.args[0]
    assert set(problems) == {Field.ADDRESS, Field.PORT, Field.USERNAME}
    network.connect.assert_not_called()


@pytest.mark.usefixtures("controller")
def test_where_a_server_was_found_is_remembered(
    view, network, bus: EventBus, settings
) -> None:
    view.on_sign_in(GOOD)
    network.host, network.port = "10.0.0.9", 7000

    bus.publish(SignedIn("noor", again=False))

    settings.remember_sign_in.assert_called_once_with(
        LastSignIn("10.0.0.9", 7000, "noor")
    )


@pytest.mark.usefixtures("controller")
def test_the_last_good_values_are_remembered(view, bus: EventBus, settings) -> None:
    view.on_sign_in(GOOD)

    bus.publish(SignedIn("noor"))

    settings.remember_sign_in.assert_called_once_with(
        LastSignIn("10.0.0.5", 6667, "noor")
    )


@pytest.mark.usefixtures("controller")
def test_values_that_failed_are_not_remembered(view, bus: EventBus, settings) -> None:
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.NO_ANSWER))

    settings.remember_sign_in.assert_not_called()


@pytest.mark.usefixtures("controller")
def test_cancel_gives_up_the_sign_in(view, network) -> None:
    view.on_sign_in(GOOD)

    view.on_cancel()

    network.cancel.assert_called_once_with()
    view.show_progress.assert_called_with(None)


def test_the_first_run_asks_for_the_address(controller, view, settings) -> None:
    controller.begin(initial_form(settings, "noor"))

    view.show_form.assert_called_once_with(
        SignInForm("", "6667", "noor"), Field.ADDRESS
    )


def test_the_last_good_values_are_filled_in(controller, view, settings) -> None:
    settings.last_sign_in = LastSignIn("10.0.0.5", 7000, "noor")

    controller.begin(initial_form(settings, "root"), "You were removed.")

    view.show_form.assert_called_once_with(
        SignInForm("10.0.0.5", "7000", "noor"), Field.USERNAME
    )
    view.show_problems.assert_called_once_with({None: "You were removed."})

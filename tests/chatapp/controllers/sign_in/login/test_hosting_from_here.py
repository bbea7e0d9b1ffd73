"""A chat on this computer is started from the sign-in, with mocked models."""

from unittest.mock import Mock

import pytest

from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.entities import Field, SignInForm
from tests.chatapp.controllers.sign_in.login.conftest import KNOWN


@pytest.mark.usefixtures("controller")
def test_hosting_needs_a_good_username_first(view, hosting) -> None:
    view.form.return_value = SignInForm("", "6667", "x")

    view.on_host()

    assert set(view.show_problems.call_args.args[0]) == {Field.USERNAME}
    hosting.start.assert_not_called()


@pytest.mark.usefixtures("controller")
def test_hosting_signs_in_to_the_server_it_started(view, network, hosting) -> None:
    hosting.demand = Demand(Need.REQUIRED, KNOWN)
    view.on_host()

    hosting.start.call_args.kwargs["on_ready"](7001)

    network.connect.assert_called_once_with(
        "127.0.0.1", 7001, "noor", "", hosting.demand, None
    )


@pytest.mark.parametrize(("as_before", "username"), [(True, "maria"), (False, "noor")])
def test_a_chat_that_runs_already_is_taken_over(
    controller, network, hosting, as_before, username
) -> None:
    hosting.demand = Demand(Need.REQUIRED, KNOWN)
    controller.host(as_before=as_before)

    hosting.start.call_args.kwargs["on_running"](Mock(port=7001, username="maria"))

    network.connect.assert_called_once_with(
        "127.0.0.1", 7001, username, "", hosting.demand, None
    )


def test_a_sign_in_to_ones_own_chat_is_to_that_one_only(
    controller, network, hosting
) -> None:
    hosting.is_at.return_value = True
    hosting.demand = Demand(Need.REQUIRED, KNOWN)

    controller.sign_in(SignInForm("127.0.0.1", "7001", "noor"))

    assert network.connect.call_args.args[4] == hosting.demand


@pytest.mark.usefixtures("controller")
def test_who_hosts_in_this_window_already_is_led_to_that_chat(view, hosting) -> None:
    hosting.serves, hosting.started = True, Mock(port=7001)

    view.on_host()

    hosting.start.assert_not_called()
    view.show_form.assert_called_once_with(
        SignInForm("127.0.0.1", "7001", "noor"), Field.USERNAME
    )


def test_giving_up_another_sign_in_leaves_the_hosted_chat_alone(
    controller, view, hosting
) -> None:
    controller.sign_in(SignInForm("127.0.0.1", "7002", "noor"))

    view.on_cancel()

    hosting.stop.assert_not_called()


@pytest.mark.usefixtures("controller")
def test_a_server_that_does_not_start_says_why(view, hosting) -> None:
    view.on_host()

    hosting.start.call_args.kwargs["on_failed"]("The disk is full.")

    view.show_problems.assert_called_with({None: "The disk is full."})
    view.show_progress.assert_called_with(None)

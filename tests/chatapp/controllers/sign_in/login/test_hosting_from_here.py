"""A chat on this computer is started from the sign-in, with mocked models."""

from unittest.mock import Mock

import pytest

from chatapp.controllers.wording import ALREADY_HOSTED
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


@pytest.mark.usefixtures("controller")
def test_who_hosts_in_another_window_already_can_join_from_this_one(
    view, network, hosting
) -> None:
    view.on_host()

    hosting.start.call_args.kwargs["on_running"](7001)

    view.show_progress.assert_called_with(None)
    view.show_form.assert_called_with(
        SignInForm("127.0.0.1", "7001", "noor"), Field.USERNAME
    )
    view.show_problems.assert_called_with({None: ALREADY_HOSTED})
    network.connect.assert_not_called()


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

"""Accounts that are proved while one signs in, with mocked models."""

import pytest

from chatapp.controllers.sign_in.standing_requests import request_for
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.entities import AccountForm, Field, SignInForm
from chatapp.models.events import Problem, SignedIn, SignInFailed
from chatapp.models.program.event_bus import EventBus
from chatapp.models.servers.saved_servers import SavedServer
from tests.chatapp.controllers.sign_in.login.conftest import GOOD, KNOWN


def test_an_account_is_proved_while_one_signs_in_and_over_tls_only(
    controller, view, network
) -> None:
    controller.account = AccountForm("noor_k", "secret", "")

    view.on_sign_in(GOOD)

    *_, demand, account = network.connect.call_args.args
    assert demand.need is Need.REQUIRED
    assert (account.name, account.secret) == ("noor_k", "secret")


@pytest.mark.usefixtures("controller")
def test_the_account_of_a_server_is_remembered_without_what_is_secret(
    controller, view, bus: EventBus, saved, tmp_path
) -> None:
    controller.account = AccountForm("noor_k", "secret", "")
    view.on_sign_in(GOOD)
    bus.publish(SignedIn("noor"))

    controller.account = None
    view.on_sign_in(GOOD)

    assert controller.known_account() == AccountForm("noor_k", "", "")
    assert "secret" not in (tmp_path / "servers.toml").read_text()


def test_a_certificate_of_ones_own_is_shown_to_its_server_alone(
    controller, saved
) -> None:
    saved.remember(
        SavedServer("10.0.0.5", 6667, "noor", account="n", certificate="/n.pem")
    )

    controller.sign_in(GOOD)
    there = controller.certificate
    controller.sign_in(SignInForm("10.0.0.6", "6667", "noor"))

    assert str(there) == "/n.pem"
    assert controller.certificate is None


def test_where_one_was_before_one_signs_in_without_being_asked(
    controller, view, network, saved
) -> None:
    server = SavedServer("10.0.0.7", 6697, "noor", Demand(Need.REQUIRED, KNOWN))
    saved.remember(server)

    controller.resume(request_for(server))

    assert network.connect.call_args.args[:3] == ("10.0.0.7", 6697, "noor")
    assert network.connect.call_args.args[4] == Demand(Need.REQUIRED, KNOWN)
    assert view.show_form.call_args.args[0].address == "10.0.0.7"


def test_where_nothing_is_encrypted_no_account_is_proved_and_one_is_told_so(
    controller, view, bus: EventBus
) -> None:
    controller.account = AccountForm("noor_k", "secret", "")
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.NO_TLS))

    problems = view.show_problems.call_args.args[0]
    assert "the account noor_k cannot be proved" in problems[Field.PORT]

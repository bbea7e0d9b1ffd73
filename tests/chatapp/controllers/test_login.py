"""The sign-in window's decisions, with a mocked view and models."""

import random
from unittest.mock import Mock

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.first_form import initial_form
from chatapp.controllers.login import LoginController, SignInView
from chatapp.controllers.sign_in_again import SignInAgain
from chatapp.controllers.standing_requests import StandingRequests, request_for
from chatapp.controllers.window import WindowView
from chatapp.controllers.wording import ALREADY_HOSTED
from chatapp.models.encryption import ANY, Demand, Need
from chatapp.models.entities import AccountForm, Field, SignInForm
from chatapp.models.event_bus import EventBus
from chatapp.models.events import Problem, SignedIn, SignInFailed
from chatapp.models.hosting import Hosting
from chatapp.models.known_servers import KnownServers
from chatapp.models.saved_servers import SavedServer, SavedServers
from chatapp.models.settings import LastSignIn, Settings
from chatapp.wire.fingerprints import Fingerprint

KNOWN, FOUND = Fingerprint(b"\1" * 32), Fingerprint(b"\2" * 32)
GOOD = SignInForm("10.0.0.5", "6667", "noor")


@pytest.fixture
def view(mocker: MockerFixture):
    view = mocker.create_autospec(SignInView, instance=True)
    view.form.return_value = GOOD
    return view


@pytest.fixture
def settings(mocker: MockerFixture):
    settings = mocker.create_autospec(Settings, instance=True)
    settings.last_sign_in = None
    return settings


@pytest.fixture
def window(mocker: MockerFixture):
    return mocker.create_autospec(WindowView, instance=True)


@pytest.fixture
def servers(mocker: MockerFixture):
    return mocker.create_autospec(KnownServers, instance=True)


@pytest.fixture
def announced(mocker: MockerFixture):
    return mocker.Mock(return_value=ANY)


@pytest.fixture
def hosting(mocker: MockerFixture):
    hosting = mocker.create_autospec(Hosting, instance=True)
    hosting.is_at.return_value = False
    hosting.started = None
    return hosting


@pytest.fixture
def saved(tmp_path) -> SavedServers:
    return SavedServers.load(tmp_path)


@pytest.fixture
def standing(settings, saved) -> StandingRequests:
    standing = StandingRequests(settings, saved)
    standing.is_first = True
    return standing


@pytest.fixture
def controller(
    view,
    network,
    bus: EventBus,
    standing,
    hosting,
    scheduler,
    window,
    servers,
    announced,
) -> LoginController:
    again = SignInAgain(scheduler, random.Random(1))
    return LoginController(
        view, network, bus, standing, hosting, again, window, servers, announced
    )


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


@pytest.mark.parametrize(
    ("problem", "field"),
    [
        (Problem.NO_ANSWER, Field.ADDRESS),
        (Problem.UNKNOWN_HOST, Field.ADDRESS),
        (Problem.TIMED_OUT, Field.ADDRESS),
        (Problem.NOT_A_CHAT_SERVER, Field.PORT),
        (Problem.NICK_TAKEN, Field.USERNAME),
        (Problem.PASSWORD_WRONG, Field.PASSWORD),
        (Problem.INVITATION_NEEDED, Field.ADDRESS),
        (Problem.INVITATION_REFUSED, Field.ADDRESS),
        (Problem.REFUSED, None),
        (Problem.LOST, None),
    ],
)
@pytest.mark.usefixtures("controller")
def test_a_failure_is_printed_at_the_field_it_belongs_to(
    view, bus: EventBus, problem: Problem, field: Field | None
) -> None:
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(problem, "You are banned."))

    view.show_progress.assert_called_with(None)
    assert list(view.show_problems.call_args.args[0]) == [field]


@pytest.mark.usefixtures("controller")
def test_nothing_answering_says_where_and_what_to_do(view, bus: EventBus) -> None:
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.NO_ANSWER))

    assert view.show_problems.call_args.args[0][Field.ADDRESS] == (
        "Nothing answers at 10.0.0.5 port 6667. Start chatapp-server there,"
        " or check the address."
    )


@pytest.mark.usefixtures("controller")
def test_the_servers_own_reason_is_shown(view, bus: EventBus) -> None:
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.REFUSED, "You are banned."))

    assert "You are banned." in view.show_problems.call_args.args[0][None]


@pytest.mark.usefixtures("controller")
def test_a_server_with_a_password_makes_its_field_appear(view, bus: EventBus) -> None:
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.PASSWORD_NEEDED))

    view.show_password.assert_called_once_with(visible=True)


@pytest.mark.usefixtures("controller")
def test_who_is_not_let_in_by_an_invitation_reads_the_servers_sentence(
    view, bus: EventBus
) -> None:
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.INVITATION_REFUSED, "It has expired."))

    view.show_problems.assert_called_with({Field.ADDRESS: "It has expired."})
    view.show_password.assert_not_called()


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


@pytest.mark.usefixtures("controller")
def test_another_server_at_a_known_place_is_shown_beside_the_known_one(
    view, network, bus: EventBus, window, servers
) -> None:
    servers.demand.return_value = Demand(Need.REQUIRED, KNOWN)
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.CERTIFICATE_CHANGED, FOUND.hex))

    shown = window.compare.call_args.kwargs
    assert [each for _, each in shown["fingerprints"]] == [KNOWN, FOUND]
    assert set(view.show_problems.call_args.args[0]) == {Field.ADDRESS}
    servers.trust.assert_not_called()


@pytest.mark.usefixtures("controller")
def test_another_server_than_the_invitations_is_not_said_to_be_known(
    view, bus: EventBus, window, servers
) -> None:
    servers.demand.return_value = Demand()
    view.on_sign_in(SignInForm(f"ircs://10.0.0.5:7000/?fp={KNOWN.hex}", "", "noor"))

    bus.publish(SignInFailed(Problem.CERTIFICATE_CHANGED, FOUND.hex))

    shown = window.compare.call_args.kwargs
    assert shown["title"] == "This is not the server of this invitation"
    assert [caption for caption, _ in shown["fingerprints"]] == [
        "Invited to",
        "Answers now",
    ]


@pytest.mark.usefixtures("controller")
def test_another_server_than_the_announced_one_was_not_named_by_an_invitation(
    view, bus: EventBus, window, servers, announced
) -> None:
    servers.demand.return_value = Demand()
    announced.return_value = Demand(Need.REQUIRED, KNOWN)
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.CERTIFICATE_CHANGED, FOUND.hex))

    shown = window.compare.call_args.kwargs
    assert shown["title"] == "This is not the server that is announced here"
    assert "invitation names" not in shown["text"]
    assert [each for each, _ in shown["fingerprints"]] == [
        "Announced as",
        "Answers now",
    ]


@pytest.mark.usefixtures("controller")
def test_who_trusts_the_other_server_speaks_with_that_one_only(
    view, network, bus: EventBus, window, servers
) -> None:
    servers.demand.return_value = Demand(Need.REQUIRED, KNOWN)
    view.on_sign_in(GOOD)
    bus.publish(SignInFailed(Problem.CERTIFICATE_CHANGED, FOUND.hex))

    window.compare.call_args.kwargs["on_yes"]()

    servers.trust.assert_called_once_with("10.0.0.5", 6667, FOUND)
    demand = Demand(Need.REQUIRED, FOUND)
    network.connect.assert_called_with("10.0.0.5", 6667, "noor", "", demand, None)


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

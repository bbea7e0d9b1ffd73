"""What is said when a sign-in fails, with a mocked view and network."""

import pytest

from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.entities import Field, SignInForm
from chatapp.models.events import Problem, SignInFailed
from chatapp.models.program.event_bus import EventBus
from tests.chatapp.controllers.sign_in.login.conftest import FOUND, GOOD, KNOWN


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
def test_why_a_username_is_not_taken_is_told(view, bus: EventBus) -> None:
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.NICK_REFUSED, "Nickname too long"))

    problems = view.show_problems.call_args.args[0]
    assert problems[Field.USERNAME].endswith("It says: Nickname too long")


@pytest.mark.usefixtures("controller")
def test_with_a_username_that_is_refused_goes_one_that_any_server_takes(
    view, bus: EventBus
) -> None:
    view.on_sign_in(SignInForm("10.0.0.5", "6667", "maria_lópez"))

    bus.publish(SignInFailed(Problem.NICK_REFUSED, "Erroneous nickname"))

    problems = view.show_problems.call_args.args[0]
    assert "Try maria_lop, which most" in problems[Field.USERNAME]


def test_what_is_said_of_the_form_goes_as_soon_as_that_is_another(
    view, controller, bus: EventBus
) -> None:
    view.on_sign_in(GOOD)
    bus.publish(SignInFailed(Problem.REFUSED, "You are banned."))

    controller.failure.form_changed()
    told = view.show_problems.call_args.args[0]
    controller.cancel()

    assert (told, view.show_problems.call_args.args[0]) == ({}, {})


@pytest.mark.usefixtures("controller")
def test_a_server_with_a_password_makes_its_field_appear(view, bus: EventBus) -> None:
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.PASSWORD_NEEDED))

    view.show_password.assert_called_once_with(visible=True)


def test_a_password_that_is_asked_for_later_is_asked_for_at_its_field(
    view, controller
) -> None:
    controller.begin(GOOD, "It is asked for now.", Problem.PASSWORD_NEEDED)

    view.show_password.assert_called_once_with(visible=True)
    view.show_problems.assert_called_with({Field.PASSWORD: "It is asked for now."})


@pytest.mark.usefixtures("controller")
def test_who_is_not_let_in_by_an_invitation_reads_the_servers_sentence(
    view, bus: EventBus
) -> None:
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.INVITATION_REFUSED, "It has expired."))

    view.show_problems.assert_called_with({Field.ADDRESS: "It has expired."})
    view.show_password.assert_not_called()


@pytest.mark.usefixtures("controller")
def test_another_server_at_a_known_place_is_shown_beside_the_known_one(
    view, network, bus: EventBus, window, servers
) -> None:
    servers.demand.return_value = Demand(Need.REQUIRED, KNOWN)
    view.on_sign_in(GOOD)

    bus.publish(SignInFailed(Problem.CERTIFICATE_CHANGED, FOUND.hex))

    (shown,) = window.compare.call_args.args
    assert [each for _, each in shown.fingerprints] == [KNOWN, FOUND]
    assert set(view.show_problems.call_args.args[0]) == {Field.ADDRESS}
    servers.trust.assert_not_called()


@pytest.mark.usefixtures("controller")
def test_an_invitation_with_another_certificate_than_the_known_one_asks_first(
    view, network, window, servers
) -> None:
    servers.demand.return_value = Demand(Need.REQUIRED, KNOWN)
    view.on_sign_in(SignInForm(f"ircs://10.0.0.5:7000/?fp={FOUND.hex}", "", "noor"))
    (shown,) = window.compare.call_args.args
    is_waited = not network.connect.called

    shown.on_yes()

    assert is_waited
    assert [each for _, each in shown.fingerprints] == [KNOWN, FOUND]
    assert network.connect.call_args.args[4] == Demand(Need.REQUIRED, FOUND)
    servers.trust.assert_not_called()  # before the server has proved that it is it


@pytest.mark.usefixtures("controller")
def test_another_server_than_the_invitations_is_not_said_to_be_known(
    view, bus: EventBus, window, servers
) -> None:
    servers.demand.return_value = Demand()
    view.on_sign_in(SignInForm(f"ircs://10.0.0.5:7000/?fp={KNOWN.hex}", "", "noor"))

    bus.publish(SignInFailed(Problem.CERTIFICATE_CHANGED, FOUND.hex))

    (shown,) = window.compare.call_args.args
    assert shown.title == "This is not the server of this invitation"
    assert [caption for caption, _ in shown.fingerprints] == [
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

    (shown,) = window.compare.call_args.args
    assert shown.title == "This is not the server that is announced here"
    assert "invitation names" not in shown.text
    assert [each for each, _ in shown.fingerprints] == [
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

    window.compare.call_args.args[0].on_yes()

    servers.trust.assert_called_once_with("10.0.0.5", 6667, FOUND)
    network.expecting.say_same.assert_called_once_with(FOUND, KNOWN)
    demand = Demand(Need.REQUIRED, FOUND)
    network.connect.assert_called_with("10.0.0.5", 6667, "noor", "", demand, None)

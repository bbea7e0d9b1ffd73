"""The doctor's decisions in the window: when it is offered, what it shows."""

from datetime import UTC, datetime

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.sign_in.doctor import (
    BEGINNING,
    NOTHING_WRONG,
    DoctorController,
    FindingsView,
    FindingsWindow,
    SignInDoctor,
    SignInView,
)
from chatapp.models.connection.encryption import ANY, Demand, Need
from chatapp.models.doctor.doctor import Doctor
from chatapp.models.doctor.progress import Progress
from chatapp.models.entities import Connectedness, Field, SignInForm
from chatapp.models.events import (
    ConnectionChanged,
    Problem,
    SignedIn,
    SignInFailed,
)
from chatapp.models.program.event_bus import EventBus
from chatapp.wire.findings import Finding, Verdict

NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
WELL = Finding("Encryption", Verdict.OK, "It is encrypted.")
WRONG = Finding("Port", Verdict.FAIL, "Nothing answers.", "Start it.")
ODD = Finding("Clock", Verdict.WARN, "It is late.")


@pytest.fixture
def card(mocker: MockerFixture):
    return mocker.create_autospec(FindingsView, instance=True)


@pytest.fixture
def window(mocker: MockerFixture, card):
    window = mocker.create_autospec(FindingsWindow, instance=True)
    window.new_findings.return_value = card
    return window


@pytest.fixture
def doctor(mocker: MockerFixture):
    return mocker.create_autospec(Doctor, instance=True)


@pytest.fixture
def copied() -> list[str]:
    return []


@pytest.fixture
def controller(window, doctor, copied) -> DoctorController:
    return DoctorController(window, doctor, lambda: NOW, copied.append)


@pytest.fixture
def sign_in(mocker: MockerFixture, bus: EventBus, controller):
    view = mocker.create_autospec(SignInView, instance=True)
    view.form.return_value = SignInForm("10.0.0.5", "6697", "noor")
    SignInDoctor(view, controller, bus)
    return view


@pytest.fixture
def report(controller, doctor):
    """What the doctor tells its progress to."""
    controller.examine("10.0.0.5", 6667)
    return doctor.examine.call_args.args[3]


def test_a_card_is_there_before_anything_is_found(controller, card, doctor) -> None:
    controller.examine("10.0.0.5", 6667)

    card.show_progress.assert_called_once_with(BEGINNING)
    assert doctor.examine.call_args.args[:3] == ("10.0.0.5", 6667, ANY)


def test_what_is_found_is_shown_at_once(report, card) -> None:
    report(Progress(1, 3, (WELL,)))

    card.show_findings.assert_called_once_with((WELL,))
    card.show_progress.assert_called_with("1 of 3 checks are done…")


@pytest.mark.parametrize(
    ("findings", "sentence"),
    [
        ((WRONG,), "One thing is wrong."),
        ((WRONG, ODD, WRONG), "2 things are wrong."),
        ((ODD, WELL), "Nothing is broken, but something may be in the way."),
        ((WELL,), NOTHING_WRONG),
    ],
)
def test_in_the_end_it_is_summed_up(report, card, findings, sentence) -> None:
    report(Progress(3, 3, findings))

    card.show_progress.assert_called_with(sentence)


def test_the_report_is_copied_with_the_place_and_the_time(report, card, copied) -> None:
    report(Progress(1, 1, (WRONG,)))

    card.on_copy()

    assert "".join(copied) == (
        "chatapp doctor, 10.0.0.5 port 6667, 2026-03-04 05:06 UTC\n"
        "[fail] Port: Nothing answers.\n"
        "       What to do: Start it.\n"
        "One thing is wrong here; it says what to do.\n"
    )


@pytest.mark.parametrize("problem", [Problem.NO_ANSWER, Problem.LOST, Problem.NO_TLS])
def test_where_a_connection_failed_the_doctor_is_offered(sign_in, bus, problem) -> None:
    bus.publish(SignInFailed(problem))

    sign_in.show_find_out.assert_called_once_with(True)


@pytest.mark.parametrize("problem", [Problem.NICK_TAKEN, Problem.PASSWORD_WRONG])
def test_what_one_typed_is_no_matter_for_the_doctor(sign_in, bus, problem) -> None:
    bus.publish(SignInFailed(problem))

    sign_in.show_find_out.assert_not_called()


def test_the_next_try_takes_the_offer_back(sign_in, bus) -> None:
    bus.publish(SignInFailed(Problem.NO_ANSWER))

    bus.publish(ConnectionChanged(Connectedness.CONNECTING))

    sign_in.show_find_out.assert_called_with(False)


def test_a_sign_in_window_that_closed_is_left_alone(sign_in, bus):
    bus.publish(SignedIn("noor", again=False))

    bus.publish(ConnectionChanged(Connectedness.CONNECTING))

    sign_in.show_find_out.assert_not_called()


def test_what_stands_in_the_fields_is_examined(sign_in, doctor) -> None:
    sign_in.on_find_out()

    demand = Demand(Need.REQUIRED)
    assert doctor.examine.call_args.args[:3] == ("10.0.0.5", 6697, demand)


def test_fields_that_make_no_sense_are_told_instead(sign_in, doctor) -> None:
    sign_in.form.return_value = SignInForm("10.0.0.500", "6697", "noor")

    sign_in.on_find_out()

    assert list(sign_in.show_problems.call_args.args[0]) == [Field.ADDRESS]
    doctor.examine.assert_not_called()

"""A question that waits for its page, with a mocked window."""

import pytest

from chatapp.controllers.servers.patient_window import PatientWindow
from chatapp.controllers.window import ComparingWindow
from chatapp.models.entities import Comparison

ASKED = Comparison("Another server", "", (), "Y", "N", print)


@pytest.fixture
def window(mocker):
    return mocker.create_autospec(ComparingWindow, instance=True)


@pytest.fixture
def patient(window) -> PatientWindow:
    return PatientWindow(window)


def ask(patient: PatientWindow) -> None:
    patient.compare(ASKED)


def test_what_is_asked_out_of_sight_is_asked_once_somebody_looks(
    patient, window
) -> None:
    ask(patient)
    asked_before = window.compare.called

    patient.show()
    patient.hide()
    patient.show()

    assert not asked_before
    window.compare.assert_called_once_with(ASKED)


def test_what_is_asked_in_sight_is_asked_at_once(patient, window) -> None:
    patient.show()

    ask(patient)

    window.compare.assert_called_once_with(ASKED)

"""Who is a guest although he has an account is told so once, and what to do."""

import pytest

from chatapp.controllers.keeping import NoticesView
from chatapp.controllers.own_name import GUEST, OwnNameController
from chatapp.controllers.wording import PROOF_PROBLEMS
from chatapp.models.entities import Tone
from chatapp.models.events import AccountChanged, ProofFailed, ProofProblem

FAILED = ProofFailed("noor", ProofProblem.LOCKED)


@pytest.fixture
def notices(mocker):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def controller(notices, network, bus):
    network.own_name.failure = None
    return OwnNameController(notices, network, bus)


def test_why_one_is_a_guest_is_told_with_what_to_do(controller, notices, bus):
    bus.publish(FAILED)

    notices.show.assert_called_once_with(
        GUEST,
        "You are here as a guest, Kofi. The name noor is locked here now."
        " Ask whoever runs the server.",
        Tone.WARNING,
    )


def test_what_failed_before_the_window_was_there_is_told_in_it(
    controller, notices, network
):
    network.own_name.failure = FAILED

    controller.begin()

    assert notices.show.call_args.args[0] == GUEST


def test_where_nothing_failed_nothing_is_told(controller, notices):
    controller.begin()

    notices.show.assert_not_called()


def test_the_notice_goes_once_one_is_oneself_again(controller, notices, bus):
    bus.publish(FAILED)

    bus.publish(AccountChanged("noor"))

    notices.hide.assert_called_once_with(GUEST)


@pytest.mark.parametrize("problem", ProofProblem)
def test_every_reason_has_its_words(problem):
    assert problem in PROOF_PROBLEMS

"""A chat that this computer hosts is looked after without a page that shows it."""

import pytest

from chatapp.controllers.hosting.hosted_care import HostedCare
from chatapp.models.entities import Connectedness
from chatapp.models.events import ConnectionChanged
from chatapp.models.hosting.supervision import Standing


@pytest.fixture(autouse=True)
def care(network, bus, hosting) -> HostedCare:
    return HostedCare(network, bus, hosting)


def test_once_it_runs_again_one_goes_back_to_it_at_once(supervision, network) -> None:
    supervision.ended(-9)
    network.retry_now.assert_not_called()

    supervision.restarted()

    network.retry_now.assert_called_once_with()


def test_a_chat_that_went_on_by_itself_is_seen_to_when_its_link_is_lost(
    hosting, bus
) -> None:
    bus.publish(ConnectionChanged(Connectedness.CONNECTING))
    before = hosting.look_after.call_count

    bus.publish(ConnectionChanged(Connectedness.WAITING))

    assert (before, hosting.look_after.call_count) == (0, 1)


@pytest.mark.parametrize("standing", [Standing.WAS_STOPPED, Standing.CANNOT_START])
def test_a_chat_that_is_back_all_the_same_is_looked_after_as_before(
    supervision, bus, standing
) -> None:
    supervision.standing = standing

    bus.publish(ConnectionChanged(Connectedness.ONLINE))

    assert supervision.standing is Standing.UNDISTURBED


def test_another_server_is_none_of_its_business(supervision, network, hosting, bus):
    network.port = 6668

    supervision.ended(-9)
    supervision.restarted()
    bus.publish(ConnectionChanged(Connectedness.WAITING))

    network.retry_now.assert_not_called()
    hosting.look_after.assert_not_called()


def test_who_has_left_goes_back_no_more(care, supervision, network) -> None:
    care.end()
    care.end()

    supervision.ended(-9)
    supervision.restarted()

    network.retry_now.assert_not_called()

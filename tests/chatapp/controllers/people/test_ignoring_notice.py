"""The notice about whom one ignores, with mocked notices and network."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.people.ignoring_notice import IgnoringNotice
from chatapp.models.entities import Tone
from chatapp.models.rooms.room_events import IgnoringChanged


@pytest.fixture
def notices(mocker: MockerFixture, network, bus):
    notices = mocker.create_autospec(NoticesView, instance=True)
    IgnoringNotice(notices, network, bus)
    return notices


def test_one_is_told_whom_one_ignores_and_can_undo_it(notices, network, bus) -> None:
    network.ignoring.ignores.return_value = True

    bus.publish(IgnoringChanged("Troll"))
    _key, text, tone, undo = notices.show.call_args.args
    undo.do()

    assert (text, tone, undo.words) == (
        "You do not see what Troll says any more. It is kept, if you change your mind.",
        Tone.INFO,
        "Undo",
    )
    network.ignoring.hear_again.assert_called_once_with("Troll")


def test_who_is_heard_again_needs_no_notice(notices, bus) -> None:
    bus.publish(IgnoringChanged("Troll"))

    notices.hide.assert_called_once_with("ignoring")
    notices.show.assert_not_called()

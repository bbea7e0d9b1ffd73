"""What stands in the transcript is worded anew once one ignores somebody."""

from dataclasses import replace

import pytest

from chatapp.controllers.reading.conversation import (
    ConversationController,
    TranscriptView,
)
from chatapp.models.entities import Reaction
from chatapp.models.events import FrameEnded, RoomSelected
from chatapp.models.rooms.room_events import IgnoringChanged
from tests.chatapp.controllers.fakes import ListTranscript, message


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(TranscriptView, instance=True)


@pytest.fixture
def transcript(view, network, bus) -> ListTranscript:
    ConversationController(view, network, bus)
    return ListTranscript(view)


def test_reactions_of_somebody_go_at_once_when_one_begins_to_ignore_them(
    view, transcript, network, bus, history
) -> None:
    liked = replace(message("k1"), reactions=(Reaction("👍", ("Bo", "Troll")),))
    history.extend([message("k0"), liked])
    bus.publish(RoomSelected("#lobby"))
    view.splice.reset_mock()
    network.ignoring.ignores.side_effect = "Troll".__eq__

    bus.publish(IgnoringChanged("Troll"))
    bus.publish(FrameEnded())

    ((start, stop, (line,)),) = (call.args for call in view.splice.call_args_list)
    assert (start, stop) == (1, 2)
    assert [it.people for it in line.reactions] == [("Bo",)]

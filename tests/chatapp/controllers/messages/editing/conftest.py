"""An editor of messages with mocked views and models, as its tests share it."""

import pytest

from chatapp.controllers.messages.answering import PurposeView
from chatapp.controllers.messages.editing import EditingController
from chatapp.controllers.writing.composer import ComposerController
from chatapp.controllers.writing.slash_commands import SlashCommands
from chatapp.models.events import RoomSelected
from tests.chatapp.controllers.fakes import composer_view, message

SAID = message("k1", text="helo \x02all\x02", mine=True, msgid="m1")


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(PurposeView, instance=True)


@pytest.fixture
def box(mocker):
    return composer_view(mocker)


@pytest.fixture
def composer(mocker, box, network, bus) -> ComposerController:
    """Write in #lobby, where half a thought stands in the box."""
    commands = mocker.create_autospec(SlashCommands, instance=True)
    controller = ComposerController(box, network, bus, commands)
    bus.publish(RoomSelected("#lobby"))
    box.text.return_value = "half a thought"
    return controller


@pytest.fixture
def asked() -> list:
    """What is to be deleted, if somebody agrees."""
    return []


@pytest.fixture
def editing(view, composer, network, bus, asked, history) -> EditingController:
    network.correcting.can_edit.return_value = True
    network.correcting.edit.return_value = True
    network.correcting.last_own.return_value = SAID
    history.append(SAID)
    return EditingController(view, composer, network, bus, asked.append)

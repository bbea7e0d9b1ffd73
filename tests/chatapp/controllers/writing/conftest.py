"""What a composer is tested with: its view and its commands, both mocked."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.writing.composer import ComposerController
from chatapp.controllers.writing.slash_commands import SlashCommands
from chatapp.models.events import RoomSelected
from chatapp.models.program.event_bus import EventBus
from tests.chatapp.controllers.fakes import composer_view


@pytest.fixture
def view(mocker: MockerFixture):
    return composer_view(mocker)


@pytest.fixture
def commands(mocker: MockerFixture):
    return mocker.create_autospec(SlashCommands, instance=True)


@pytest.fixture
def controller(view, network, bus: EventBus, commands) -> ComposerController:
    controller = ComposerController(view, network, bus, commands)
    bus.publish(RoomSelected("#lobby"))
    view.reset_mock()
    return controller

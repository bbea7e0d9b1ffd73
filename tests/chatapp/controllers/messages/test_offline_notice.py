import pytest

from chatapp.controllers.messages.message_wording import OFFLINE
from chatapp.controllers.messages.offline_notice import OfflineNotice
from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import Connectedness, Tone


@pytest.fixture
def notices(mocker):
    return mocker.create_autospec(NoticesView, instance=True)


def test_who_is_not_connected_is_told(notices, network):
    network.state = Connectedness.OFFLINE

    assert OfflineNotice(notices, network).tell()
    notices.show.assert_called_once_with("needs-connection", OFFLINE, Tone.WARNING)


def test_who_is_connected_is_told_nothing(notices, network):
    network.state = Connectedness.ONLINE

    assert not OfflineNotice(notices, network).tell()
    notices.show.assert_not_called()

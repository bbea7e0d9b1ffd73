"""A hosted chat, as tests of what looks after it have it."""

import pytest
from pytest_mock import MockerFixture

from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.supervision import Supervision


@pytest.fixture
def restart(mocker: MockerFixture):
    return mocker.Mock()


@pytest.fixture
def supervision(restart) -> Supervision:
    return Supervision(restart, lambda: 0.0)


@pytest.fixture
def hosting(mocker: MockerFixture, supervision):
    hosting = mocker.create_autospec(Hosting, instance=True)
    hosting.supervision = supervision
    hosting.is_at.side_effect = lambda host, port: (host, port) == ("10.0.0.5", 6667)
    return hosting

"""What is kept of the servers one was on, in a folder of each test's own."""

import pytest

from chatapp.controllers.sign_in.standing_requests import StandingRequests
from chatapp.models.servers.saved_servers import SavedServers


@pytest.fixture
def saved(tmp_path) -> SavedServers:
    return SavedServers.load(tmp_path)


@pytest.fixture
def standing(settings, saved) -> StandingRequests:
    return StandingRequests(settings, saved)

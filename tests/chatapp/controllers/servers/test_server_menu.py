"""The menu of a server, with a real file of saved servers."""

import pytest

from chatapp.controllers.servers.server_menu import ServerMenu
from chatapp.controllers.sign_in.account_wording import ACCOUNT
from chatapp.models.servers.saved_servers import SavedServer, SavedServers

SCHOOL = SavedServer("10.0.0.5", 6667, "noor")


@pytest.fixture
def saved(tmp_path) -> SavedServers:
    saved = SavedServers.load(tmp_path)
    saved.remember(SCHOOL)
    return saved


def words_of(parts) -> list[list[str]]:
    return [[entry.words for entry in part] for part in parts]


def test_a_saved_server_can_be_joined_at_the_start(saved) -> None:
    menu = ServerMenu(saved)
    (_, at_start), _ = menu.offer(SCHOOL, print, "Leave", print)

    at_start.do()

    (_, changed), _ = menu.offer(SCHOOL, print, "Leave", print)
    assert (at_start.is_on, changed.is_on) == (False, True)


def test_of_a_server_that_is_not_saved_the_rest_is_offered(saved) -> None:
    parts = ServerMenu(saved).offer(None, print, "Leave", print)

    assert words_of(parts) == [[ACCOUNT], ["Leave"]]

"""What is kept of a sign-in, with a real file and mocked settings."""

from dataclasses import replace
from unittest.mock import call

import pytest

from chatapp.controllers.validation import SignInRequest
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.entities import AccountForm
from chatapp.models.servers.saved_servers import SavedServer
from chatapp.models.settings.settings import LastSignIn, Settings
from chatapp.models.settings.settings_table import USERNAME

REQUEST = SignInRequest("10.0.0.5", 6667, "noor", demand=Demand(Need.REQUIRED))


@pytest.fixture
def settings(mocker):
    settings = mocker.create_autospec(Settings, instance=True)
    settings.last_sign_in = None
    return settings


def test_a_server_that_is_added_is_joined_at_the_next_start(
    standing, saved, network, settings
) -> None:
    standing.joins_at_start = True

    standing.remember(REQUEST, network, AccountForm())

    (server,) = saved.all()
    assert (server.host, server.at_start) == (network.host, True)
    settings.remember_sign_in.assert_not_called()


def test_the_first_server_is_where_the_next_start_begins(
    standing, network, settings
) -> None:
    standing.is_first = True

    standing.remember(REQUEST, network, AccountForm())

    settings.remember_sign_in.assert_called_once_with(
        LastSignIn(network.host, network.port, "noor")
    )


@pytest.mark.parametrize(
    ("is_first", "last", "times"),
    [(True, None, 1), (False, None, 0), (True, LastSignIn("10.0.0.5", 1, "noor"), 0)],
)
def test_of_ones_own_chat_the_name_is_kept_where_no_other_is_known(
    standing, settings, is_first, last, times
) -> None:
    settings.last_sign_in = last
    standing.is_first = is_first

    standing.remember_host("anna")

    assert settings.change.mock_calls == [call(USERNAME, "anna")] * times


def test_what_was_said_about_the_start_is_kept(standing, saved, network) -> None:
    saved.remember(SavedServer("10.0.0.5", 6667, "noor", at_start=False))
    standing.joins_at_start = True

    standing.remember(REQUEST, network, AccountForm())

    assert [server.at_start for server in saved.all()] == [False]


def test_a_server_that_was_found_elsewhere_is_kept_once(
    standing, saved, network
) -> None:
    saved.remember(SavedServer("10.0.0.4", 6667, "noor", at_start=True))

    standing.remember(replace(REQUEST, host="10.0.0.4"), network, AccountForm())

    assert [(it.host, it.at_start) for it in saved.all()] == [(network.host, True)]


def test_a_server_where_one_was_before_has_worked(standing, saved) -> None:
    before = standing.has_worked(REQUEST)
    saved.remember(SavedServer("10.0.0.5", 6667, "noor"))

    assert not before
    assert standing.has_worked(REQUEST)

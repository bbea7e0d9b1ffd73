"""The box about the next starts, with a real file and a mocked page."""

import pytest

from chatapp.controllers.sign_in.at_start_choice import AtStartChoice, AtStartView
from chatapp.controllers.validation import validate
from chatapp.models.entities import AccountForm, SignInForm
from chatapp.models.servers.saved_servers import SavedServer
from chatapp.models.settings.settings import LastSignIn, Settings

FORM = SignInForm("10.0.0.5", "6667", "noor")


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings.load(tmp_path)


@pytest.fixture
def view(mocker):
    view = mocker.create_autospec(AtStartView, instance=True)
    view.form.return_value = FORM
    return view


@pytest.fixture
def choice(view, standing) -> AtStartChoice:
    return AtStartChoice(view, standing)


def test_the_very_first_sign_in_asks_no_more_than_it_did(
    choice, view, standing, settings
) -> None:
    standing.is_first = True
    choice.look()
    settings.remember_sign_in(LastSignIn("10.0.0.5", 6667, "noor"))
    choice.look()

    shown = [call.args[0] for call in view.show_at_start.call_args_list]
    assert shown == [None, False]


def test_the_box_shows_what_is_kept_of_the_server_in_the_fields(
    choice, view, saved
) -> None:
    saved.remember(SavedServer("10.0.0.5", 6667, "noor", at_start=True))
    for form in (FORM, SignInForm("10.0.0.6", "6667", "noor"), SignInForm("")):
        view.form.return_value = form
        choice.look()

    shown = [call.args[0] for call in view.show_at_start.call_args_list]
    assert shown == [True, False, False]


def test_what_somebody_chooses_is_kept_with_the_sign_in_and_holds_for_that_one(
    choice, view, standing, saved, network
) -> None:
    saved.remember(SavedServer(network.host, network.port, "noor"))
    view.on_at_start(True)
    choice.look()
    standing.remember(validate(FORM), network, AccountForm())
    kept = [server.at_start for server in saved.all()]
    saved.join_at_start(network.host, network.port, "noor", at_start=False)
    standing.remember(validate(FORM), network, AccountForm())

    view.show_at_start.assert_called_with(True)
    assert (kept, [server.at_start for server in saved.all()]) == ([True], [False])

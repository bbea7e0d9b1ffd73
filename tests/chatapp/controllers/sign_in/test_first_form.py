"""What stands in a sign-in's fields at first, with mocked settings."""

import pytest

from chatapp.controllers.sign_in.first_form import form_for_another, initial_form
from chatapp.models.entities import SignInForm
from chatapp.models.settings.settings import LastSignIn, Settings


@pytest.fixture
def settings(mocker):
    settings = mocker.create_autospec(Settings, instance=True)
    settings.last_sign_in = None
    settings.__getitem__.return_value = ""
    return settings


def test_a_system_user_that_is_no_username_is_left_out(settings) -> None:
    form = initial_form(settings, "al")

    assert form.username == ""


def test_who_was_only_in_a_chat_of_his_own_has_the_name_that_he_had_there(settings):
    settings.__getitem__.return_value = "anna"

    assert initial_form(settings, "root") == SignInForm("", "6667", "anna")


def test_what_was_asked_for_wins_over_the_last_values(settings) -> None:
    settings.last_sign_in = LastSignIn("10.0.0.5", 7000, "noor")

    form = initial_form(settings, "root", address="10.0.0.9", username="kofi")

    assert form == SignInForm("10.0.0.9", "7000", "kofi")


def test_at_one_more_server_one_is_likely_to_have_the_same_name(settings) -> None:
    settings.last_sign_in = LastSignIn("10.0.0.5", 7000, "noor")

    assert form_for_another(settings) == SignInForm("", "6667", "noor")


@pytest.mark.parametrize(
    ("address", "port"),
    [
        ("192.168.1.20:7000", "7000"),
        ("[2001:db8::20]:7000", "7000"),
        ("ircs://chat.example:6699/#class", "6699"),
        ("ircs://chat.example", "6697"),
        ("chat.example", "6667"),
        ("chat.example:", "6667"),
    ],
)
def test_the_port_is_the_one_that_the_address_names(settings, address, port):
    assert form_for_another(settings, address).port == port
    assert initial_form(settings, "al", address=address).port == port

"""The card that asks for an account, in a real window."""

import pytest

from chatapp.controllers.sign_in import account_wording as wording
from chatapp.models.entities import AccountField, AccountForm

KNOWN = AccountForm("noor_k", "", "/irc.pem")


@pytest.fixture
def card(main_window, settle):
    main_window.open_sign_in()
    main_window.ask_account(wording.CARD, KNOWN, lambda _form: {})
    settle()
    yield main_window.dialog
    main_window.forget_dialog()
    main_window.close_sign_in()


def test_what_is_known_stands_in_the_fields(card) -> None:
    texts = [field.text for field in card.fields.values()]

    assert texts == ["noor_k", "", "/irc.pem"]
    assert card.focus_get() is card.fields[AccountField.NAME].entry


def test_what_is_typed_is_offered_and_the_card_closes(card, settle) -> None:
    offered = []
    card.on_form = lambda form: offered.append(form) or {}
    card.fields[AccountField.PASSWORD].text = "secret"

    card.fields[AccountField.PASSWORD].entry.event_generate("<Return>")
    settle()

    assert offered == [AccountForm("noor_k", "secret", "/irc.pem")]
    assert not card.winfo_exists()


def test_a_problem_stands_at_its_field_and_nothing_is_lost(card, settle) -> None:
    card.on_form = lambda _form: {AccountField.CERTIFICATE: wording.WRONG_CERTIFICATE}

    card.submit()
    settle()

    field = card.fields[AccountField.CERTIFICATE]
    assert field.problem == wording.WRONG_CERTIFICATE
    assert card.focus_get() is field.entry
    assert field.text == "/irc.pem"


def test_escape_changes_nothing(card, settle) -> None:
    offered = []
    card.on_form = lambda form: offered.append(form) or {}

    card.focus_get().event_generate("<Escape>")
    settle()

    assert offered == []
    assert not card.winfo_exists()

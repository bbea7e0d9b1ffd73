"""The account on the sign-in page, with a mocked page and card."""

import pytest

from chatapp.controllers.sign_in import account_wording as wording
from chatapp.controllers.sign_in.account import AccountView, SignInAccount
from chatapp.controllers.sign_in.account_card import AccountCard
from chatapp.controllers.sign_in.login import LoginController
from chatapp.models.entities import AccountForm

KNOWN = AccountForm("noor_k")


@pytest.fixture
def login(mocker):
    login = mocker.create_autospec(LoginController, instance=True)
    login.known_account.return_value = KNOWN
    return login


@pytest.fixture
def card(mocker):
    return mocker.create_autospec(AccountCard, instance=True)


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(AccountView, instance=True)


def test_the_page_names_the_account_that_is_used(view, login, card) -> None:
    account = SignInAccount(view, login, card)
    account.show()
    login.known_account.return_value = AccountForm()
    account.show()

    told = [call.args[0] for call in view.show_account.call_args_list]
    assert told == [wording.ACCOUNT_OF.format(name="noor_k"), wording.ACCOUNT]


def test_the_account_that_is_chosen_is_used_by_the_sign_in(view, login, card) -> None:
    SignInAccount(view, login, card)
    view.on_account()
    known, use = card.ask.call_args.args

    use(AccountForm("kofi", "secret"))

    assert known == KNOWN
    assert login.account == AccountForm("kofi", "secret")
    view.show_account.assert_called_once()

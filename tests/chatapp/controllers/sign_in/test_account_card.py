"""What is asked about an account, with a mocked window."""

import pytest

from chatapp.controllers.sign_in import account_wording as wording
from chatapp.controllers.sign_in.account_card import AccountCard, AccountWindow
from chatapp.models.entities import AccountField, AccountForm

KNOWN = AccountForm("noor_k", "", "")


@pytest.fixture
def window(mocker):
    return mocker.create_autospec(AccountWindow, instance=True)


@pytest.fixture
def taken() -> list[AccountForm]:
    return []


@pytest.fixture
def judge(window, taken):
    card = AccountCard(window, lambda path: path == "/good.pem")
    card.ask(KNOWN, taken.append)
    return window.ask_account.call_args.args[2]


@pytest.mark.parametrize(
    "form",
    [
        AccountForm("kofi", "secret"),
        AccountForm("kofi", "", "/good.pem"),
        AccountForm("noor_k"),
        AccountForm(),
    ],
)
def test_what_can_be_used_is_taken(judge, taken, form) -> None:
    assert judge(form) == {}
    assert taken == [form]


@pytest.mark.parametrize(
    ("form", "field", "problem"),
    [
        (AccountForm("", "secret"), AccountField.NAME, wording.NO_NAME),
        (AccountForm("no or", "secret"), AccountField.NAME, wording.WRONG_NAME),
        (AccountForm("n" * 101, "secret"), AccountField.NAME, wording.WRONG_NAME),
        (AccountForm("kofi"), AccountField.PASSWORD, wording.NO_PROOF),
        (
            AccountForm("kofi", "", "/bad.pem"),
            AccountField.CERTIFICATE,
            wording.WRONG_CERTIFICATE,
        ),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(
    judge, taken, form, field, problem
) -> None:
    assert judge(form) == {field: problem}
    assert taken == []


def test_blanks_around_what_was_typed_are_left_out(judge, taken) -> None:
    judge(AccountForm(" kofi ", "sec ret"))

    assert taken == [AccountForm("kofi", "sec ret")]

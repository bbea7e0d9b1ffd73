"""Accounts: which one a session uses, and how one is made."""

import pytest

from chatapp.models.events import AccountChanged, RequestRefused
from chatapp.models.session.accounts import can_register, register
from chatapp.models.session.facts import AccountMade, AccountNotMade
from tests.chatapp.models.session.stage import SessionStage

CAPABILITY = "draft/account-registration"


def signed_in(offered):
    stage = SessionStage()
    stage.feed(f"CAP * LS :{offered}")
    return stage.sign_in("")


@pytest.mark.parametrize("value", ["", "=before-connect,custom-account-name"])
def test_an_account_can_be_made_where_that_is_offered(value):
    assert can_register(signed_in(CAPABILITY + value).session)


@pytest.mark.parametrize("offered", ["batch", f"{CAPABILITY}=email-required"])
def test_no_account_can_be_made_where_more_than_a_name_is_needed(offered):
    assert not can_register(signed_in(offered).session)


def test_who_has_an_account_makes_no_other():
    stage = signed_in(CAPABILITY)

    stage.feed(":s 900 noor noor!u@h noor :Hello")

    assert not can_register(stage.session)


def test_who_has_not_the_nick_he_wants_makes_no_account_of_it():
    stage = signed_in(CAPABILITY)

    stage.feed(":noor!u@h NICK :noor_")

    assert not can_register(stage.session)


def test_an_account_has_the_name_of_the_nick_and_no_email():
    stage = signed_in(CAPABILITY)

    register(stage.session, "secret")
    stage.feed("REGISTER SUCCESS noor :Made")

    assert stage.sent == ["REGISTER * * secret"]
    assert stage.told(AccountMade) == [AccountMade("noor")]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("FAIL REGISTER TEMPORARILY_UNAVAILABLE noor :Wait", "TEMPORARILY_UNAVAILABLE"),
        ("REGISTER VERIFICATION_REQUIRED noor :Look", "VERIFICATION_REQUIRED"),
    ],
)
def test_an_account_that_is_not_made_is_no_trouble_of_the_persons(answer, code):
    stage = signed_in(CAPABILITY)

    stage.feed(answer)

    assert stage.told(AccountNotMade) == [AccountNotMade(code)]
    assert not stage.told(RequestRefused)


def test_who_signs_out_of_an_account_is_a_guest_again():
    stage = signed_in(CAPABILITY)

    stage.feed(":s 900 noor noor!u@h noor :Hello", ":s 901 noor noor!u@h :Bye")

    assert stage.told(AccountChanged) == [AccountChanged("noor"), AccountChanged("")]
    assert stage.session.account == ""


def test_a_nick_that_another_window_took_is_the_one_to_keep():
    stage = signed_in(CAPABILITY)
    stage.feed(":s 900 noor noor!u@h noor :Hello")

    stage.feed(":noor!u@h NICK :nora")

    assert stage.session.wanted_nick == "nora"


def test_a_guest_who_is_renamed_wants_his_nick_back():
    stage = signed_in(CAPABILITY)

    stage.feed(":noor!u@h NICK :Guest7")

    assert stage.session.wanted_nick == "noor"


def test_who_is_here_already_under_another_nick_keeps_that():
    stage = SessionStage()

    stage.feed(":s 900 * *!u@h noor :Hello", ":s 001 nora :Hi", ":s 422 nora :No")

    assert (stage.session.nick, stage.session.wanted_nick) == ("nora", "nora")

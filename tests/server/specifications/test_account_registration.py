"""Making an account: REGISTER and VERIFY.

Specification: https://ircv3.net/specs/extensions/account-registration
"""

import pytest

from tests.server.account_holders import PASSWORD, come_as, make_account, prove
from tests.server.raw_client import commands, lines
from tests.server.running import RunningServer

QUICK = {"scram_iterations": 4096}


@pytest.fixture
def chat(start_server) -> RunningServer:
    """A server whose keys are made quickly."""
    return start_server(accounts=QUICK)


def offer(client) -> str:
    """Give the capability's value; "-" when it is not offered."""
    told = " ".join(each.trailing for each in client.ask("CAP LS 302")).split()
    values = dict(each.partition("=")[::2] for each in told)
    return values.get("draft/account-registration", "-")


@pytest.mark.parametrize(
    ("settings", "value"),
    [
        ({}, "before-connect"),
        ({"registration_before_connect": False}, ""),
        ({"registration_custom_names": True}, "before-connect,custom-account-name"),
        ({"registration_requires_email": True}, "before-connect,email-required"),
        ({"registration": False}, "-"),
        ({"enabled": False}, "-"),
    ],
)
def test_the_capability_tells_what_the_settings_allow(start_server, settings, value):
    """https://ircv3.net/specs/extensions/account-registration#capability"""
    assert offer(start_server(accounts=settings).connect()) == value


def test_a_server_with_a_password_has_to_be_entered_first(start_server):
    """https://ircv3.net/specs/extensions/account-registration#server-considerations"""
    client = start_server(server={"password": "open sesame"}).connect()

    value = offer(client)
    answers = client.ask("NICK anna", f"REGISTER * * {PASSWORD}")

    assert "before-connect" not in value
    assert answers[0].params[1] == "COMPLETE_CONNECTION_REQUIRED"


def test_an_account_is_made_and_signed_in_to(chat):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    client = chat.join("Anna", "account-notify")

    answers = client.ask(f"REGISTER * * :{PASSWORD}")

    assert lines(answers) == [
        (
            ":chatapp.local REGISTER SUCCESS Anna "
            ":Your account is made, and you are signed in to it."
        ),
        (
            ":chatapp.local 900 Anna Anna!Anna@127.0.0.1 Anna "
            ":You are signed in as Anna."
        ),
        ":Anna!Anna@127.0.0.1 ACCOUNT Anna",
    ]
    assert "903" in commands(prove(chat.connect(), "anna"))


def test_an_account_may_have_another_name_where_the_settings_say_so(start_server):
    """https://ircv3.net/specs/extensions/account-registration#capability"""
    chat = start_server(accounts={**QUICK, "registration_custom_names": True})
    client = chat.join("anna")

    answers = client.ask(f"REGISTER Bertram * :{PASSWORD}")

    assert answers[0].params[:2] == ("SUCCESS", "Bertram")


def test_elsewhere_an_account_has_the_name_of_the_nick(chat):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    client = chat.join("anna")

    other = client.ask(f"REGISTER Bertram * :{PASSWORD}")
    same = client.ask(f"REGISTER ANNA * :{PASSWORD}")

    assert other[0].params[1:3] == ("ACCOUNT_NAME_MUST_BE_NICK", "Bertram")
    assert same[0].params[:2] == ("SUCCESS", "anna")


def test_a_labelled_request_is_answered_with_its_label(chat):
    """https://ircv3.net/specs/extensions/labeled-response"""
    client = chat.join("anna", "batch labeled-response")

    answers = client.ask(f"@label=x REGISTER * * :{PASSWORD}")

    assert commands(answers) == ["BATCH", "REGISTER", "900", "BATCH"]
    assert answers[0].tags["label"] == "x"


def test_an_account_is_made_before_one_comes_in(chat):
    """https://ircv3.net/specs/extensions/account-registration#commands"""
    client = chat.connect()

    without_nick = client.ask(f"REGISTER * * :{PASSWORD}")
    made = client.ask("NICK anna", f"REGISTER * * :{PASSWORD}")
    client.ask("USER anna 0 * :Anna")

    assert without_nick[0].params[:3] == ("REGISTER", "NEED_NICK", "*")
    assert commands(made) == ["REGISTER", "900"]
    assert "330" in commands(client.ask("WHOIS anna"))


def test_where_the_settings_say_so_one_comes_in_first(start_server):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    chat = start_server(accounts={**QUICK, "registration_before_connect": False})
    client = chat.connect()

    early = client.ask("NICK anna", f"REGISTER * * :{PASSWORD}", "VERIFY anna 123")
    client.ask("USER anna 0 * :Anna")

    assert [each.params[:3] for each in early] == [
        ("REGISTER", "COMPLETE_CONNECTION_REQUIRED", "*"),
        ("VERIFY", "COMPLETE_CONNECTION_REQUIRED", "anna"),
    ]
    assert client.ask(f"REGISTER * * :{PASSWORD}")[0].params[0] == "SUCCESS"


def test_a_name_that_is_taken_or_used_is_refused(start_server):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    chat = start_server(accounts={**QUICK, "registration_custom_names": True})
    make_account(chat, "Anna")
    chat.join("bert")
    client = chat.join("carl")

    answers = client.ask(
        f"REGISTER ANNA * :{PASSWORD}",
        f"REGISTER Bert * :{PASSWORD}",
        f"REGISTER #carl * :{PASSWORD}",
        f"REGISTER NickServ * :{PASSWORD}",
    )

    assert [each.params[1:3] for each in answers] == [
        ("ACCOUNT_EXISTS", "ANNA"),
        ("USERNAME_EXISTS", "Bert"),
        ("BAD_ACCOUNT_NAME", "#carl"),
        ("BAD_ACCOUNT_NAME", "NickServ"),
    ]


def test_the_nick_of_somebody_else_cannot_be_grabbed(chat):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    chat.join("root")
    client = chat.connect()

    answers = client.ask("NICK root", f"REGISTER * * :{PASSWORD}")

    assert commands(answers) == ["433", "FAIL"]
    assert answers[1].params[1:3] == ("USERNAME_EXISTS", "root")


def test_a_password_must_be_long_enough_and_printable(chat):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    client = chat.join("anna")

    answers = client.ask("REGISTER * * short", "REGISTER * * :bell\x07 and tab")

    assert [each.params[1:3] for each in answers] == [
        ("WEAK_PASSWORD", "anna"),
        ("UNACCEPTABLE_PASSWORD", "anna"),
    ]


@pytest.mark.parametrize("sign", ["\x1b[2J", "\x9b31m", "\u202e", "\x7f"])
def test_an_e_mail_address_that_a_terminal_would_obey_is_refused(chat, sign):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    (answer,) = chat.join("anna").ask(f"REGISTER * anna{sign}@example.org :{PASSWORD}")

    assert answer.params[:2] == ("REGISTER", "INVALID_EMAIL")


def test_an_e_mail_address_is_asked_for_where_it_is_needed(start_server):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    chat = start_server(accounts={**QUICK, "registration_requires_email": True})
    client = chat.join("anna")

    answers = client.ask(
        f"REGISTER * * :{PASSWORD}",
        f"REGISTER * anna@home@away :{PASSWORD}",
        f"REGISTER * anna@example.org :{PASSWORD}",
    )

    assert [each.params[1] for each in answers[:2]] == ["INVALID_EMAIL"] * 2
    assert answers[2].params[0] == "SUCCESS"
    assert chat.world.accounts["anna"].email == "anna@example.org"


def test_who_has_an_account_makes_no_other(chat):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    make_account(chat, "Anna")
    client = come_as(chat, "Anna")

    answers = client.ask(f"REGISTER other * :{PASSWORD}", "VERIFY Anna 123")

    assert [each.params[:3] for each in answers] == [
        ("REGISTER", "ALREADY_AUTHENTICATED", "Anna"),
        ("VERIFY", "ALREADY_AUTHENTICATED", "Anna"),
    ]


def test_no_account_waits_for_a_code(chat):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    client = chat.join("anna")

    answers = client.ask("VERIFY anna 123456", "VERIFY anna")

    assert answers[0].params[:3] == ("VERIFY", "INVALID_CODE", "anna")
    assert answers[1].command == "461"


def test_a_closed_server_makes_no_accounts(start_server):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    client = start_server(accounts={"registration": False}).join("anna")

    (answer,) = client.ask(f"REGISTER * * :{PASSWORD}")

    assert answer.params[1] == "TEMPORARILY_UNAVAILABLE"


def test_of_two_who_want_a_name_at_once_one_gets_it(start_server):
    """https://ircv3.net/specs/extensions/account-registration#responses"""
    chat = start_server(accounts={**QUICK, "registration_custom_names": True})
    anna, bert = chat.join("anna"), chat.join("bert")

    anna.send(f"REGISTER Carl * :{PASSWORD}")
    bert.send(f"REGISTER Carl * :{PASSWORD}")

    answers = [anna.read_until("REGISTER", "FAIL"), bert.read_until("REGISTER", "FAIL")]
    assert sorted(each[-1].params[-2] for each in answers) == ["Carl", "Carl"]
    assert sorted(each[-1].command for each in answers) == ["FAIL", "REGISTER"]


def test_an_account_that_cannot_be_written_is_none(start_server):
    """Nobody is told of an account that the disk does not have.

    Specification: https://ircv3.net/specs/extensions/account-registration#the-register-command
    """
    chat = start_server(accounts={**QUICK, "always_on": "mandatory"})
    client = chat.join("anna")
    chat.writes(
        "CREATE TRIGGER no BEFORE INSERT ON accounts "
        "BEGIN SELECT RAISE(FAIL, 'no'); END"
    )

    answers = client.ask(f"REGISTER * * :{PASSWORD}")

    assert answers[0].params[:2] == ("REGISTER", "STORAGE_FAILING")
    assert "330" not in commands(client.ask("WHOIS anna"))
    assert chat.world.accounts == {}
    client.send("QUIT")
    client.read_to_end()
    assert "401" in commands(chat.join("bert").ask("WHOIS anna"))

"""Signing in to an account: AUTHENTICATE.

Specifications: https://ircv3.net/specs/extensions/sasl-3.1 and
https://ircv3.net/specs/extensions/sasl-3.2
"""

from dataclasses import replace

import pytest

from chatapp.wire.sasl import (
    SCRAM_SHA_256,
    from_base64,
    plain_response,
    split_response,
    to_base64,
)
from chatapp.wire.scram import ScramClient
from server.commands.credentials import Credentials
from server.settings.settings import Settings
from tests.server.account_holders import PASSWORD, come_as, make_account, prove
from tests.server.raw_client import commands, lines
from tests.server.running import RunningServer, settings_for_tests

QUICK = {"scram_iterations": 4096}


@pytest.fixture
def chat(start_server) -> RunningServer:
    """A server on which anna has an account."""
    server = start_server(accounts=QUICK)
    make_account(server, "Anna")
    return server


def send_plain(client, account, password):
    """Send a whole response in PLAIN, and give what is answered."""
    chunks = split_response(plain_response(account, password))
    return client.ask(
        "AUTHENTICATE PLAIN", *(f"AUTHENTICATE {chunk}" for chunk in chunks)
    )


def begin_scram(client, account, password):
    """Go up to the client's last message, and give the exchange and the answer."""
    scram = ScramClient(account, password, "nonce")
    client.send(
        f"AUTHENTICATE {SCRAM_SHA_256}", f"AUTHENTICATE {to_base64(scram.first())}"
    )
    client.read_until("AUTHENTICATE")
    challenge = from_base64(client.read_until("AUTHENTICATE")[-1].params[0])
    return scram, client.ask(f"AUTHENTICATE {to_base64(scram.final(challenge))}")


def test_the_mechanisms_are_told_with_the_capability(chat):
    """https://ircv3.net/specs/extensions/sasl-3.2#mechanism-list-in-cap-ls"""
    answers = chat.connect().ask("CAP LS 302")

    offered = " ".join(each.trailing for each in answers).split()
    assert "sasl=PLAIN,SCRAM-SHA-256" in offered


def test_the_settings_choose_the_mechanisms(start_server):
    """https://ircv3.net/specs/extensions/sasl-3.1#the-authenticate-command"""
    chat = start_server(accounts={"sasl_mechanisms": (SCRAM_SHA_256,)})

    answers = chat.connect().ask("AUTHENTICATE PLAIN")

    assert [each.params[:2] for each in answers] == [
        ("*", "SCRAM-SHA-256"),
        ("*", "That did not prove that the account is yours. Please try again."),
    ]
    assert commands(answers) == ["908", "904"]


def test_a_server_without_accounts_offers_none(start_server):
    """https://ircv3.net/specs/extensions/sasl-3.2"""
    client = start_server(accounts={"enabled": False}).connect()

    offered = client.ask("CAP LS 302")
    refused = client.ask("CAP REQ sasl", "AUTHENTICATE PLAIN")

    assert "sasl" not in " ".join(each.trailing for each in offered)
    assert [each.params[1] for each in refused[:1]] == ["NAK"]
    assert commands(refused) == ["CAP", "904"]


def test_clients_hear_that_accounts_are_closed_and_open_again(start_server):
    """https://ircv3.net/specs/extensions/sasl-3.2#integration-with-cap-notify"""
    closed, opened = settings_for_tests(accounts={"enabled": False}), Settings()
    files = iter((closed, opened))
    chat = start_server(load=lambda: next(files))
    client = chat.join("anna", "sasl")

    chat.server.reload()
    gone = client.read_until("CAP")[-1]
    refused = client.ask("AUTHENTICATE PLAIN")
    chat.server.reload()
    new = client.read_to(lambda message: message.params[1] == "NEW")[-1]

    assert gone.params == ("anna", "DEL", "draft/account-registration sasl")
    assert commands(refused) == ["904"]
    assert "sasl=PLAIN,SCRAM-SHA-256" in new.trailing.split()


def test_a_right_password_signs_in(chat):
    """https://ircv3.net/specs/extensions/sasl-3.1#numerics-used-by-this-extension"""
    client = chat.connect()

    answers = send_plain(client, "anna", PASSWORD)

    assert lines(answers) == [
        ":chatapp.local AUTHENTICATE +",
        ":chatapp.local 900 * *!*@127.0.0.1 Anna :You are signed in as Anna.",
        ":chatapp.local 903 * :You have proved that this account is yours.",
    ]


def test_a_wrong_password_and_an_unknown_account_are_told_alike(chat, mocker):
    """https://ircv3.net/specs/extensions/sasl-3.1#numerics-used-by-this-extension"""
    client, made = chat.connect(), mocker.spy(Credentials, "false_keys")

    wrong = send_plain(client, "Anna", "incorrect horse")
    unknown = send_plain(client, "Nobody", PASSWORD)

    assert lines(wrong) == lines(unknown)
    assert commands(wrong) == ["AUTHENTICATE", "904"]
    assert made.call_count == 2  # as much work for each


def test_who_acts_as_another_account_is_refused(chat):
    """https://www.rfc-editor.org/rfc/rfc4616#section-2"""
    response = to_base64(f"Bert\0Anna\0{PASSWORD}".encode())

    answers = chat.connect().ask("AUTHENTICATE PLAIN", f"AUTHENTICATE {response}")

    assert commands(answers) == ["AUTHENTICATE", "904"]


@pytest.mark.parametrize("length", [291, 292, 300, 600, 4000])
def test_a_password_may_be_longer_than_a_line(chat, start_server, length):
    """https://ircv3.net/specs/extensions/sasl-3.1#the-authenticate-command"""
    password = "p" * length
    services = chat.services
    keys = services.credentials.keys_of(password, 4096)
    account = services.world.accounts["anna"]
    services.world.accounts["anna"] = replace(account, keys=keys)

    answers = send_plain(chat.connect(), "Anna", password)

    assert commands(answers) == ["AUTHENTICATE", "900", "903"]


def test_what_is_too_long_or_no_base64_is_refused(chat):
    """https://ircv3.net/specs/extensions/sasl-3.1#numerics-used-by-this-extension"""
    client = chat.connect()

    long = client.ask("AUTHENTICATE PLAIN", f"AUTHENTICATE {'A' * 401}")
    endless = client.ask("AUTHENTICATE PLAIN", *[f"AUTHENTICATE {'A' * 400}"] * 31)
    strange = client.ask("AUTHENTICATE PLAIN", "AUTHENTICATE !!!!")

    assert commands(long) == ["AUTHENTICATE", "905"]
    assert commands(endless) == ["AUTHENTICATE", "905"]
    assert commands(strange) == ["AUTHENTICATE", "904"]


def test_it_can_be_given_up_and_begun_again(chat):
    """https://ircv3.net/specs/extensions/sasl-3.1#the-authenticate-command"""
    client = chat.connect()

    given_up = client.ask("AUTHENTICATE PLAIN", "AUTHENTICATE *")

    assert commands(given_up) == ["AUTHENTICATE", "906"]
    assert "903" in commands(prove(client, "Anna"))


def test_who_comes_in_before_the_end_comes_in_without_an_account(chat):
    """https://ircv3.net/specs/extensions/sasl-3.1#the-authenticate-command"""
    client = chat.connect()

    client.ask("CAP LS 302", "CAP REQ sasl", "NICK bert", "USER bert 0 * :Bert")
    answers = client.ask("AUTHENTICATE PLAIN", "CAP END")

    assert commands(answers)[:3] == ["AUTHENTICATE", "906", "001"]
    assert "330" not in commands(client.ask("WHOIS bert"))


def test_scram_proves_both_sides(chat):
    """https://www.rfc-editor.org/rfc/rfc5802#section-5"""
    client = chat.connect()

    scram, answers = begin_scram(client, "ANNA", PASSWORD)
    scram.verify(from_base64(answers[-1].params[0]))
    end = client.ask("AUTHENTICATE +")

    assert commands(end) == ["900", "903"]
    assert end[0].params[2] == "Anna"


@pytest.mark.parametrize("account", ["Anna", "Nobody"])
def test_scram_with_a_wrong_password_fails_whoever_is_named(chat, account):
    """https://www.rfc-editor.org/rfc/rfc5802#section-5"""
    client = chat.connect()

    _, answers = begin_scram(client, account, "incorrect horse")

    assert commands(answers) == ["904"]


def test_who_is_here_may_sign_in_and_sign_in_again(chat):
    """https://ircv3.net/specs/extensions/sasl-3.2#sasl-reauthentication"""
    make_account(chat, "Bert")
    client = chat.join("carl")

    first = prove(client, "Anna")
    second = prove(client, "Bert")

    assert commands(first) == commands(second) == ["900", "903"]
    assert second[0].params[1:3] == ("carl!carl@127.0.0.1", "Bert")
    told = [each for each in client.ask("WHOIS carl") if each.command == "330"]
    assert told[0].params[2] == "Bert"


def test_an_account_is_there_from_the_beginning(chat):
    """https://ircv3.net/specs/extensions/extended-join"""
    watcher = chat.join("carl", "extended-join account-tag")

    anna = come_as(chat, "Anna")
    anna.ask("PRIVMSG #lobby :hello")

    joined, said = watcher.roundtrip()
    assert joined.params == ("#lobby", "Anna", "The real Anna")
    assert said.tags == {"account": "Anna"}


def test_too_many_wrong_passwords_make_one_wait(start_server):
    """https://ircv3.net/specs/extensions/sasl-3.2#sasl-reauthentication"""
    chat = start_server(accounts={**QUICK, "max_login_attempts": 3})
    make_account(chat, "Anna")
    client = chat.connect()

    answers = [send_plain(client, "Anna", f"wrong {number}") for number in range(4)]
    right = send_plain(client, "Anna", PASSWORD)

    assert [commands(each)[-1] for each in answers] == ["904"] * 4
    assert "Please wait" in answers[-1][-1].trailing
    assert "Please wait" in right[-1].trailing


def test_a_suspended_account_is_locked(chat):
    """https://ircv3.net/specs/extensions/sasl-3.1#numerics-used-by-this-extension"""
    world = chat.world
    account = world.accounts["anna"]
    world.accounts["anna"] = replace(account, is_suspended=True)

    answers = send_plain(chat.connect(), "Anna", PASSWORD)

    assert commands(answers) == ["AUTHENTICATE", "902"]
    assert "suspended" in answers[-1].trailing

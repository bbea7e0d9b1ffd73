"""Attacks on what proves that an account is one's own: SASL and NickServ."""

import pytest

from chatapp.wire.sasl import SCRAM_SHA_256, from_base64, to_base64
from chatapp.wire.scram import ScramClient
from server.commands import login_attempts
from tests.server.account_holders import PASSWORD, come_as, make_account, prove
from tests.server.raw_client import commands

PROVED = "903"


@pytest.fixture
def chat(start_server):
    """A server on which anna and eve have accounts."""
    server = start_server(
        accounts={"scram_iterations": 4096, "max_login_attempts": 1000}
    )
    make_account(server, "anna", "horse-battery")
    make_account(server, "eve")
    return server


@pytest.fixture
def thief(chat):
    """Somebody who is nobody in particular."""
    return chat.join("thief")


def answer(client, *responses):
    """Answer with these bytes, each in one AUTHENTICATE, and give what is heard."""
    encoded = (to_base64(each) or "+" for each in responses)
    return client.ask(*(f"AUTHENTICATE {each}" for each in encoded))


def challenged(client, first):
    """Begin SCRAM with a first message, and give what the server answers; b"": no."""
    client.send(f"AUTHENTICATE {SCRAM_SHA_256}", f"AUTHENTICATE {to_base64(first)}")
    client.read_until("AUTHENTICATE")
    told = client.read_until("AUTHENTICATE", "904")[-1]
    return from_base64(told.params[0]) if told.command == "AUTHENTICATE" else b""


def account_of(client):
    """Give the account to which a client is signed in."""
    told = client.ask(f"WHOIS {client.nick}")
    return next((each.params[2] for each in told if each.command == "330"), None)


def test_an_exchange_that_began_before_the_password_changed_proves_nothing(chat, thief):
    """Else who knew the old one could keep some open, and come back for ever."""
    scram = ScramClient("anna", "horse-battery", "nonce")
    challenge = challenged(thief, scram.first())

    come_as(chat, "anna", password="horse-battery").ask(
        "NS PASSWD horse-battery new-password"
    )
    answer(thief, scram.final(challenge), b"")

    assert account_of(thief) is None


@pytest.mark.parametrize(
    "response",
    [
        b"",
        b"\0",
        b"\0\0",
        b"\0\0\0",
        b"anna",
        b"anna\0horse-battery",
        b"\0anna\0",
        b"\0anna\0horse-battery\0",
        b"\0anna\0\0horse-battery",
        b"\0\0anna\0horse-battery",
        b"anna\0eve\0correct horse",
        b"anna\0eve\0horse-battery",
        b"ANNA\0eve\0correct horse",
        b"\0\0correct horse",
        b"\0anna \0horse-battery",
        b"\0anna\r\n\0horse-battery",
        "\0а\0horse-battery".encode(),  # noqa: RUF001 - what looks alike is another
        b"\0anna\0horse-battery\xff",
        b"\xff\0anna\0horse-battery",
        b"\0ann\xe4\0horse-battery",
        b"\0anna\0\xed\xa0\x80",  # half of a pair of UTF-16
        b"\0anna\0horse-battery\r\nQUIT",
        b"\0an" + b"n" * 3000 + b"a\0horse-battery",
    ],
)
def test_an_odd_response_in_plain_proves_nothing(thief, response):
    chunks = [to_base64(response)[at : at + 400] for at in range(0, 9000, 400)]
    told = thief.ask(
        "AUTHENTICATE PLAIN", *(f"AUTHENTICATE {it}" for it in chunks if it)
    )
    if not response:
        told += thief.ask("AUTHENTICATE +")

    assert "904" in commands(told)
    assert account_of(thief) is None


@pytest.mark.parametrize(
    "first",
    [
        b"",
        b"n",
        b"n,",
        b"n,,",
        b"n,,n=anna",
        b"n,,r=nonce",
        b"n,,n=,r=nonce",
        b"n,,n=anna,r=",
        b"p=tls-unique,,n=anna,r=nonce",
        b"p=tls-server-end-point,,n=anna,r=nonce",
        b"p=tls-exporter,,n=anna,r=nonce",
        b"x,,n=anna,r=nonce",
        b"n,a=eve,n=anna,r=nonce",
        b"n,a=anna,n=eve,r=nonce",
        b"n,,m=needed,n=anna,r=nonce",
        b"n,,n=anna,r=nonce\xff",
        b"\0",
    ],
)
def test_an_odd_first_message_of_scram_is_refused(thief, first):
    if not first:
        thief.send(f"AUTHENTICATE {SCRAM_SHA_256}")
        assert "904" in commands(thief.ask("AUTHENTICATE +"))
    else:
        assert challenged(thief, first) == b""
    assert account_of(thief) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.replace(b",r=nonce", b",r="),
        lambda told: told.replace(b",r=nonce", b",r=other"),
        lambda told: b",".join([told.split(b",")[0], b"r=nonce", told.split(b",")[-1]]),
        lambda told: told.replace(b"c=biws", b"c=eSws"),  # "y,,", after "n,,"
        lambda told: told.replace(b"c=biws", b"c="),
        lambda told: told.replace(b"c=biws,", b""),
        lambda told: told.rpartition(b",p=")[0],
        lambda told: told.rpartition(b",p=")[0] + b",p=",
        lambda told: told.rpartition(b",p=")[0] + b",p=" + b"A" * 43 + b"=",
        lambda told: told + b"\0",
        lambda told: told + b",p=",
        lambda told: told.replace(b",p=", b",x=y,p="),
        lambda told: b"",
        lambda told: b"\xff",
    ],
)
def test_a_last_message_of_scram_that_was_changed_proves_nothing(thief, change):
    scram = ScramClient("anna", "horse-battery", "nonce")
    last = scram.final(challenged(thief, scram.first()))

    told = answer(thief, change(last))

    assert commands(told) == ["904"]
    assert account_of(thief) is None


def test_what_proved_an_account_once_proves_nothing_again(chat, thief):
    scram = ScramClient("anna", "horse-battery", "nonce")
    anna = chat.join("anna2")
    heard = scram.final(challenged(anna, scram.first()))
    assert PROVED in commands(answer(anna, heard, b""))

    fresh = challenged(thief, scram.first())
    told = answer(thief, heard)

    assert fresh
    assert commands(told) == ["904"]
    assert account_of(thief) is None


def test_the_servers_part_of_the_nonce_is_never_the_same(thief):
    first = ScramClient("anna", "x", "nonce").first()
    told = set()
    for _ in range(20):
        told.add(challenged(thief, first))
        thief.ask("AUTHENTICATE *")

    assert len(told) == 20


def test_a_name_that_there_is_not_is_challenged_as_one_that_there_is(thief):
    told = []
    for name in ("anna", "nobody", "nobody", "nobody\N{SNOWMAN}"):
        challenge = challenged(thief, ScramClient(name, "x", "nonce").first()).decode()
        thief.ask("AUTHENTICATE *")
        told.append([part[:2] + str(len(part)) for part in challenge.split(",")])
        told[-1].append(challenge.rpartition(",")[2])

    assert told == [told[0]] * 4


@pytest.mark.parametrize("name", ["PLAIN", SCRAM_SHA_256, "EXTERNAL", "+", "", "====="])
def test_a_mechanism_that_is_named_within_another_proves_nothing(thief, name):
    scram = ScramClient("anna", "horse-battery", "nonce")
    last = scram.final(challenged(thief, scram.first()))

    told = thief.ask(f"AUTHENTICATE :{name}")
    answer(thief, last, b"\0anna\0wrong", b"")

    assert "904" in commands(told)
    assert account_of(thief) is None


def test_who_proves_another_account_meanwhile_has_that_one(chat, thief):
    """SCRAM for anna as far as its last word, then eve by NickServ, then that word."""
    scram = ScramClient("anna", "horse-battery", "nonce")
    answer(thief, scram.final(challenged(thief, scram.first())))

    thief.ask("NS IDENTIFY eve :correct horse")
    thief.ask("AUTHENTICATE +")

    assert account_of(thief) in (None, "eve")


@pytest.mark.parametrize("size", [399, 400, 401])
def test_chunks_that_never_end_end_the_exchange_and_keep_nothing(chat, thief, size):
    thief.ask("AUTHENTICATE PLAIN")

    told = thief.ask(*[f"AUTHENTICATE {'A' * size}"] * 40)

    assert {"904", "905"} & set(commands(told))
    thief.ask("AUTHENTICATE *")
    assert PROVED in commands(prove(thief, "anna", "horse-battery"))


def test_chunks_without_a_byte_end_the_response_they_are_in(thief):
    told = thief.ask("AUTHENTICATE PLAIN", *["AUTHENTICATE :", "AUTHENTICATE +"] * 5)

    assert commands(told)[:2] == ["AUTHENTICATE", "904"]
    assert account_of(thief) is None


def test_capabilities_that_change_within_an_exchange_prove_nothing(chat):
    client = chat.connect()
    client.nick = "thief"
    client.send("CAP LS 302", "NICK thief", "USER x 0 * :x", "CAP REQ :sasl")
    client.ask("AUTHENTICATE PLAIN", "CAP REQ :-sasl", "CAP END")
    client.ask(f"AUTHENTICATE {to_base64(b'horse-battery')}")

    assert account_of(client) is None


def test_names_that_nobody_has_make_no_wrong_password_forgotten(
    start_server, monkeypatch
):
    """Not even from this computer, as behind a proxy: memory for them has an end."""
    monkeypatch.setattr(login_attempts, "MAX_REMEMBERED", 600)
    chat = start_server(accounts={"scram_iterations": 4096, "max_login_attempts": 3})
    make_account(chat, "anna", "horse-battery")
    thief = chat.join("thief")
    for number in range(3):
        prove(thief, "anna", f"guess-{number}")

    firsts = (ScramClient(f"n{number}", "x", "n").first() for number in range(700))
    for first in firsts:
        said = [f"AUTHENTICATE {SCRAM_SHA_256}", f"AUTHENTICATE {to_base64(first)}"]
        thief.send(*said, "AUTHENTICATE *")
    thief.roundtrip()
    told = prove(thief, "anna", "guess")

    assert "Please wait" in told[-1].trailing


def test_old_passwords_cannot_be_guessed_where_they_are_changed(start_server):
    """Who finds a client that is signed in could learn the password by trying."""
    chat = start_server(accounts={"scram_iterations": 4096, "max_login_attempts": 3})
    make_account(chat, "anna", "horse-battery")
    client = come_as(chat, "anna", password="horse-battery")

    for number in range(4):
        client.ask(f"NS PASSWD guess-{number} new-password")
    told = client.ask("NS PASSWD horse-battery new-password")

    assert "Please wait" in told[-1].trailing
    assert PASSWORD not in told[-1].trailing

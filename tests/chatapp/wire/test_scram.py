"""SCRAM-SHA-256 against the example of RFC 7677, section 3, and against itself."""

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chatapp.wire.sasl import MalformedResponse
from chatapp.wire.scram import (
    MIN_ITERATIONS,
    ScramClient,
    ScramKeys,
    ScramServer,
    WrongSecret,
    derive_keys,
    password_fits,
)

SALT = base64.b64decode("W22ZaJ0SNY7soEsUEjb6gQ==")
CLIENT_NONCE = "rOprNGfwEbeRWgbNEkqO"
SERVER_NONCE = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
KEYS = derive_keys("pencil", SALT, MIN_ITERATIONS)


def exchange(client: ScramClient, keys: ScramKeys) -> None:
    server = ScramServer(client.first(), SERVER_NONCE)
    client.verify(server.final(client.final(server.first(keys)), keys))


def test_the_example_of_the_rfc_comes_out_as_printed_there() -> None:
    client = ScramClient("user", "pencil", CLIENT_NONCE)
    server = ScramServer(client.first(), SERVER_NONCE)

    server_first = server.first(KEYS)
    client_final = client.final(server_first)
    server_final = server.final(client_final, KEYS)

    assert client.first() == b"n,,n=user,r=rOprNGfwEbeRWgbNEkqO"
    assert server_first.endswith(b",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")
    assert client_final.endswith(b",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")
    assert server_final == b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="
    client.verify(server_final)


def test_a_wrong_password_is_found_out() -> None:
    client = ScramClient("user", "crayon", CLIENT_NONCE)

    with pytest.raises(WrongSecret):
        exchange(client, KEYS)


def test_a_server_that_does_not_know_the_keys_is_found_out() -> None:
    client = ScramClient("user", "pencil", CLIENT_NONCE)
    server = ScramServer(client.first(), SERVER_NONCE)
    client.final(server.first(KEYS))

    with pytest.raises(WrongSecret):
        client.verify(b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95H4=")


def test_a_server_is_not_believed_before_its_turn() -> None:
    with pytest.raises(WrongSecret):
        ScramClient("user", "pencil", CLIENT_NONCE).verify(b"v=")


@pytest.mark.parametrize(
    "server_first",
    [
        b"r=another,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
        b"r=rOprNGfwEbeRWgbNEkqO,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
        b"r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=1",
        b"r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=999999999",
        b"r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=-4096",
        b"r=rOprNGfwEbeRWgbNEkqOx,s=!,i=4096",
        b"m=needed,r=rOprNGfwEbeRWgbNEkqOx,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096",
        b"\xff",
        b"",
    ],
)
def test_a_client_refuses_what_is_unsafe_or_no_answer(server_first: bytes) -> None:
    client = ScramClient("user", "pencil", CLIENT_NONCE)

    with pytest.raises(MalformedResponse):
        client.final(server_first)


@pytest.mark.parametrize(
    "client_first",
    [b"", b"n", b"n,,", b"p=tls-unique,,n=user,r=x", b"n,,n=user", b"n,,r=x", b"\xff"],
)
def test_a_server_refuses_what_is_no_first_message(client_first: bytes) -> None:
    with pytest.raises(MalformedResponse):
        ScramServer(client_first, SERVER_NONCE)


@pytest.mark.parametrize("client_final", [b"", b"c=biws,r=other,p=AAAA", b"\xff"])
def test_a_server_refuses_a_last_message_of_another_exchange(
    client_final: bytes,
) -> None:
    server = ScramServer(b"n,,n=user,r=x", SERVER_NONCE)
    server.first(KEYS)

    with pytest.raises(MalformedResponse):
        server.final(client_final, KEYS)


def test_a_proof_that_is_too_short_is_wrong() -> None:
    server = ScramServer(b"n,,n=user,r=x", "y")
    server.first(KEYS)

    with pytest.raises(WrongSecret):
        server.final(b"c=biws,r=xy,p=AAAA", KEYS)


def test_keys_tell_whether_a_password_is_theirs() -> None:
    assert password_fits("pencil", KEYS)
    assert not password_fits("pencils", KEYS)
    assert not password_fits("", KEYS)


def test_a_password_is_the_same_however_its_letters_are_composed() -> None:
    keys = derive_keys("Schl\u00fcssel", SALT, MIN_ITERATIONS)

    assert password_fits("Schlu\u0308ssel", keys)


@settings(deadline=None, max_examples=30)
@given(
    account=st.text(
        st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=30
    ),
    password=st.text("abc ,=é日", min_size=1, max_size=600),
)
def test_every_account_and_password_signs_in(account: str, password: str) -> None:
    keys = derive_keys(password, SALT, MIN_ITERATIONS)
    client = ScramClient(account, password, CLIENT_NONCE)

    exchange(client, keys)

    assert ScramServer(client.first(), SERVER_NONCE).account == account

"""What a hostile network can do to an encrypted connection: nothing but cut it."""

import socket
import ssl
import warnings

import pytest

from chatapp.models.connection import handshake
from chatapp.models.connection.dialling import CouldNotConnect
from chatapp.models.connection.encryption import Demand, Need
from tests.server.secure_client import client_context

WEAK = (
    "ECDHE-ECDSA-AES128-SHA",
    "ECDHE-ECDSA-AES256-SHA384",
    "ECDHE-ECDSA-AES128-SHA256",
    "AES128-GCM-SHA256",
    "AES256-SHA256",
    "ECDHE-ECDSA-AES128-CCM8",
    "ECDHE-ECDSA-ARIA128-GCM-SHA256",
    "ECDHE-ECDSA-CAMELLIA128-SHA256",
    "AECDH-AES128-SHA",
    "ADH-AES128-GCM-SHA256",
    "PSK-AES128-GCM-SHA256",
    "ECDHE-ECDSA-NULL-SHA",
)
MODERN = (
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305",
)
OLD = (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1)


def insecure_context(ciphers="ALL:COMPLEMENTOFALL", version=ssl.TLSVersion.TLSv1_2):
    """Give a client that would speak anything: it is the server who refuses."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context = client_context()
        context.set_ciphers(f"{ciphers}:@SECLEVEL=0")
        context.minimum_version = context.maximum_version = version
    return context


def shake_hands(port, context):
    """Give what was agreed on, or the server's alert."""
    with socket.create_connection(("127.0.0.1", port), 30) as plain:
        try:
            with context.wrap_socket(plain) as encrypted:
                return encrypted.cipher()[0]
        except ssl.SSLError as error:
            return error.reason


@pytest.mark.parametrize("version", OLD)
def test_the_server_refuses_old_versions_of_tls(chat, version):
    context = insecure_context(version=version)

    assert shake_hands(chat.server.port, context) == "TLSV1_ALERT_PROTOCOL_VERSION"


@pytest.mark.parametrize("cipher", WEAK)
def test_the_server_refuses_a_weak_cipher(chat, cipher):
    context = insecure_context(cipher)

    refusal = shake_hands(chat.server.port, context)

    assert "HANDSHAKE_FAILURE" in refusal or refusal == "NO_CIPHERS_AVAILABLE"


@pytest.mark.parametrize("cipher", MODERN)
def test_the_server_takes_a_modern_cipher(chat, cipher):
    assert shake_hands(chat.server.port, insecure_context(cipher)) == cipher


def hostile_server(context):
    """Give a socket that listens, and that lets others come down to its level."""
    listening = socket.create_server(("127.0.0.1", 0))
    return context.wrap_socket(listening, server_side=True)


@pytest.mark.parametrize("need", [Need.REQUIRED, Need.VERIFIED])
def test_the_window_sends_nothing_where_there_is_no_tls(need):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(30)
        dialled = []

        def dial():
            dialled.append(socket.create_connection(listening.getsockname(), 30))
            connected, _ = listening.accept()
            connected.sendall(b":server NOTICE * :welcome\r\n")
            connected.close()
            return dialled[-1]

        with pytest.raises(CouldNotConnect):
            handshake.secure(dial, "chat.example", Demand(need))
    for each in dialled:
        each.close()


@pytest.mark.parametrize(
    "context",
    [handshake._unchecked(), handshake._trusting(ssl.create_default_context)],
    ids=["unchecked", "verified"],
)
def test_the_window_offers_nothing_old_and_nothing_weak(context):
    names = {each["name"] for each in context.get_ciphers()}

    assert context.minimum_version is ssl.TLSVersion.TLSv1_2
    assert context.options & ssl.OP_NO_RENEGOTIATION
    assert all("GCM" in name or "CHACHA20" in name for name in names)
    assert all(name.startswith(("TLS_", "ECDHE", "DHE")) for name in names)


def test_tls_is_never_compressed(chat):
    with (
        socket.create_connection(("127.0.0.1", chat.server.port), 30) as plain,
        insecure_context().wrap_socket(plain) as encrypted,
    ):
        assert encrypted.compression() is None

"""The TOML file of a client without a window: what it may say, and what is wrong."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.settings.headless_settings import WrongSettings, read_settings
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.tls_server import own_certificate

WHERE = '[connection]\nhost = "chat.example"\nnick = "noor"\n'


@pytest.fixture
def read(tmp_path):
    def read(text, encoding="utf-8"):
        path = tmp_path / "client.toml"
        path.write_text(text, encoding=encoding)
        return read_settings(path)

    return read


def test_where_to_go_and_as_whom_is_enough(read):
    settings = read(WHERE)

    assert (settings.host, settings.port, settings.nick) == (
        "chat.example",
        6697,
        "noor",
    )
    assert settings.demand == Demand(Need.VERIFIED)
    assert settings.account is settings.certificate is settings.state is None


def test_everything_may_be_said(read, tmp_path):
    settings = read(
        f"{WHERE}port = 7000\nrealname = 'Noor of Delft'\npassword = 'open sesame'\n"
        f"[tls]\nenabled = true\nfingerprints = ['{'AB' * 32}', '{'cd' * 32}']\n"
        "[sasl]\naccount = 'Noor'\npassword = 'sesame'\nmechanisms = ['plain']\n"
        "[state]\ndirectory = 'kept'\n"
    )

    assert (settings.port, settings.real_name) == (7000, "Noor of Delft")
    first, second = Fingerprint(b"\xab" * 32), Fingerprint(b"\xcd" * 32)
    assert settings.demand == Demand(Need.VERIFIED, first, others=(second,))
    assert settings.account == Account("Noor", "sesame", mechanisms=("PLAIN",))
    assert settings.state == tmp_path / "kept"
    assert settings.password == "open sesame"
    assert "sesame" not in repr(settings)


def test_without_tls_it_is_plain_at_the_plain_port(read):
    settings = read(f"{WHERE}[tls]\nenabled = false\n")

    assert settings.demand == Demand(Need.PLAIN)
    assert settings.port == 6667


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "0.0.0.0"])  # noqa: S104 - nobody listens
def test_on_this_computer_it_is_plain_unless_it_is_asked_otherwise(read, host):
    where = f'[connection]\nhost = "{host}"\nnick = "noor"\n'

    assert read(where).demand == Demand(Need.PLAIN)
    asked = read(f"{where}[tls]\nenabled = true\n")
    assert asked.demand == Demand(Need.VERIFIED)


def test_a_certificate_proves_an_account(read, tmp_path):
    path = own_certificate(tmp_path, "noor")

    settings = read(f"{WHERE}[tls]\ncertificate = '{path.name}'\n[sasl]\naccount = 'n'")

    assert settings.certificate == path
    assert settings.account == Account("n", has_certificate=True)


def test_a_key_proves_an_account(read, tmp_path):
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "key.pem").write_bytes(pem)

    settings = read(f"{WHERE}[sasl]\naccount = 'noor'\nkey = 'key.pem'\n")

    assert settings.account == Account("noor", key=pem)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[connection]\nnick = 'n'", "[connection] host cannot be used. It is needed"),
        ("[connection]\nhost = 'h'", "[connection] nick cannot be used. It is needed"),
        (f"{WHERE}port = 0", "Write a number from 1 to 65535"),
        (f"{WHERE}port = '6667'", "Write a whole number there"),
        (f"{WHERE}port = true", "Write a whole number there"),
        (f"{WHERE}prot = 1", "[connection] has no key prot. It may have host, port"),
        (f"{WHERE}[tsl]", "There is no [tsl]. There may be [connection], [tls]"),
        ("connection = 1", "Write connection as a section: [connection]"),
        (f"{WHERE}[tls]\nenabled = 1", "Write true or false there"),
        (f"{WHERE}[tls]\nfingerprints = ['ab']", "each of 64 hexadecimal digits"),
        (f"{WHERE}[tls]\nfingerprints = 'ab'", "Write a list of texts there"),
        (f"{WHERE}[tls]\ncertificate = 'no'", "a certificate and its key in PEM"),
        (f"{WHERE}[sasl]\nmechanisms = ['X']", "chatapp knows EXTERNAL"),
        (f"{WHERE}[sasl]\npassword = 'x'", "Name the account that is to be proved"),
        (f"{WHERE}[sasl]\naccount = 'n'\nkey = 'no'", "a private key on the curve"),
        ("connection", "is no TOML"),
        (f"connection = {'[' * 5000}", "is no TOML"),
        (f"{WHERE}port = 0x{'f' * 5000}", "is no TOML"),
        (f'{WHERE}[tls]\ncertificate = "a\\u0000b"', "Write a text in quotes there"),
        (f'{WHERE}[sasl]\nkey = "a\\u0000b"', "Write a text in quotes there"),
        (f"{WHERE}[state]\ndirectory = '~nobody-here/x'", "There is no home folder"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_change(read, text, sentence):
    with pytest.raises(WrongSettings) as wrong:
        read(text)

    assert sentence in str(wrong.value)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(WrongSettings, match="cannot be read"):
        read_settings(tmp_path / "none.toml")


def test_a_file_in_another_encoding_is_told(read):
    with pytest.raises(WrongSettings, match="is no TOML"):
        read(f"{WHERE}realname = 'Noör'", encoding="latin-1")

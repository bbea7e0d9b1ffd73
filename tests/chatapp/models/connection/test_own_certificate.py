"""A certificate of one's own: whether it can be shown."""

from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from chatapp.models.connection.own_certificate import can_be_shown

DAY = timedelta(days=1)


def pem(encryption: serialization.KeySerializationEncryption) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name.from_rfc4514_string("CN=noor")
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(now - DAY)
        .not_valid_after(now + DAY)
        .sign(key, hashes.SHA256())
    )
    return made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption
    )


def test_a_certificate_with_its_key_can_be_shown(tmp_path) -> None:
    path = tmp_path / "own.pem"
    path.write_bytes(pem(serialization.NoEncryption()))

    assert can_be_shown(str(path))


@pytest.mark.parametrize("content", [b"", b"text", b"-----BEGIN CERTIFICATE-----"])
def test_another_file_cannot(tmp_path, content) -> None:
    path = tmp_path / "own.pem"
    path.write_bytes(content)

    assert not can_be_shown(str(path))
    assert not can_be_shown(str(tmp_path / "none.pem"))
    assert not can_be_shown("~no such user/own.pem")


def test_a_key_behind_a_password_cannot_be_used(tmp_path) -> None:
    path = tmp_path / "own.pem"
    path.write_bytes(pem(serialization.BestAvailableEncryption(b"secret")))

    assert not can_be_shown(str(path))

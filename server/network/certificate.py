"""Makes a certificate for a server that was given none, signed by itself."""

import os
import socket
import sys
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from server.network.addresses import lan_address

VALID_DAYS = 3650
DAYS_THAT_CLOCKS_DIFFER = 1
PRIVATE_MODE = 0o600


def make_certificate(path: Path, name: str, now: datetime | None = None) -> None:
    """Write a new key and a certificate for it into one file, for its owner alone.

    The file is whole or not there, however many servers begin at once.

    Args:
        path: the file; what is there already stays.
        name: what the server calls itself.
        now: from when it is valid; without it, the operating system's time.

    Raises:
        FileExistsError: there is a file already.
        OSError: it cannot be written.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _sign(key, name, now or datetime.now(UTC))
    key_bytes = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    _write_privately(path, certificate.public_bytes(Encoding.PEM) + key_bytes)


def is_self_signed(pem: bytes) -> bool:
    """Tell whether the first certificate in a file vouches for itself."""
    certificate = x509.load_pem_x509_certificate(pem)
    return certificate.issuer == certificate.subject


def _sign(
    key: ec.EllipticCurvePrivateKey, name: str, now: datetime
) -> x509.Certificate:
    own_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    server_only = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    ends_itself = x509.BasicConstraints(ca=False, path_length=None)
    builder = (
        x509.CertificateBuilder()
        .subject_name(own_name)
        .issuer_name(own_name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=DAYS_THAT_CLOCKS_DIFFER))
        .not_valid_after(now + timedelta(days=VALID_DAYS))
        .add_extension(x509.SubjectAlternativeName(_names(name)), critical=False)
        .add_extension(ends_itself, critical=True)
        .add_extension(server_only, critical=False)
    )
    return builder.sign(key, hashes.SHA256())


def _names(name: str) -> list[x509.GeneralName]:
    """Give the names under which others reach this machine now."""
    hosts = dict.fromkeys((name, socket.gethostname(), "localhost"))
    addresses = dict.fromkeys(("127.0.0.1", "::1", lan_address()))
    usable = [host for host in hosts if host and host.isascii()]
    return [
        *(x509.DNSName(host) for host in usable),
        *(x509.IPAddress(ip_address(address)) for address in addresses),
    ]


def _write_privately(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.new")
    number = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_MODE)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        _name_if_free(unfinished, path)
    finally:
        with suppress(FileNotFoundError):
            unfinished.unlink()


def _name_if_free(unfinished: Path, path: Path) -> None:
    """Give a file its name, unless there is one of that name.

    Only a link is refused then on every system; where none can be made, the look
    before has to do.
    """
    if path.exists():
        raise FileExistsError(path)
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        raise
    except OSError:
        unfinished.rename(path)


if __name__ == "__main__":  # see server.network.certificate_apart
    make_certificate(Path(sys.argv[1]), sys.argv[2])

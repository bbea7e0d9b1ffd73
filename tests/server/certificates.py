"""Certificates for tests: one that an authority vouches for, and its two files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

_USES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


@dataclass(frozen=True)
class GivenCertificate:
    """A certificate for one name, its key, and the authority that signed it."""

    certificate: Path
    key: Path
    authority: Path

    @property
    def settings(self) -> dict[str, object]:
        """What [tls] says of it."""
        return {"cert": str(self.certificate), "key": str(self.key)}


def give_certificate(
    folder: Path,
    password: bytes = b"",
    name: str = "localhost",
    *,
    says_its_use: bool = True,
) -> GivenCertificate:
    """Write a certificate that an authority of its own has signed.

    Authorities that people make with OpenSSL do not say what their key is for.
    """
    authority_key = ec.generate_private_key(ec.SECP256R1())
    uses = ["key_cert_sign"] if says_its_use else []
    authority = _sign(
        "authority", authority_key, authority_key, uses, is_authority=True
    )
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _sign(name, key, authority_key, ["digital_signature"])
    given = GivenCertificate(
        folder / "cert.pem", folder / "key.pem", folder / "authority.pem"
    )
    given.authority.write_bytes(authority.public_bytes(Encoding.PEM))
    given.certificate.write_bytes(certificate.public_bytes(Encoding.PEM))
    locked = BestAvailableEncryption(password) if password else NoEncryption()
    given.key.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked))
    return given


def _sign(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    signer: ec.EllipticCurvePrivateKey,
    uses: Sequence[str],
    *,
    is_authority: bool = False,
) -> x509.Certificate:
    now = datetime.now(UTC)
    identifier = x509.SubjectKeyIdentifier.from_public_key(signer.public_key())
    issuer_key = x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(
        identifier
    )
    signed_by = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "authority")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)]))
        .issuer_name(signed_by)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), False)
        .add_extension(
            x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False
        )
        .add_extension(issuer_key, False)
    )
    if uses:
        usage = {use: use in uses for use in _USES}
        builder = builder.add_extension(x509.KeyUsage(**usage), critical=True)
    return builder.sign(signer, hashes.SHA256())

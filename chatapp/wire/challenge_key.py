"""ECDSA-NIST256P-CHALLENGE: proves an account by signing what the server makes up.

The library is loaded when a key is used: it takes ten megabytes, and few have a key.
"""

from typing import TYPE_CHECKING

from chatapp.wire.sasl import MalformedResponse

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ec


class UnusableKey(ValueError):
    """What was given is no private key on the curve P-256, or needs a password."""


def sign_challenge(pem: bytes, challenge: bytes) -> bytes:
    """Sign a challenge as it came, for it takes the place of a digest.

    Args:
        pem: the private key.
        challenge: 32 bytes.

    Raises:
        UnusableKey: the key is another one.
        MalformedResponse: the challenge has another length.
    """
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.utils import (  # noqa: PLC0415
        Prehashed,
    )
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415

    key = read_key(pem)
    if len(challenge) != SHA256.digest_size:
        raise MalformedResponse("A challenge has 32 bytes.")
    return key.sign(challenge, ec.ECDSA(Prehashed(SHA256())))


def read_key(pem: bytes) -> "ec.EllipticCurvePrivateKey":
    """Read a private key on the curve P-256.

    Raises:
        UnusableKey: it is none.
    """
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415
        load_pem_private_key,
    )

    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError) as error:
        raise UnusableKey("The key cannot be read.") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise UnusableKey("The key is of another kind.")
    if not isinstance(key.curve, ec.SECP256R1):
        raise UnusableKey("The key is on another curve.")
    return key

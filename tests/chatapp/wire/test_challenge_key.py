"""ECDSA-NIST256P-CHALLENGE: what the server made up is signed as it came."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from chatapp.wire.challenge_key import UnusableKey, read_key, sign_challenge
from chatapp.wire.sasl import MalformedResponse

CHALLENGE = bytes(range(32))


def pem_of(key):
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def test_a_challenge_is_signed_so_that_the_public_key_confirms_it():
    key = ec.generate_private_key(ec.SECP256R1())

    signature = sign_challenge(pem_of(key), CHALLENGE)

    how = ec.ECDSA(Prehashed(SHA256()))
    assert key.public_key().verify(signature, CHALLENGE, how) is None


def test_a_challenge_of_another_length_is_not_signed():
    key = ec.generate_private_key(ec.SECP256R1())

    with pytest.raises(MalformedResponse):
        sign_challenge(pem_of(key), CHALLENGE + b"!")


@pytest.mark.parametrize(
    "pem",
    [
        b"no key",
        pem_of(ec.generate_private_key(ec.SECP384R1())),
        pem_of(ed25519.Ed25519PrivateKey.generate()),
    ],
)
def test_another_key_is_refused(pem):
    with pytest.raises(UnusableKey):
        read_key(pem)

"""SCRAM-SHA-256: proves a password without telling it, from both sides.

Specifications: RFC 5802 and RFC 7677. Passwords are prepared as RFC 8265 has it
(OpaqueString).
"""

import hashlib
import hmac
from dataclasses import dataclass

from chatapp.wire import precis
from chatapp.wire.sasl import MalformedResponse, from_base64, read_text, to_base64
from chatapp.wire.whole_numbers import whole_number

DIGEST = "sha256"
MIN_ITERATIONS = 4096
MAX_ITERATIONS = 1_000_000
"""More than this a server could only ask for to keep a client busy."""

_NO_CHANNEL_BINDING = "n"


class WrongSecret(Exception):
    """The other side does not know the secret."""


def prepare_password(password: str) -> bytes:
    """Give the bytes of a password that are the same however it was typed.

    Raises:
        MalformedResponse: it is empty or has a character that no password may have.
    """
    try:
        return precis.passwords().enforce(password).encode()
    except UnicodeEncodeError as error:
        raise MalformedResponse("This password cannot be used.") from error


@dataclass(frozen=True, slots=True)
class ScramKeys:
    """What a server keeps instead of a password: it proves one, and cannot give it."""

    salt: bytes
    iterations: int
    stored_key: bytes
    server_key: bytes


def derive_keys(password: str, salt: bytes, iterations: int) -> ScramKeys:
    """Work out the keys of a password; slow on purpose.

    Raises:
        MalformedResponse: the password cannot be used.
    """
    salted = _salted(password, salt, iterations)
    return ScramKeys(salt, iterations, _stored_key(salted), _server_key(salted))


def password_fits(password: str, keys: ScramKeys) -> bool:
    """Tell whether these are the keys of a password; slow on purpose."""
    try:
        derived = derive_keys(password, keys.salt, keys.iterations)
    except MalformedResponse:
        return False
    return hmac.compare_digest(derived.stored_key, keys.stored_key)


class ScramClient:
    """A client's side of one SCRAM-SHA-256 exchange."""

    def __init__(
        self, account: str, password: str, nonce: str, acting_as: str = ""
    ) -> None:
        """Prove a password.

        Args:
            account: whose password it is.
            password: as it was typed, or made.
            nonce: is random and used once.
            acting_as: the account that is to be used then, if that has to be said.
        """
        acting = f"a={_escape(acting_as)}" if acting_as else ""
        self._header = f"{_NO_CHANNEL_BINDING},{acting},"
        self._password = password
        self._nonce = nonce
        self._first_bare = f"n={_escape(account)},r={nonce}"
        self._signature = b""

    def first(self) -> bytes:
        """Give the first message."""
        return (self._header + self._first_bare).encode()

    def final(self, server_first: bytes) -> bytes:
        """Answer the server's first message with the proof; slow on purpose.

        Raises:
            MalformedResponse: that is no such message, or asks for what is unsafe.
        """
        told = _attributes(server_first)
        if "m" in told:
            raise MalformedResponse("The extension that is needed is not known here.")
        nonce, iterations = told.get("r", ""), whole_number(told.get("i", "")) or 0
        if not nonce.startswith(self._nonce) or nonce == self._nonce:
            raise MalformedResponse("The server's nonce does not belong to ours.")
        if not MIN_ITERATIONS <= iterations <= MAX_ITERATIONS:
            raise MalformedResponse("The server's number of iterations is unsafe.")
        without_proof = f"c={to_base64(self._header.encode())},r={nonce}"
        salted = _salted(self._password, from_base64(told.get("s", "")), iterations)
        signed = _signed(self._first_bare, server_first, without_proof)
        proof = _xor(_client_key(salted), _mac(_stored_key(salted), signed))
        self._signature = _mac(_server_key(salted), signed)
        return f"{without_proof},p={to_base64(proof)}".encode()

    def verify(self, server_final: bytes) -> None:
        """Check that the server knows the secret too.

        Raises:
            WrongSecret: it does not.
        """
        told = _attributes(server_final)
        if not self._signature or not hmac.compare_digest(
            from_base64(told.get("v", "")), self._signature
        ):
            raise WrongSecret(told.get("e", ""))


class ScramServer:
    """A server's side of one SCRAM-SHA-256 exchange."""

    def __init__(self, client_first: bytes, nonce: str) -> None:
        """Read the client's first message; `nonce` is random and used once.

        Raises:
            MalformedResponse: it is none, or wants what is not known here.
        """
        header, comma, bare = read_text(client_first).partition(",")
        acting_as, second_comma, bare = bare.partition(",")
        if not comma or not second_comma or header not in ("n", "y"):
            raise MalformedResponse("Channel binding is not known here.")
        told = _attributes(bare.encode())
        self.account = _unescape(told.get("n", ""))
        self.acting_as = _unescape(acting_as.removeprefix("a="))
        if "m" in told:
            raise MalformedResponse("The extension that is needed is not known here.")
        if not self.account or not told.get("r"):
            raise MalformedResponse("The first message names no account or no nonce.")
        self._header = f"{header},{acting_as},"
        self._first_bare = bare
        self._nonce = told["r"] + nonce
        self._server_first = b""

    def first(self, keys: ScramKeys) -> bytes:
        """Give the server's first message for an account with these keys."""
        self._server_first = (
            f"r={self._nonce},s={to_base64(keys.salt)},i={keys.iterations}".encode()
        )
        return self._server_first

    def final(self, client_final: bytes, keys: ScramKeys) -> bytes:
        """Check the client's proof and give the server's own.

        Raises:
            MalformedResponse: the message is none.
            WrongSecret: the client does not know the password.
        """
        without_proof, _, proof = read_text(client_final).rpartition(",p=")
        told = _attributes(without_proof.encode())
        header = to_base64(self._header.encode())
        if told.get("r") != self._nonce or told.get("c") != header:
            raise MalformedResponse("The last message belongs to another exchange.")
        signed = _signed(self._first_bare, self._server_first, without_proof)
        claimed = from_base64(proof)
        if len(claimed) != len(keys.stored_key):
            raise WrongSecret("invalid-proof")
        client_key = _xor(claimed, _mac(keys.stored_key, signed))
        if not hmac.compare_digest(_hash(client_key), keys.stored_key):
            raise WrongSecret("invalid-proof")
        return f"v={to_base64(_mac(keys.server_key, signed))}".encode()


def _signed(first_bare: str, server_first: bytes, without_proof: str) -> bytes:
    return b",".join((first_bare.encode(), server_first, without_proof.encode()))


def _salted(password: str, salt: bytes, iterations: int) -> bytes:
    return hashlib.pbkdf2_hmac(DIGEST, prepare_password(password), salt, iterations)


def _client_key(salted: bytes) -> bytes:
    return _mac(salted, b"Client Key")


def _server_key(salted: bytes) -> bytes:
    return _mac(salted, b"Server Key")


def _stored_key(salted: bytes) -> bytes:
    return _hash(_client_key(salted))


def _mac(key: bytes, message: bytes) -> bytes:
    return hmac.digest(key, message, DIGEST)


def _hash(message: bytes) -> bytes:
    return hashlib.new(DIGEST, message).digest()


def _xor(first: bytes, second: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(first, second, strict=True))


def _attributes(message: bytes) -> dict[str, str]:
    """Read "r=…,s=…" into a mapping by letter."""
    pairs = (part.partition("=") for part in read_text(message).split(","))
    return {letter: value for letter, _, value in pairs}


def _escape(name: str) -> str:
    return name.replace("=", "=3D").replace(",", "=2C")


def _unescape(name: str) -> str:
    return name.replace("=2C", ",").replace("=3D", "=")

"""SASL as AUTHENTICATE carries it: responses in chunks, and the mechanism PLAIN.

Specifications: https://ircv3.net/specs/extensions/sasl-3.2 and RFC 4616.
"""

import base64
import binascii
from dataclasses import dataclass

ECDSA_CHALLENGE = "ECDSA-NIST256P-CHALLENGE"
EXTERNAL = "EXTERNAL"
PLAIN = "PLAIN"
SCRAM_SHA_256 = "SCRAM-SHA-256"
CHUNK_CHARACTERS = 400
NOTHING = "+"
"""What stands in AUTHENTICATE for a response without a byte, or as its last chunk."""


class MalformedResponse(ValueError):
    """What came is no response of this mechanism; the text says why."""


def split_response(response: bytes) -> list[str]:
    """Give the chunks in which a response goes out, each for one AUTHENTICATE."""
    encoded = base64.b64encode(response).decode("ascii")
    chunks = [
        encoded[start : start + CHUNK_CHARACTERS]
        for start in range(0, len(encoded), CHUNK_CHARACTERS)
    ]
    if not chunks or len(chunks[-1]) == CHUNK_CHARACTERS:
        chunks.append(NOTHING)
    return chunks


class ResponseJoiner:
    """Joins the chunks of a response again."""

    def __init__(self, max_characters: int) -> None:
        """Accept responses of at most so many characters in base64."""
        self._max_characters = max_characters
        self._chunks: list[str] = []
        self._length = 0

    def feed(self, chunk: str) -> bytes | None:
        """Take one chunk; give the response when it is whole.

        Raises:
            MalformedResponse: it is too long, or no base64; what came is forgotten.
        """
        is_last = chunk == NOTHING or len(chunk) < CHUNK_CHARACTERS
        self._length += len(chunk)
        if len(chunk) > CHUNK_CHARACTERS or self._length > self._max_characters:
            self._forget()
            raise MalformedResponse("The response is too long.")
        self._chunks.append("" if chunk == NOTHING else chunk)
        if not is_last:
            return None
        encoded = "".join(self._chunks)
        self._forget()
        return from_base64(encoded)

    def _forget(self) -> None:
        self._chunks = []
        self._length = 0


@dataclass(frozen=True, slots=True)
class PlainCredentials:
    """Who signs in (`account`), as whom (`acting_as`, often ""), and the password."""

    acting_as: str
    account: str
    password: str


def plain_response(account: str, password: str, acting_as: str = "") -> bytes:
    """Give a client's response in PLAIN; `acting_as` may name another account."""
    return f"{acting_as}\0{account}\0{password}".encode()


def parse_plain(response: bytes) -> PlainCredentials:
    """Read a client's response in PLAIN.

    Raises:
        MalformedResponse: it has not the three parts.
    """
    parts = read_text(response).split("\0")
    if len(parts) != 3 or not parts[1]:
        raise MalformedResponse("A response in PLAIN has three parts.")
    return PlainCredentials(*parts)


def read_text(message: bytes) -> str:
    """Read a message that must be UTF-8.

    Raises:
        MalformedResponse: it is not.
    """
    try:
        return message.decode()
    except UnicodeDecodeError as error:
        raise MalformedResponse("The response is not UTF-8.") from error


def to_base64(message: bytes) -> str:
    """Write bytes as base64."""
    return base64.b64encode(message).decode("ascii")


def from_base64(encoded: str) -> bytes:
    """Read base64.

    Raises:
        MalformedResponse: it is none.
    """
    try:
        return base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedResponse("The response is not base64.") from error

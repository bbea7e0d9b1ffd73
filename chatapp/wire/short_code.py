"""Short codes: invitations that people read aloud and type."""

import base64
import binascii
import ipaddress
import re
import zlib
from dataclasses import dataclass, field
from typing import Self

from chatapp.language import gettext as _
from chatapp.wire.fingerprints import WORDS
from chatapp.wire.invite_link import InviteLink
from chatapp.wire.ports import PLAIN_PORT

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O and U."""

GROUP = 4
CHECK_CHARACTERS = 4
FINGERPRINT_BYTES = WORDS
"""So many bytes of the fingerprint: they are hard enough to find another key for."""

_READ_AS = str.maketrans("IiLlOo", "111100")
_BETWEEN = re.compile(r"[\s-]+")
_CODE = re.compile(rf"[{ALPHABET}]{{24,400}}", re.I)
_GROUPED = re.compile(r"(?:[0-9a-z]{3,5}[\s-]+){5,}[0-9a-z]{1,5}", re.I)
_TOKEN = re.compile(rb"[A-Za-z0-9_-]{0,128}")
_VERSION, _VERSION_STEP = 1, 16
_IPV6, _PORT, _PACKED = 1, 2, 4
_FLAGS = _IPV6 | _PORT | _PACKED
_CHARACTER_BITS = 5

MISTYPED = _(
    "There is a mistake in this code. Compare it letter by letter with the one that"
    " you were given."
)


class MalformedCode(ValueError):
    """A text that is no short code; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class ShortCode:
    """An invitation as letters and digits in groups of four, the last four a check.

    It means TLS only, with a server whose certificate's fingerprint begins as told.

    Args:
        host: an IPv4 or IPv6 address without a zone.
        port: from 1 to 65535.
        beginning: the first eight bytes of the certificate's fingerprint.
        token: what lets its holder in, or "".
    """

    host: str
    port: int
    beginning: bytes
    token: str = field(default="", repr=False)

    @classmethod
    def of(cls, link: InviteLink) -> Self | None:
        """Shorten a link; None without address or fingerprint, or with a secret."""
        try:
            address = ipaddress.ip_address(link.host)
        except ValueError:
            return None
        is_local = isinstance(address, ipaddress.IPv6Address) and address.scope_id
        if link.fingerprint is None or link.secret or is_local:
            return None
        start = link.fingerprint.digest[:FINGERPRINT_BYTES]
        return cls(str(address), link.port, start, link.token)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a code in small or large letters, in whatever groups.

        I and L are read as 1, and O as 0: people mistake them for each other.

        Raises:
            MalformedCode: with one sentence for the person who typed it.
        """
        plain = _plain(text)
        if not _CODE.fullmatch(plain):
            raise MalformedCode(MISTYPED)
        told = _unpack(plain[:-CHECK_CHARACTERS])
        if told is None or _check(told) != plain[-CHECK_CHARACTERS:]:
            raise MalformedCode(MISTYPED)
        return cls._of_bytes(told)

    @classmethod
    def _of_bytes(cls, told: bytes) -> Self:
        version, flags = divmod(told[0], _VERSION_STEP)
        if version != _VERSION or flags & ~_FLAGS:
            raise MalformedCode(MISTYPED)
        host_end = 1 + (16 if flags & _IPV6 else 4)
        port_end = host_end + (2 if flags & _PORT else 0)
        token_start = port_end + FINGERPRINT_BYTES
        port = int.from_bytes(told[host_end:port_end]) or PLAIN_PORT
        token = told[token_start:]
        if flags & _PACKED:
            token = base64.urlsafe_b64encode(token).rstrip(b"=")
        if len(told) < token_start or not _TOKEN.fullmatch(token):
            raise MalformedCode(MISTYPED)
        return cls(
            str(ipaddress.ip_address(told[1:host_end])),
            port,
            told[port_end:token_start],
            token.decode(),
        )

    def render(self) -> str:
        """Write the code in groups of four, such as 2C0M-2J0A-…."""
        address = ipaddress.ip_address(self.host)
        port = b"" if self.port == PLAIN_PORT else self.port.to_bytes(2)
        packed = _packed(self.token)
        flags = (
            (_IPV6 if isinstance(address, ipaddress.IPv6Address) else 0)
            | (_PORT if port else 0)
            | (_PACKED if packed else 0)
        )
        token = packed or self.token.encode()
        head = bytes([_VERSION * _VERSION_STEP + flags])
        told = head + address.packed + port + self.beginning + token
        code = _pack(told) + _check(told)
        return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def looks_like_code(text: str) -> bool:
    """Tell whether a text is meant as a short code, even with a mistake in it."""
    if _GROUPED.fullmatch(text.strip()):
        return True
    try:
        ShortCode.parse(text)
    except MalformedCode:
        return False
    return True


def _plain(text: str) -> str:
    return _BETWEEN.sub("", text).translate(_READ_AS).upper()


def _packed(token: str) -> bytes:
    """Give the bytes of which a token is the base 64, where it is of any."""
    try:
        packed = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except binascii.Error:
        return b""
    is_same = base64.urlsafe_b64encode(packed).rstrip(b"=").decode() == token
    return packed if is_same else b""


def _pack(told: bytes) -> str:
    """Write bytes in base 32, with zeros behind the last bit."""
    missing = -len(told) * 8 % _CHARACTER_BITS
    count = (len(told) * 8 + missing) // _CHARACTER_BITS
    return _write(int.from_bytes(told) << missing, count)


def _unpack(code: str) -> bytes | None:
    """Read bytes from base 32; None where something else than zeros is behind them."""
    length, missing = divmod(len(code) * _CHARACTER_BITS, 8)
    number = 0
    for character in code:
        number = number << _CHARACTER_BITS | ALPHABET.index(character)
    if missing >= _CHARACTER_BITS or number & (1 << missing) - 1:
        return None
    return (number >> missing).to_bytes(length)


def _check(told: bytes) -> str:
    """Give the characters by which a mistake shows."""
    return _write(zlib.crc32(told), CHECK_CHARACTERS)


def _write(number: int, count: int) -> str:
    """Write the last bits of a number in so many characters."""
    shifts = range((count - 1) * _CHARACTER_BITS, -1, -_CHARACTER_BITS)
    return "".join(ALPHABET[number >> shift & 31] for shift in shifts)

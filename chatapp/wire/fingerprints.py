"""Fingerprints of certificates: read, written, and told in words."""

import hashlib
import hmac
import re
from dataclasses import dataclass
from typing import Self

from chatapp.wire.fingerprint_words import FINGERPRINT_WORDS

WORDS = 8
"""Words for the first eight bytes: nobody finds another key that has them too."""

_HEX = re.compile(r"[0-9a-f]{64}")
_PREFIX = re.compile(r"sha-?256[:=]", re.I)


class MalformedFingerprint(ValueError):
    """A text that is no SHA-256 fingerprint."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The SHA-256 digest of a certificate in DER, by which a server is known.

    Args:
        digest: its 32 bytes.
    """

    digest: bytes

    @classmethod
    def of(cls, certificate: bytes) -> Self:
        """Compute a certificate's fingerprint from its DER form."""
        return cls(hashlib.sha256(certificate).digest())

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 64 hexadecimal digits, in either case, with colons or without.

        Args:
            text: such as "AB:CD:…" or "sha256:abcd…".

        Raises:
            MalformedFingerprint: it is anything else.
        """
        plain = _PREFIX.sub("", text.strip(), count=1).replace(":", "").lower()
        if not _HEX.fullmatch(plain):
            raise MalformedFingerprint(text)
        return cls(bytes.fromhex(plain))

    @property
    def hex(self) -> str:
        """The digest as 64 small hexadecimal digits."""
        return self.digest.hex()

    @property
    def words(self) -> tuple[str, ...]:
        """The words by which two people compare what they see."""
        return tuple(FINGERPRINT_WORDS[byte] for byte in self.digest[:WORDS])

    def begins_with(self, start: bytes) -> bool:
        """Tell whether the digest begins with these bytes, at least eight of them."""
        if len(start) < WORDS:
            return False
        return hmac.compare_digest(self.digest[: len(start)], start)

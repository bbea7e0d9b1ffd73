"""What a server announces of itself in the local network (DNS-SD), written and read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Self

from chatapp.wire.fingerprints import Fingerprint, MalformedFingerprint
from chatapp.wire.whole_numbers import whole_number

SERVICE = "_chatapp._tcp.local."

TRIAL_SERVICE = "_chatapp-trial._tcp.local."
"""What the doctors announce, to see whether it is heard; it is at no real address."""

TRIAL_ADDRESS = "192.0.2.1"
VERSION = "1"
MOST_NAME_BYTES = 120
MOST_DIGITS = 7


class Needs(Enum):
    """What somebody needs to come in, as the key `pw` says it."""

    NOTHING = "none"
    PASSWORD = "password"  # noqa: S105 - a word of the announcement
    INVITATION = "invitation"


class MalformedAnnouncement(ValueError):
    """What was announced is not a chat that can be understood."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a server tells everybody around it, beside its addresses and its port.

    It becomes the TXT record of https://www.rfc-editor.org/rfc/rfc6763. Anybody in the
    network can announce anything: none of it is proved.

    Args:
        name: what people call it.
        fingerprint: its certificate's; None: it speaks no TLS.
        needs: what somebody needs to come in.
        users: how many people are on.
    """

    name: str
    fingerprint: Fingerprint | None
    needs: Needs = Needs.NOTHING
    users: int = 0

    @classmethod
    def parse(cls, texts: Mapping[bytes, bytes | None]) -> Self:
        """Read a TXT record; keys that are not known here are passed over.

        Raises:
            MalformedAnnouncement: it is of another version, or a key makes no sense.
        """
        told = {
            key.decode(errors="replace"): (value or b"").decode(errors="replace")
            for key, value in texts.items()
        }
        users = whole_number(told.get("users", "0"), MOST_DIGITS)
        if told.get("v") != VERSION or users is None:
            raise MalformedAnnouncement("This is no announcement of a chat.")
        try:
            is_secure = told.get("tls") == "1"
            fingerprint = Fingerprint.parse(told.get("fp", "")) if is_secure else None
            needs = Needs(told.get("pw", Needs.NOTHING.value))
        except (MalformedFingerprint, ValueError):
            raise MalformedAnnouncement("This announcement is damaged.") from None
        return cls(shorten_name(told.get("name", "")), fingerprint, needs, users)

    def render(self) -> dict[str, str]:
        """Write the TXT record: v, name, tls, fp, pw and users."""
        told = {
            "v": VERSION,
            "name": shorten_name(self.name),
            "tls": "1" if self.fingerprint else "0",
            "pw": self.needs.value,
            "users": str(self.users),
        }
        if self.fingerprint is not None:
            told["fp"] = self.fingerprint.hex
        return told


def shorten_name(name: str, most_bytes: int = MOST_NAME_BYTES) -> str:
    """Give a name on one line that has so many bytes at most."""
    line = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    return line.encode()[:most_bytes].decode(errors="ignore").rstrip()

"""Invite links: where a chat is, by what it is known, and what lets one in."""

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import parse_qs, quote, unquote, urlencode

from chatapp.wire.fingerprints import Fingerprint, MalformedFingerprint
from chatapp.wire.names import CHANNEL_PREFIXES
from chatapp.wire.ports import PLAIN_PORT, TLS_PORT

SCHEMES = ("irc", "ircs", "irc6", "chatapp")

_LINK = re.compile(rf"({'|'.join(SCHEMES)})://(\S*)", re.I)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,128}")
_PORT = re.compile(r"[0-9]{1,5}")
_MOST_PORT = 65535
_MOST_EXTRAS = 16


class MalformedLink(ValueError):
    """A text that is no link to a chat; the sentence says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class InviteLink:
    """A link such as ircs://192.168.1.20:6697/#class?fp=…&t=… to a chat.

    Other programs read host, port and channel, and leave `fp` and `t` alone. The form
    is that of https://datatracker.ietf.org/doc/html/draft-butcher-irc-url-04, and a
    channel's "#" may stand there as it is.

    Args:
        host: a name or an IP address, without brackets.
        port: from 1 to 65535.
        secure: whether to come with TLS only.
        channel: the channel to join, or "".
        fingerprint: that of the server's certificate, if it is known.
        token: what lets its holder in, or "".
    """

    host: str
    port: int = TLS_PORT
    secure: bool = True
    channel: str = ""
    fingerprint: Fingerprint | None = None
    token: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a link as people paste it.

        Raises:
            MalformedLink: with one sentence for the person who pasted it.
        """
        found = _LINK.fullmatch(text.strip())
        if found is None:
            raise MalformedLink(NOT_A_LINK)
        secure = found[1].lower() == "ircs"
        place, _, path = found[2].partition("/")
        host, port = _read_place(place.rpartition("@")[2])
        channel, _, query = path.partition("?")
        fingerprint, token = _read_query(query)
        return cls(
            host,
            port or (TLS_PORT if secure else PLAIN_PORT),
            secure,
            _read_channel(channel),
            fingerprint,
            token,
        )

    def render(self) -> str:
        """Write the link."""
        host = self.host.replace("%", "%25")
        if ":" in host:
            host = f"[{host}]"
        scheme = "ircs" if self.secure else "irc"
        extras = {}
        if self.fingerprint:
            extras["fp"] = self.fingerprint.hex
        if self.token:
            extras["t"] = self.token
        query = f"?{urlencode(extras)}" if extras else ""
        channel = quote(self.channel, safe="#&+!")
        return f"{scheme}://{host}:{self.port}/{channel}{query}"


NOT_A_LINK = "This is no link to a chat. One begins with irc:// or ircs://."
NO_HOST = "This link names no server. Ask for another one."
WRONG_PORT = "This link's port is no whole number from 1 to 65535. Ask for another one."
WRONG_FINGERPRINT = (
    "This link's fingerprint is damaged, perhaps cut off. Copy the whole link again."
)
WRONG_TOKEN = "This link's token is damaged. Copy the whole link again."  # noqa: S105 - a sentence


def _read_place(place: str) -> tuple[str, int | None]:
    host, bracket, rest = place.removeprefix("[").partition("]")
    if not place.startswith("["):
        host, colon, port = place.partition(":")
        rest = colon + port
    elif not bracket:
        raise MalformedLink(NO_HOST)
    if not host:
        raise MalformedLink(NO_HOST)
    return unquote(host), _read_port(rest.removeprefix(":"))


def _read_port(text: str) -> int | None:
    if not text:
        return None
    if not _PORT.fullmatch(text) or not 0 < int(text) <= _MOST_PORT:
        raise MalformedLink(WRONG_PORT)
    return int(text)


def _read_channel(path: str) -> str:
    """Take the first target of the path; one without a sign is a channel too."""
    name = unquote(path).partition(",")[0].strip()
    if not name or name.startswith(tuple(CHANNEL_PREFIXES)):
        return name
    return f"#{name}"


def _read_query(query: str) -> tuple[Fingerprint | None, str]:
    extras = "&".join(query.split("&")[:_MOST_EXTRAS])
    values = parse_qs(extras)
    token = values.get("t", [""])[0]
    if token and not _TOKEN.fullmatch(token):
        raise MalformedLink(WRONG_TOKEN)
    told = values.get("fp", [""])[0]
    try:
        return (Fingerprint.parse(told) if told else None), token
    except MalformedFingerprint:
        raise MalformedLink(WRONG_FINGERPRINT) from None

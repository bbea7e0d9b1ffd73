"""Invite links: where a chat is, by what it is known, and what lets one in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import parse_qs, quote, unquote, urlencode

from chatapp.language import gettext as _
from chatapp.wire.fingerprints import Fingerprint, MalformedFingerprint
from chatapp.wire.message import can_be_named
from chatapp.wire.names import CHANNEL_PREFIXES
from chatapp.wire.ports import PLAIN_PORT, TLS_PORT, read_port

SCHEMES = ("irc", "ircs", "irc6", "chatapp")
INVITED = "invite:"
"""Stands before an invitation's token where a server's password would be."""

_LINK = re.compile(rf"({'|'.join(SCHEMES)})://(\S*)", re.I)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,128}")
_MOST_EXTRAS = 16
_MOST_NAME = 100
_MOST_SECRET = 300


class MalformedLink(ValueError):
    """A text that is no link to a chat; the sentence says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class InviteLink:
    """A link such as ircs://192.168.1.20:6697/#class?fp=…&t=… to a chat.

    Other programs read host, port and channel, and leave the extras alone: `fp`, `t`,
    `a`, `s`. The form is that of
    https://datatracker.ietf.org/doc/html/draft-butcher-irc-url-04, and a channel's "#"
    may stand there as it is.

    Args:
        host: a name or an IP address, without brackets.
        port: from 1 to 65535.
        secure: whether to come with TLS only.
        channel: the channel to join, or "".
        fingerprint: that of the server's certificate, if it is known.
        token: what lets its holder in, or "".
        account: as whom its holder signs in, or "".
        secret: what proves that; never one without the other.
    """

    host: str
    port: int = TLS_PORT
    secure: bool = True
    channel: str = ""
    fingerprint: Fingerprint | None = None
    token: str = field(default="", repr=False)
    account: str = ""
    secret: str = field(default="", repr=False)

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
        values = _read_query(query)
        account, secret = _read_account(values)
        return cls(
            host,
            port or (TLS_PORT if secure else PLAIN_PORT),
            secure,
            _read_channel(channel),
            _read_fingerprint(values),
            _read_token(values),
            account,
            secret,
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
        if self.account and self.secret:
            extras |= {"a": self.account, "s": self.secret}
        query = f"?{urlencode(extras)}" if extras else ""
        channel = quote(self.channel, safe="#&+!")
        return f"{scheme}://{host}:{self.port}/{channel}{query}"


NOT_A_LINK = _("This is no link to a chat. One begins with irc:// or ircs://.")
NO_HOST = _("This link names no server. Ask for another one.")
WRONG_PORT = _(
    "This link's port is no whole number from 1 to 65535. Ask for another one."
)
WRONG_ROOM = _("No room can have the name that is in this link. Ask for another one.")
WRONG_FINGERPRINT = _(
    "This link's fingerprint is damaged, perhaps cut off. Copy the whole link again."
)
WRONG_TOKEN = _("This link's token is damaged. Copy the whole link again.")

WRONG_ACCOUNT = _(
    "This link does not tell whole who you are, perhaps it was cut off. Copy the whole"
    " link again."
)


def _read_place(place: str) -> tuple[str, int | None]:
    host, bracket, rest = place.removeprefix("[").partition("]")
    if not place.startswith("["):
        host, colon, port = place.partition(":")
        rest = colon + port
    elif not bracket:
        raise MalformedLink(NO_HOST)
    if not host:
        raise MalformedLink(NO_HOST)
    return unquote(host), _port_in(rest.removeprefix(":"))


def _port_in(text: str) -> int | None:
    if not text:
        return None
    port = read_port(text)
    if port is None:
        raise MalformedLink(WRONG_PORT)
    return port


def _read_channel(path: str) -> str:
    """Take the first target of the path; one without a sign is a channel too."""
    name = unquote(path).partition(",")[0].strip()
    if name and not (can_be_named(name) and name.isprintable()):
        raise MalformedLink(WRONG_ROOM)
    if not name or name.startswith(tuple(CHANNEL_PREFIXES)):
        return name
    return f"#{name}"


def _read_query(query: str) -> dict[str, str]:
    """Read the extras; of one that stands there twice the first counts."""
    extras = "&".join(query.split("&")[:_MOST_EXTRAS])
    return {name: values[0] for name, values in parse_qs(extras).items()}


def _read_fingerprint(values: Mapping[str, str]) -> Fingerprint | None:
    told = values.get("fp", "")
    try:
        return Fingerprint.parse(told) if told else None
    except MalformedFingerprint:
        raise MalformedLink(WRONG_FINGERPRINT) from None


def _read_token(values: Mapping[str, str]) -> str:
    token = values.get("t", "")
    if token and not _TOKEN.fullmatch(token):
        raise MalformedLink(WRONG_TOKEN)
    return token


def _read_account(values: Mapping[str, str]) -> tuple[str, str]:
    """Read as whom to sign in; half of it is a link that was cut off."""
    account, secret = values.get("a", ""), values.get("s", "")
    if not account and not secret:
        return "", ""
    is_name = 0 < len(account) <= _MOST_NAME and " " not in account
    is_secret = 0 < len(secret) <= _MOST_SECRET
    if not (is_name and is_secret and (account + secret).isprintable()):
        raise MalformedLink(WRONG_ACCOUNT)
    return account, secret

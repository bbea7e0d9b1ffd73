"""Reads what people type as a server's address, and says what is wrong with it."""

import ipaddress
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from chatapp.language import gettext as _
from chatapp.wire.formatting import printable
from chatapp.wire.invite_link import SCHEMES, InviteLink, MalformedLink
from chatapp.wire.ports import read_port
from chatapp.wire.short_code import MalformedCode, ShortCode, looks_like_code

if TYPE_CHECKING:
    from chatapp.wire.fingerprints import Fingerprint

MOST_HOST_CHARACTERS = 253
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://.*", re.I | re.S)
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)", re.I)
_NUMERIC = re.compile(r"\d+|0x[0-9a-f]*", re.I)
_ZONE = re.compile(r"[a-z0-9._-]{1,32}", re.I | re.ASCII)
"""The name of an interface, or its number (https://www.rfc-editor.org/rfc/rfc4007)."""


EMPTY = _("Type the server's address, for example 192.168.1.20 or chat.example.org.")
SPACE = _(
    "An address cannot contain spaces. Type it as in 192.168.1.20; if it is a code,"
    " check each of its letters."
)
NOT_IPV4 = _(
    "{text} is not a valid IP address. One has four numbers from 0 to 255,"
    " as in 192.168.1.20."
)
NOT_IPV6 = _("{text} is not a valid IPv6 address. One looks like this: 2001:db8::20.")
NOT_A_NAME = _(
    "{text} is not the name of a server. Use letters, digits, - and dots,"
    " as in chat.example.org."
)
TOO_LONG = _("This address is too long. Check it, or type the server's IP address.")
WRONG_PORT = _("{text} is not a port. Use a whole number from 1 to 65535.")
WRONG_LINK = _(
    "chatapp cannot open {text} links. Type the address alone, as in chat.example.org."
)


class MalformedAddress(ValueError):
    """A text that is no address; it says in one sentence what to do."""

    def __init__(self, sentence: str) -> None:
        """Take the sentence; what is repeated in it gives a terminal no orders."""
        super().__init__(printable(sentence))


@dataclass(frozen=True, slots=True)
class ServerAddress:
    """Where a server is: a name or an IP address, and what else was typed with it.

    A link may say besides that only TLS will do, by which fingerprint its server is
    known, with which token one is let in, and as whom one comes, and what proves it.
    A short code says less, and but the `beginning` of the fingerprint.
    """

    host: str
    port: int | None = None
    channel: str = ""
    secure: bool = False
    fingerprint: "Fingerprint | None" = None
    token: str = field(default="", repr=False)
    account: str = ""
    secret: str = field(default="", repr=False)
    beginning: bytes = b""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an address, host:port, [address]:port, an irc:// link, or a short code.

        Raises:
            MalformedAddress: with one sentence for the person who typed it.
        """
        text = text.strip()
        if not text:
            raise MalformedAddress(EMPTY)
        if _SCHEME.fullmatch(text):
            return cls._of_link(text)
        if looks_like_code(text):
            return cls._of_code(text)
        place = text.rstrip("/")
        if any(character.isspace() for character in place):
            raise MalformedAddress(SPACE)
        host, port = _split_port(place)
        return cls(_check_host(host), _check_port(port))

    @classmethod
    def _of_link(cls, text: str) -> Self:
        scheme = text.partition("://")[0]
        if scheme.lower() not in SCHEMES:
            raise MalformedAddress(WRONG_LINK.format(text=f"{scheme}://"))
        try:
            link = InviteLink.parse(text)
        except MalformedLink as error:
            raise MalformedAddress(str(error)) from error
        return cls(
            _check_host(link.host),
            link.port,
            link.channel,
            link.secure,
            link.fingerprint,
            link.token,
            link.account,
            link.secret,
        )

    @classmethod
    def _of_code(cls, text: str) -> Self:
        try:
            code = ShortCode.parse(text)
        except MalformedCode as error:
            raise MalformedAddress(str(error)) from error
        return cls(
            code.host,
            code.port,
            secure=True,
            token=code.token,
            beginning=code.beginning,
        )


def as_typed(host: str) -> str:
    """Write a host as people type it: a name with its letters in place of xn--.

    Letters of one script may look like those of another. So this is for names only
    that no computer has.
    """
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host


def _split_port(place: str) -> tuple[str, str]:
    """Part host and port; an IPv6 address has colons of its own."""
    if place.startswith("["):
        host, bracket, rest = place[1:].partition("]")
        if not bracket or (rest and not rest.startswith(":")):
            raise MalformedAddress(NOT_IPV6.format(text=place))
        if ":" not in host:
            raise MalformedAddress(NOT_IPV6.format(text=place))
        return host, rest[1:]
    if place.count(":") == 1:
        host, _, port = place.partition(":")
        return host, port
    return place, ""


def _check_port(text: str) -> int | None:
    if not text:
        return None
    port = read_port(text)
    if port is None:
        raise MalformedAddress(WRONG_PORT.format(text=text))
    return port


def _check_host(host: str) -> str:
    if not host:
        raise MalformedAddress(EMPTY)
    if len(host) > MOST_HOST_CHARACTERS:
        raise MalformedAddress(TOO_LONG)
    if ":" in host:
        return _check_ipv6(host)
    name = host.rstrip(".") if not host.endswith("..") else host
    if _is_numeric_name(name):
        return _check_ipv4(name)
    return _check_name(name)


def _check_ipv6(host: str) -> str:
    address, percent, zone = host.partition("%")
    try:
        ipaddress.IPv6Address(address)
    except ValueError:
        raise MalformedAddress(NOT_IPV6.format(text=host)) from None
    if percent and not _ZONE.fullmatch(zone):
        raise MalformedAddress(NOT_IPV6.format(text=host))
    return host


def _is_numeric_name(name: str) -> bool:
    """Tell whether the last label is a number: then only an IPv4 address can be meant.

    The system's own look-up would take 127.1 and 1.2.3 for addresses too
    (https://url.spec.whatwg.org/#ends-in-a-number-checker).
    """
    return _NUMERIC.fullmatch(name.rpartition(".")[2]) is not None


def _check_ipv4(host: str) -> str:
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError:
        raise MalformedAddress(NOT_IPV4.format(text=host)) from None


def _check_name(name: str) -> str:
    try:
        wire_form = name if name.isascii() else name.encode("idna").decode()
    except UnicodeError:
        raise MalformedAddress(NOT_A_NAME.format(text=name)) from None
    labels = wire_form.split(".")
    if len(wire_form) > MOST_HOST_CHARACTERS or not all(map(_LABEL.fullmatch, labels)):
        raise MalformedAddress(NOT_A_NAME.format(text=name))
    if _is_numeric_name(wire_form):
        return _check_ipv4(wire_form)
    return wire_form.lower()  # a server has one name, however it is written

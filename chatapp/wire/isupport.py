"""Reads and writes what a server says of itself in RPL_ISUPPORT (005)."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

from chatapp.wire.modes import ModeTypes
from chatapp.wire.names import fold_with
from chatapp.wire.whole_numbers import whole_number

MAX_TOKENS_PER_LINE = 13
MAX_TOKENS_BYTES = 400
"""Leaves room in 512 bytes for the server's name, a nick and the closing words."""
MOST_TOKENS = 500
"""Servers have about fifty; more than this is no help to anybody."""

ONLY_INVITED = "chatapp/INVITED"
"""Our server lets in only who is invited."""

_ESCAPED = re.compile(r"\\x([0-9A-Fa-f]{2})")
_TO_ESCAPE = re.compile(r"[\x00-\x20\\]")
_PREFIX = re.compile(r"\((?P<letters>[^)]*)\)(?P<symbols>.*)")


@dataclass(frozen=True, slots=True)
class Isupport:
    """What a server supports, with the defaults for what it has not said.

    Specification: https://modern.ircdocs.horse/#rplisupport-005 and its list of
    parameters. A value that makes no sense counts as not said.

    Args:
        values: the tokens' names in capitals as sent, and their values without
            escapes; "" for a token without a value.
    """

    values: Mapping[str, str] = field(default_factory=dict, hash=False)

    def with_tokens(self, tokens: Iterable[str]) -> Self:
        """Give what is known after one more 005.

        Args:
            tokens: its parameters without the nick in front and the words at the
                end: "NAME", "NAME=value", or "-NAME", which takes back.
        """
        values = dict(self.values)
        for token in tokens:
            name, _, value = token.partition("=")
            if name.startswith("-"):
                values.pop(name[1:], None)
            elif name and (name in values or len(values) < MOST_TOKENS):
                values[name] = _unescape(value)
        return type(self)(values)

    def __contains__(self, name: str) -> bool:
        return name in self.values

    @property
    def network(self) -> str:
        """The network's name for people, or ""."""
        return self.values.get("NETWORK", "")

    @property
    def lets_in_only_invited(self) -> bool:
        """Whether one needs an invitation to come in, as our server says it."""
        return ONLY_INVITED in self

    @property
    def casemapping(self) -> str:
        """How names are compared; "rfc1459" where the server does not say."""
        return self.values.get("CASEMAPPING") or "rfc1459"

    @property
    def fold(self) -> Callable[[str], str]:
        """The function that gives the key by which this server compares names."""
        return fold_with(self.casemapping)

    @property
    def channel_types(self) -> str:
        """The characters with which a channel's name begins."""
        return self.values.get("CHANTYPES", "#&")

    def is_channel(self, name: str) -> bool:
        """Tell whether a target is a channel on this server."""
        return name[:1] != "" and name[0] in self.channel_types

    @property
    def mode_types(self) -> ModeTypes:
        """Its channel modes, from CHANMODES and PREFIX."""
        default = ModeTypes()
        kinds = (self.values.get("CHANMODES") or "b,k,l,imnst").split(",")
        lists, always, when_set, flags = (*kinds, "", "", "", "")[:4]
        found = _PREFIX.fullmatch(self.values.get("PREFIX", "(ov)@+"))
        prefixes = found["letters"] if found else ""
        symbols = found["symbols"] if found else ""
        if len(prefixes) != len(symbols):
            prefixes, symbols = default.prefixes, default.symbols
        return ModeTypes(lists, always, when_set, flags, prefixes, symbols)

    @property
    def status_prefixes(self) -> str:
        """The symbols that may stand before a channel to reach only those ranks."""
        return self.values.get("STATUSMSG", "")

    @property
    def nick_length(self) -> int | None:
        """The most characters of a nick, or None where the server does not say."""
        return self.number("NICKLEN")

    @property
    def channel_length(self) -> int | None:
        """The most characters of a channel's name, or None."""
        return self.number("CHANNELLEN")

    @property
    def topic_length(self) -> int | None:
        """The most characters of a topic, or None."""
        return self.number("TOPICLEN")

    @property
    def kick_length(self) -> int | None:
        """The most characters of a reason for KICK, or None."""
        return self.number("KICKLEN")

    @property
    def away_length(self) -> int | None:
        """The most characters of an away message, or None."""
        return self.number("AWAYLEN")

    @property
    def history_limit(self) -> int | None:
        """The most messages of one CHATHISTORY; None: no such command, or no limit."""
        return self.number("CHATHISTORY") or None

    @property
    def most_watched(self) -> int | None:
        """The most nicks that MONITOR watches: 0 without it; None: no limit."""
        return self.number("MONITOR") or None if "MONITOR" in self else 0

    def most_targets(self, command: str) -> int | None:
        """The most targets of one such command; None: no limit that is told."""
        limits = (each.split(":") for each in self.values.get("TARGMAX", "").split(","))
        told = {name: most for name, *rest in limits for most in rest}
        return whole_number(told.get(command, "")) or None

    def lets_through(self, tag: str) -> bool:
        """Tell whether a client-only tag reaches others.

        Args:
            tag: its name, with the "+" in front.

        See https://ircv3.net/specs/extensions/message-tags#rplisupport-tokens.
        """
        name = tag.removeprefix("+")
        denied = self.values.get("CLIENTTAGDENY", "").split(",")
        if "*" in denied:
            return f"-{name}" in denied
        return name not in denied

    def number(self, name: str) -> int | None:
        """Give a value that should be a whole number, or None."""
        return whole_number(self.values.get(name, ""))


def render_isupport(
    tokens: Mapping[str, str | int | None],
    per_line: int = MAX_TOKENS_PER_LINE,
    max_bytes: int = MAX_TOKENS_BYTES,
) -> list[list[str]]:
    """Write tokens as the parameters of 005, one list for each line.

    Args:
        tokens: names and values; None for a token that stands alone.
        per_line: the most tokens of a line.
        max_bytes: the most bytes of a line's tokens and the spaces between them.
    """
    lines: list[list[str]] = []
    room = 0
    for name, value in tokens.items():
        token = name if value is None else f"{name}={_escape(str(value))}"
        needed = len(token.encode()) + 1
        if not lines or len(lines[-1]) >= per_line or needed > room:
            lines.append([])
            room = max_bytes + 1
        lines[-1].append(token)
        room -= needed
    return lines


def _escape(value: str) -> str:
    return _TO_ESCAPE.sub(lambda found: f"\\x{ord(found[0]):02X}", value)


def _unescape(value: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)

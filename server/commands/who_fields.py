"""WHOX: what a WHO shall tell of each user, and in which order it is told.

Specification: https://ircv3.net/specs/extensions/whox
"""

from collections.abc import Callable
from dataclasses import dataclass

from chatapp.wire.capabilities import MULTI_PREFIX
from chatapp.wire.whole_numbers import whole_number
from server.commands.context import Context
from server.world.channel import Channel
from server.world.user import BOT, User

FIELDS_SIGN = "%"
ANSWERED = "t"
REALNAME = "r"
MAX_TOKEN_DIGITS = 3
OPERATORS_ONLY = "o"
NO_CHANNEL = "*"
NO_ACCOUNT = "0"
NO_LEVEL = "n/a"


@dataclass(frozen=True, slots=True)
class Asked:
    """What WHO's second parameter asks for.

    Args:
        fields: letters; "" for a WHO without fields.
        token: comes back in each reply.
        operators_only: whether only the server's operators shall be told.
    """

    fields: str = ""
    token: str = ""
    operators_only: bool = False


def read_asked(text: str) -> Asked:
    """Read `o%tcuihsnfdlaor,123`; what is not understood is left out."""
    flags, sign, rest = text.partition(FIELDS_SIGN)
    fields, _, token = rest.partition(",")
    if whole_number(token, MAX_TOKEN_DIGITS) is None:
        token = ""
    return Asked(fields if sign else "", token, OPERATORS_ONLY in flags)


def flags_of(context: Context, user: User, channel: Channel | None) -> str:
    """Give WHO's flags: here or gone, operator, bot, and the ranks in the channel."""
    flags = "H" if user.away is None else "G"
    if "o" in user.modes:
        flags += "*"
    if BOT in user.modes:
        flags += BOT
    if channel is not None:
        flags += channel.signs_of(user, every=context.session.has(MULTI_PREFIX))
    return flags


def words_of(
    context: Context, user: User, channel: Channel | None, asked: Asked
) -> list[str]:
    """Give the parameters of RPL_WHOSPCRPL, but for the real name at the end."""
    told = [
        read(context, user, channel)
        for letter, read in FIELDS.items()
        if letter in asked.fields
    ]
    if ANSWERED in asked.fields and asked.token:
        told.insert(0, asked.token)
    return told


def _idle(context: Context, user: User, _channel: Channel | None) -> str:
    return str(max(0, context.services.clock.seconds() - user.spoke_at))


FIELDS: dict[str, Callable[[Context, User, Channel | None], str]] = {
    "c": lambda _context, _user, channel: channel.name if channel else NO_CHANNEL,
    "u": lambda _context, user, _channel: user.username,
    "i": lambda _context, user, _channel: user.numeric_host,
    "h": lambda _context, user, _channel: user.host,
    "s": lambda context, _user, _channel: context.settings.server.name,
    "n": lambda _context, user, _channel: user.nick,
    "f": flags_of,
    "d": lambda _context, _user, _channel: "0",
    "l": _idle,
    "a": lambda _context, user, _channel: user.account or NO_ACCOUNT,
    "o": lambda _context, _user, _channel: NO_LEVEL,
}
"""How each field is read, in the order in which they are told."""

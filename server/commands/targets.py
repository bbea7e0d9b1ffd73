"""How many targets one command may have, and how they are read."""

from chatapp.wire.numerics import ERR_TOOMANYTARGETS
from server.replies import Refused

LIMITS: dict[str, int | None] = {
    "ACCEPT": 10,
    "INVITE": 1,
    "JOIN": None,
    "KICK": 10,
    "LIST": 10,
    "MONITOR": None,
    "NAMES": None,
    "NOTICE": 10,
    "PART": None,
    "PRIVMSG": 10,
    "TAGMSG": 10,
    "WHOIS": 10,
    "WHOWAS": 10,
}
"""The most targets of each command; None: as many as a line holds."""


def split_targets(command: str, text: str) -> list[str]:
    """Give the targets that stand in a parameter, each of them once.

    Raises:
        Refused: there are too many for this command.
    """
    if "," not in text:
        return [text]
    targets = list(dict.fromkeys(text.split(",")))
    require_fewer(command, targets)
    return targets


def require_fewer(command: str, targets: list[str]) -> None:
    """Refuse too many targets.

    Raises:
        Refused: there are too many for this command.
    """
    limit = LIMITS[command]
    if limit is not None and len(targets) > limit:
        raise Refused(ERR_TOOMANYTARGETS, targets[limit])


def render_limits() -> str:
    """Write the limits as TARGMAX has them.

    Specification: https://modern.ircdocs.horse/#targmax-parameter
    """
    return ",".join(f"{command}:{limit or ''}" for command, limit in LIMITS.items())

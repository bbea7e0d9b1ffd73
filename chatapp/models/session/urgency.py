"""How soon what a session sends has to leave, where a server takes little at once."""

from enum import IntEnum, auto


class Urgency(IntEnum):
    """Who is served first; within each it is who came first."""

    AT_ONCE = auto()
    """An answer that must not be late, or a question of which the time counts."""

    IN_TURN = auto()
    """What somebody says or asks for."""

    ASIDE = auto()
    """What nobody waits for."""

"""How somebody is: there, away, or gone."""

from enum import Enum, auto


class Presence(Enum):
    """Whether a person can answer; unknown while there is no connection."""

    ONLINE = auto()
    AWAY = auto()
    OFFLINE = auto()
    UNKNOWN = auto()

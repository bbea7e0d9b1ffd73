"""What stands in the sign-in window: its fields, and the rows of its list."""

from dataclasses import dataclass
from enum import Enum, auto

SHORTEST_USERNAME, LONGEST_USERNAME = 4, 30
"""How long a username may be; what may stand in it is told by wire/names.py."""


class Field(Enum):
    """A field of the sign-in window."""

    ADDRESS = auto()
    PORT = auto()
    USERNAME = auto()
    PASSWORD = auto()


@dataclass(frozen=True, slots=True)
class SignInForm:
    """What stands in the sign-in window's fields, as typed."""

    address: str = ""
    port: str = ""
    username: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True)
class ServerRow:
    """A chat around here, as it stands in the list of them; `key` names it."""

    key: str
    name: str
    details: str
    is_encrypted: bool = True

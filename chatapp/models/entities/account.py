"""What stands in the card that asks for an account: its fields, and its words."""

from dataclasses import dataclass, field
from enum import Enum, auto


class AccountField(Enum):
    """A field of the card that asks for an account."""

    NAME = auto()
    PASSWORD = auto()
    CERTIFICATE = auto()


@dataclass(frozen=True, slots=True)
class AccountForm:
    """An account of a network, as typed: its name, and what proves it.

    Without a password, the one that is kept of it is used.
    """

    name: str = ""
    password: str = field(default="", repr=False)
    certificate: str = ""


@dataclass(frozen=True, slots=True)
class AccountWords:
    """What stands in the card that asks for an account."""

    title: str
    words: str
    name: str
    password: str
    certificate: str
    example: str
    choose: str
    action: str
    cancel: str

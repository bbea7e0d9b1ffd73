"""What the composer's box is lent for, other than to write messages."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loan:
    """What the box is for meanwhile: `take` gets what is sent, `end` is called last.

    `pause` gets what is written as another room is opened, before `end`.
    """

    take: Callable[[str], None]
    pause: Callable[[str], None]
    end: Callable[[], None]
    placeholder: str

"""What the composer's box is lent for, other than to write messages."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loan:
    """What the box is for meanwhile: `take` gets what is sent.

    `keep` gets what is written, whenever that changes. One of these is called last:
    `pause` as another room is opened, where it may be gone on with, or else `end`.
    """

    take: Callable[[str], None]
    keep: Callable[[str], None]
    pause: Callable[[], None]
    end: Callable[[], None]
    placeholder: str

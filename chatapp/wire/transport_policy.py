"""What a server says of itself with the capability sts: to come with TLS only.

Specification: https://ircv3.net/specs/extensions/sts
"""

import re
from dataclasses import dataclass
from typing import Self

from chatapp.wire.ports import HIGHEST_PORT

MOST_SECONDS = 10 * 365 * 86_400
"""A longer time than ten years is taken for ten years."""

_DIGITS = re.compile("[0-9]{1,15}")


@dataclass(frozen=True, slots=True)
class TransportPolicy:
    """Where to come with TLS, and for how long nothing else will do.

    Args:
        port: for whom the connection is plain; None where it is not told.
        seconds: for whom the connection is secure; 0 ends it, None is not told.
    """

    port: int | None = None
    seconds: int | None = None

    @classmethod
    def parse(cls, value: str) -> Self:
        """Read the capability's value; what makes no sense in it counts as not told.

        Args:
            value: such as "duration=2592000,port=6697".
        """
        tokens = (token.partition("=") for token in value.split(","))
        told = {key: text for key, _, text in tokens if _DIGITS.fullmatch(text)}
        port = int(told.get("port", "0"))
        duration = told.get("duration")
        return cls(
            port if 1 <= port <= HIGHEST_PORT else None,
            None if duration is None else min(int(duration), MOST_SECONDS),
        )

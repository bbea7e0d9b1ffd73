"""The ports there are, and those at which chat servers are usually found."""

from chatapp.wire.whole_numbers import whole_number

HIGHEST_PORT = 65_535

PLAIN_PORT = 6667
"""IRC, see https://datatracker.ietf.org/doc/html/rfc7194#section-2.1."""

TLS_PORT = 6697
"""IRC over TLS, see https://datatracker.ietf.org/doc/html/rfc7194#section-2."""


def read_port(text: str, lowest: int = 1) -> int | None:
    """Give the port that a text names; None where it names none.

    Args:
        text: a number without spaces around it.
        lowest: 0 where the system may choose a port.
    """
    port = whole_number(text, len(str(HIGHEST_PORT)))
    return port if port is not None and lowest <= port <= HIGHEST_PORT else None

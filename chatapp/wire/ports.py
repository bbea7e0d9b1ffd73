"""The ports at which chat servers are usually found."""

PLAIN_PORT = 6667
"""IRC, see https://datatracker.ietf.org/doc/html/rfc7194#section-2.1."""

TLS_PORT = 6697
"""IRC over TLS, see https://datatracker.ietf.org/doc/html/rfc7194#section-2."""

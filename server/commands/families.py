"""All families of commands; importing them fills the table."""

from server.commands import (
    capabilities,
    channels,
    history,
    information,
    listing,
    messages,
    modes,
    people,
    registration,
    who,
    whois,
)

FAMILIES = (
    capabilities,
    channels,
    history,
    information,
    listing,
    messages,
    modes,
    people,
    registration,
    who,
    whois,
)

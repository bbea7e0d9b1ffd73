"""All families of commands; importing them fills the table."""

from server.commands import (
    acceptance,
    capabilities,
    channels,
    history,
    information,
    listing,
    manual,
    messages,
    modes,
    people,
    registration,
    statistics,
    who,
    whois,
    whowas,
)

FAMILIES = (
    acceptance,
    capabilities,
    channels,
    history,
    information,
    listing,
    manual,
    messages,
    modes,
    people,
    registration,
    statistics,
    who,
    whois,
    whowas,
)

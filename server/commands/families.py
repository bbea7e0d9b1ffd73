"""All families of commands; importing them fills the table."""

from server.commands import (
    capabilities,
    channels,
    history,
    information,
    messages,
    people,
    registration,
)

FAMILIES = (
    capabilities,
    channels,
    history,
    information,
    messages,
    people,
    registration,
)

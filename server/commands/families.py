"""The table of commands, filled by importing all families."""

from server.commands import (  # noqa: F401 - each adds its commands to the table
    acceptance,
    capabilities,
    channels,
    history,
    information,
    listing,
    manual,
    messages,
    modes,
    monitor,
    people,
    redaction,
    registration,
    renaming,
    statistics,
    who,
    whois,
    whowas,
)
from server.commands.table import commands

__all__ = ["commands"]

"""The table of commands, filled by importing all families."""

from server.commands import (  # noqa: F401 - each adds its commands to the table
    acceptance,
    account_orders,
    authentication,
    capabilities,
    channels,
    chanserv,
    history,
    information,
    invitation_orders,
    invitations,
    listing,
    making_accounts,
    manual,
    messages,
    metadata,
    modes,
    monitor,
    multiline,
    nickserv,
    operators,
    people,
    read_markers,
    redaction,
    registration,
    reloading,
    renaming,
    searching,
    server_bans,
    statistics,
    who,
    whois,
    whowas,
)
from server.commands.table import commands

__all__ = ["commands"]

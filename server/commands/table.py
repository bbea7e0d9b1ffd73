"""The table of commands: importing a family's module adds its commands."""

from chatapp.wire.handler_table import HandlerTable
from server.commands.context import Context

BEFORE_SIGN_IN = "before_sign_in"
"""The guard of commands that work before a client has signed in."""

OPERATORS_ONLY = "operators_only"
"""The guard of commands that only operators of the server may use."""

commands = HandlerTable[Context](BEFORE_SIGN_IN, OPERATORS_ONLY)

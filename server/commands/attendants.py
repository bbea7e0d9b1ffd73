"""NickServ and ChanServ, as people write to them: their names, and what they do."""

from collections.abc import Callable

from chatapp.wire.names import fold
from server.commands import chanserv, nickserv
from server.commands.context import Context

Serve = Callable[[Context, str], None]

_ATTENDANTS: dict[str, Serve] = {
    fold(nickserv.NAME): nickserv.serve,
    fold(chanserv.NAME): chanserv.serve,
}


def attendant(target: str) -> Serve | None:
    """Give what answers a message to this name; None: nothing does."""
    return _ATTENDANTS.get(fold(target))

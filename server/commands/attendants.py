"""NickServ and ChanServ, as people write to them: their names, and what they do."""

from collections.abc import Callable

from server.commands import chanserv, nickserv
from server.commands.context import Context

Serve = Callable[[Context, str], None]

_ATTENDANTS: dict[str, Serve] = {
    nickserv.NAME.lower(): nickserv.serve,
    chanserv.NAME.lower(): chanserv.serve,
}


def attendant(context: Context, target: str) -> Serve | None:
    """Give what answers a message to this name; None: nothing does."""
    return _ATTENDANTS.get(context.world.fold(target))

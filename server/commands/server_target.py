"""The server that a question is for: there is no other than this one."""

from chatapp.wire.masks import compile_mask
from chatapp.wire.numerics import ERR_NOSUCHSERVER
from server.commands.context import Context
from server.replies import Refused


def require_this_server(context: Context, target: str) -> None:
    """Refuse a question for another server; a user's nick means the server he is on.

    Raises:
        Refused: no server fits that name or mask, and nobody has that nick.
    """
    is_this = compile_mask(target, context.world.fold).matches(
        context.settings.server.name
    )
    if not is_this and context.world.user(target) is None:
        raise Refused(ERR_NOSUCHSERVER, target)

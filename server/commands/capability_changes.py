"""CAP NEW and CAP DEL: the server offers more, or less, than when a client came.

Specification: https://ircv3.net/specs/extensions/capability-negotiation#cap-notify
"""

from collections.abc import Iterable, Mapping

from chatapp.wire.capabilities import (
    CAP_NOTIFY,
    render_capabilities,
    split_capabilities,
)
from server.commands.capabilities import LIST_BYTES, VERSION_WITH_VALUES
from server.commands.context import Context
from server.commands.offer import offered
from server.world.events import CapabilitiesChanged
from server.world.session import Session


def tell_changes(context: Context, previous: Mapping[str, str]) -> None:
    """Tell which capabilities are offered no more, or newly, or with another value."""
    now = offered(context.services)
    new = {name: value for name, value in now.items() if previous.get(name) != value}
    gone = previous.keys() - now.keys()
    if gone:
        tell_gone(context, gone)
    if new:
        tell_new(context, new)


def tell_new(context: Context, capabilities: Mapping[str, str]) -> None:
    """Tell every client that asked for it what is offered from now on."""
    for session in list(context.world.sessions):
        with_values = session.cap_version >= VERSION_WITH_VALUES
        shown = capabilities if with_values else dict.fromkeys(capabilities, "")
        _tell(context, session, "NEW", render_capabilities(shown.items()))


def tell_gone(context: Context, names: Iterable[str]) -> None:
    """Take capabilities from all who use them, and tell every client that asked."""
    gone = frozenset(names)
    for session in list(context.world.sessions):
        if not gone.isdisjoint(session.capabilities):
            left = session.capabilities - gone
            context.commit(CapabilitiesChanged(session, left))
        _tell(context, session, "DEL", sorted(gone))


def _tell(
    context: Context, session: Session, subcommand: str, tokens: list[str]
) -> None:
    if not session.has(CAP_NOTIFY):
        return
    server, nick = context.settings.server.name, session.user.nick or "*"
    for line in split_capabilities(tokens, LIST_BYTES):
        context.step.tell(session, "", f":{server} CAP {nick} {subcommand} :{line}")

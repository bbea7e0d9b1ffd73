"""CAP: which extensions client and server speak with each other.

Specification: https://ircv3.net/specs/extensions/capability-negotiation
"""

from collections.abc import Callable, Iterable

from chatapp.wire.capabilities import (
    CAP_NOTIFY,
    parse_capabilities,
    render_capabilities,
    split_capabilities,
)
from chatapp.wire.message import Message
from chatapp.wire.numerics import ERR_INVALIDCAPCMD
from chatapp.wire.whole_numbers import whole_number
from server.announcements.metadata import understands_metadata
from server.commands.context import Context
from server.commands.metadata_replies import tell_own
from server.commands.offer import offered as offered_now
from server.commands.sign_in import sign_in_if_complete
from server.commands.table import commands
from server.commands.transport_security import transport_policy
from server.replies import Refused
from server.world.events import CapabilitiesChanged, NegotiationChanged

VERSION_WITH_VALUES = 302
LIST_BYTES = 400


@commands.handles("CAP", min_params=1, before_sign_in=True)
def cap(context: Context, message: Message) -> None:
    """List the server's capabilities and choose among them."""
    subcommand = message.params[0].upper()
    function = SUBCOMMANDS.get(subcommand)
    if function is None:
        raise Refused(ERR_INVALIDCAPCMD, message.params[0])
    function(context, message)


def list_offered(context: Context, message: Message) -> None:
    """Answer CAP LS."""
    session = context.session
    version = _version(message)
    _negotiate(context, max(version, session.cap_version))
    if version >= VERSION_WITH_VALUES and not session.has(CAP_NOTIFY):
        names = session.capabilities | {CAP_NOTIFY}
        context.commit(CapabilitiesChanged(session, names))
    offered = offered_now(context.services)
    if session.cap_version < VERSION_WITH_VALUES:
        _answer(context, "LS", _shown_to_old(offered))
        return
    shown = offered | transport_policy(context)
    _answer_list(context, "LS", render_capabilities(shown.items()))


def list_chosen(context: Context, _message: Message) -> None:
    """Answer CAP LIST."""
    _answer_list(context, "LIST", sorted(context.session.capabilities))


def request(context: Context, message: Message) -> None:
    """Answer CAP REQ: all of what is asked for, or nothing."""
    session = context.session
    _negotiate(context, session.cap_version)
    asked = message.trailing if len(message.params) > 1 else ""
    names = list(parse_capabilities(asked))
    chosen = set(session.capabilities)
    for name in names:
        if name.startswith("-"):
            chosen.discard(name[1:])
        else:
            chosen.add(name)
    locked = session.cap_version >= VERSION_WITH_VALUES and f"-{CAP_NOTIFY}" in names
    offered = offered_now(context.services)
    if locked or any(name.removeprefix("-") not in offered for name in names):
        _answer(context, "NAK", asked.strip())
        return
    _answer(context, "ACK", asked.strip())
    before = understands_metadata(session)
    context.commit(CapabilitiesChanged(session, frozenset(chosen)))
    if session.is_registered and not before:
        tell_own(context)


def end(context: Context, _message: Message) -> None:
    """Answer CAP END: sign in, if nothing else is missing."""
    session = context.session
    if session.is_negotiating:
        context.commit(NegotiationChanged(session, False, session.cap_version))
    sign_in_if_complete(context)


SUBCOMMANDS: dict[str, Callable[[Context, Message], None]] = {
    "LS": list_offered,
    "LIST": list_chosen,
    "REQ": request,
    "END": end,
}


def _negotiate(context: Context, version: int) -> None:
    session = context.session
    is_open = not session.is_registered
    if session.is_negotiating != is_open or session.cap_version != version:
        context.commit(NegotiationChanged(session, is_open, version))


def _version(message: Message) -> int:
    asked = message.params[1] if len(message.params) > 1 else ""
    return whole_number(asked, len("302000")) or 0


def _shown_to_old(offered: Iterable[str]) -> str:
    """Give what a client of the first version is told: as much as one line takes.

    It understands no second line, and is the least likely to know what is no standard.
    """
    standards_first = sorted(offered, key=lambda name: "/" in name)
    return split_capabilities(standards_first, LIST_BYTES)[0]


def _answer_list(context: Context, subcommand: str, tokens: list[str]) -> None:
    lines = split_capabilities(tokens, LIST_BYTES)
    if context.session.cap_version < VERSION_WITH_VALUES:
        for line in lines:
            _answer(context, subcommand, line)
        return
    for line in lines[:-1]:
        _answer(context, subcommand, line, "*")
    _answer(context, subcommand, lines[-1])


def _answer(context: Context, subcommand: str, names: str, more: str = "") -> None:
    nick = context.user.nick or "*"
    marks = [more] if more else []
    context.say("CAP", nick, subcommand, *marks, text=names)

"""Orders: what who looks after the server may ask of it beside all clients."""

import re
from typing import TYPE_CHECKING

from chatapp.wire.handler_table import HandlerTable
from chatapp.wire.masks import complete_mask
from server.commands.context import Context
from server.commands.reloading import reload_settings
from server.commands.server_bans import (
    NO_REASON,
    add_mask,
    add_network,
    length_of,
    remove_ban,
)
from server.commands.statistics import uptime
from server.replies import Failed
from server.settings.durations import parse_duration
from server.world.server_bans import MASK, NETWORK, parse_network

if TYPE_CHECKING:
    from chatapp.wire.message import Message

NO_DURATION = "-"
YES, NO = "yes", "no"
NEITHER = (
    '"{described}" is no address, no network such as 192.0.2.0/24 and no nick. Of '
    "addresses a mask such as *!*@192.0.2.* tells, too."
)
_NO_MASK = re.compile(r"[^!@]*[./:][^!@]*")
"""No nick has one of these: it is the beginning of an address, or a host."""

orders = HandlerTable[Context]()


def obey(context: Context, message: "Message") -> None:
    """Do what an order says.

    Raises:
        Failed: there is no such order, or it says too little.
    """
    handler = orders.find(message.command)
    if handler is None or len(message.params) < handler.min_params:
        raise _failed(message, "The server does not understand this order.")
    handler.function(context, message)
    if context.step.job is None and not context.step.deliveries:
        tell(context, "Done.")


def tell(context: Context, sentence: str) -> None:
    """Answer an order with a line for people."""
    context.notice(sentence)


@orders.handles("STATS")
def stats(context: Context, _message: "Message") -> None:
    """Tell how much there is to do."""
    world, services = context.world, context.services
    now = services.clock.seconds()
    bans = len(world.server_bans.in_force(MASK, now))
    bans += len(world.server_bans.in_force(NETWORK, now))
    for name, value in (
        ("version", services.version),
        ("up", uptime(context)),
        ("connections", len(world.sessions)),
        ("users", world.registered_users),
        ("most users", world.most_users),
        ("channels", len(world.channels)),
        ("bans", bans),
    ):
        tell(context, f"{name}: {value}")


@orders.handles("PLACES")
def places(context: Context, _message: "Message") -> None:
    """Tell where the server listens, as programs read it: an address, a port."""
    for host, port in context.services.places:
        tell(context, f"{host} {port}")


@orders.handles("ANNOUNCED")
def announced(context: Context, _message: "Message") -> None:
    """Tell whether the server announces itself, as programs read it: yes or no."""
    tell(context, YES if context.services.is_announced else NO)


@orders.handles("RELOAD")
def reload(context: Context, _message: "Message") -> None:
    """Take the settings over from their file."""
    reload_settings(context, tell)


@orders.handles("STOP")
def stop(context: Context, _message: "Message") -> None:
    """End the server, after telling everybody."""
    context.services.ask_to_end()
    tell(context, "The server ends now.")


@orders.handles("BAN-ADD", min_params=3)
def ban_add(context: Context, message: "Message") -> None:
    """Keep somebody out: described, duration or -, reason."""
    described, duration, reason = message.params[:3]
    seconds = None if duration == NO_DURATION else parse_duration(duration)
    if seconds is None and duration != NO_DURATION:
        raise _failed(message, f'"{duration}" is no length of time such as 90m or 2d.')
    network = parse_network(described)
    if network is None and _NO_MASK.fullmatch(described):
        raise _failed(message, NEITHER.format(described=described))
    add = add_mask if network is None else add_network
    tell(context, add(context, described, seconds, reason))


@orders.handles("BAN-REMOVE", min_params=1)
def ban_remove(context: Context, message: "Message") -> None:
    """Let somebody in again."""
    network = parse_network(message.params[0])
    if network is not None:
        tell(context, remove_ban(context, NETWORK, str(network)))
    else:
        tell(context, remove_ban(context, MASK, complete_mask(message.params[0])))


@orders.handles("BAN-LIST")
def ban_list(context: Context, _message: "Message") -> None:
    """List whom the server does not let in."""
    now = context.services.clock.seconds()
    bans = context.world.server_bans
    found = [*bans.in_force(NETWORK, now), *bans.in_force(MASK, now)]
    for ban in found:
        reason = "" if ban.reason == NO_REASON else f": {ban.reason}"
        tell(context, f"{ban.described}{length_of(ban)}, by {ban.set_by}{reason}")
    if not found:
        tell(context, "Nobody is banned.")


def _failed(message: "Message", text: str) -> Failed:
    return Failed(message.command, "INVALID_ORDER", text=text)

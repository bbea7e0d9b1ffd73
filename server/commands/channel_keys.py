"""Whether somebody knows a channel's key (+k); nobody may try many."""

import hmac

from chatapp.wire import numerics as n
from server.commands.audit import note_limit
from server.commands.context import Context
from server.replies import Refused
from server.world.channel import Channel
from server.world.origin import origin_of

WAIT = "Too many wrong keys were tried. Please wait {seconds} seconds."
MANY_KEYS = "has tried too many wrong keys of a channel, and has to wait for the next."


def require_key(context: Context, channel: Channel, key: str) -> None:
    """Refuse who does not know the key, or has tried too many from his address.

    Raises:
        Refused: one of the two.
    """
    expected, attempts = channel.modes.key, context.services.attempts
    if expected is None:
        return
    if not key:
        raise Refused(n.ERR_BADCHANNELKEY, channel.name)
    address = context.session.address
    # Of each address for itself: nobody elsewhere can lock a channel for others.
    counted = f"channel {channel.key} {origin_of(address)}"
    wait = attempts.begin(counted, address)
    if wait > 0:
        note_limit(context, "channel-keys", MANY_KEYS)
        text = WAIT.format(seconds=int(wait) + 1)
        raise Refused(n.ERR_BADCHANNELKEY, channel.name, text=text)
    if not hmac.compare_digest(key.encode(), expected.encode()):
        raise Refused(n.ERR_BADCHANNELKEY, channel.name)
    attempts.succeeded(counted, address)

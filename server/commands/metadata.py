"""METADATA: what users and channels tell of themselves.

Specification: https://ircv3.net/specs/extensions/metadata
"""

import re
from collections.abc import Callable

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.names import is_channel
from server.commands.context import Context
from server.commands.metadata_replies import (
    BATCH_TYPE,
    COMMAND,
    failure,
    name_of,
    tell_everything,
    tell_known,
    tell_value,
)
from server.commands.table import commands
from server.replies import Refused
from server.world.channel import Channel
from server.world.metadata import MetadataSet, SubscriptionsChanged, metadata_of
from server.world.user import OPERATOR, User

ONESELF = "*"
ALL_KEYS = "*"
KEYS_A_LINE = 8
_KEY = re.compile(r"[a-z0-9_./-][a-z0-9_./:-]{0,63}")

Target = User | Channel


@commands.handles(COMMAND, min_params=2, before_sign_in=True)
def metadata(context: Context, message: Message) -> None:
    """Tell of yourself or of a channel, and ask what others tell of themselves."""
    if not context.session.is_registered and message.params[0] != ONESELF:
        raise Refused(n.ERR_NOTREGISTERED)
    subcommand = message.params[1].upper()
    function = SUBCOMMANDS.get(subcommand)
    if function is None:
        text = f"Known are: {', '.join(SUBCOMMANDS)}."
        raise failure(context, "INVALID_SUBCOMMAND", message.params[1], text=text)
    function(context, _find(context, message.params[0]), message.params[2:])


def get(context: Context, target: Target, keys: tuple[str, ...]) -> None:
    """Answer METADATA GET."""
    _require_insight(context, target)
    values = metadata_of(context.world, target)
    with context.batch(BATCH_TYPE, name_of(target)):
        for key in keys:
            if _is_key(key):
                value = values.get(key.lower())
                tell_value(context, name_of(target), key.lower(), value)
            else:
                _fail_key(context, key)


def list_all(context: Context, target: Target, _: tuple[str, ...]) -> None:
    """Answer METADATA LIST."""
    _require_insight(context, target)
    with context.batch(BATCH_TYPE, name_of(target)):
        for key, value in metadata_of(context.world, target).items():
            tell_value(context, name_of(target), key, value)


def set_one(context: Context, target: Target, words: tuple[str, ...]) -> None:
    """Do METADATA SET: give a key a value, or take it away.

    Raises:
        Refused: no key is named.
        Failed: the key, the value, or one more of them is not allowed.
    """
    if not words:
        raise Refused(n.ERR_NEEDMOREPARAMS, COMMAND)
    key, value = words[0].lower(), words[1] if len(words) > 1 else ""
    if not _is_key(key):
        raise failure(context, "INVALID_KEY", words[0], text=WHAT_A_KEY_IS)
    _require_permission(context, target, key)
    limits, values = context.settings.limits, metadata_of(context.world, target)
    if len(value.encode()) > limits.metadata_value_bytes:
        text = f"A value has at most {limits.metadata_value_bytes} bytes."
        raise failure(context, "INVALID_VALUE", key, text=text)
    if value and key not in values and len(values) >= limits.metadata_keys:
        text = f"There can be {limits.metadata_keys} keys at most."
        raise failure(context, "LIMIT_REACHED", name_of(target), text=text)
    if value or key in values:
        _change(context, target, key, value or None)
    tell_value(context, name_of(target), key, value or None)


def clear(context: Context, target: Target, _: tuple[str, ...]) -> None:
    """Do METADATA CLEAR: take all keys away."""
    _require_permission(context, target, ALL_KEYS)
    with context.batch(BATCH_TYPE, name_of(target)):
        for key in list(metadata_of(context.world, target)):
            _change(context, target, key, None)
            tell_value(context, name_of(target), key, None)


def subscribe(context: Context, _: Target, keys: tuple[str, ...]) -> None:
    """Do METADATA SUB: hear of these keys from now on."""
    before = context.session.metadata_keys
    wanted, confirmed = dict.fromkeys(before), dict[str, None]()
    most = context.settings.limits.metadata_subscriptions
    for key in keys:
        if not _is_key(key):
            _fail_key(context, key)
            continue
        if len(wanted) >= most and key.lower() not in wanted:
            text = f"You can follow {most} keys at most."
            context.fail(failure(context, "TOO_MANY_SUBS", key, text=text))
            break
        wanted[key.lower()] = confirmed[key.lower()] = None
    context.commit(SubscriptionsChanged(context.session, tuple(wanted)))
    _tell_keys(context, n.RPL_METADATASUBOK, tuple(confirmed))
    _tell_current(context, confirmed.keys() - set(before))


def unsubscribe(context: Context, _: Target, keys: tuple[str, ...]) -> None:
    """Do METADATA UNSUB: hear of these keys no more."""
    valid = dict.fromkeys(key.lower() for key in keys if _is_key(key))
    for key in keys:
        if not _is_key(key):
            _fail_key(context, key)
    rest = [key for key in context.session.metadata_keys if key not in valid]
    context.commit(SubscriptionsChanged(context.session, tuple(rest)))
    _tell_keys(context, n.RPL_METADATAUNSUBOK, tuple(valid))


def list_subscriptions(context: Context, _: Target, __: tuple[str, ...]) -> None:
    """Answer METADATA SUBS."""
    _tell_keys(context, n.RPL_METADATASUBS, context.session.metadata_keys)


def sync(context: Context, target: Target, _: tuple[str, ...]) -> None:
    """Answer METADATA SYNC: all that the client wants to know."""
    _require_insight(context, target)
    with context.batch(BATCH_TYPE, name_of(target)):
        tell_everything(context, target)


SUBCOMMANDS: dict[str, Callable[[Context, Target, tuple[str, ...]], None]] = {
    "GET": get,
    "LIST": list_all,
    "SET": set_one,
    "CLEAR": clear,
    "SUB": subscribe,
    "UNSUB": unsubscribe,
    "SUBS": list_subscriptions,
    "SYNC": sync,
}

WHAT_A_KEY_IS = "A key has at most 64 letters a-z, digits and the signs _ . / -."


def _find(context: Context, name: str) -> Target:
    """Give the user or the channel of this name.

    Raises:
        Failed: there is none that the client may know of.
    """
    if name == ONESELF:
        return context.user
    found: Target | None = context.world.user(name)
    if is_channel(name):
        channel = found = context.world.channel(name)
        is_inside = channel in context.user.channels
        if channel is not None and channel.is_unlisted and not is_inside:
            found = None
    if found is None:
        text = "There is no such channel or user."
        raise failure(context, "INVALID_TARGET", name, text=text)
    return found


def _require_insight(context: Context, target: Target) -> None:
    """Refuse who is outside a channel that is not open to everybody."""
    if not isinstance(target, Channel) or target in context.user.channels:
        return
    if target.has_mode("i") or target.modes.key is not None:
        text = "Only who is in this channel can read this."
        words = (target.name, ALL_KEYS)
        raise failure(context, "KEY_NO_PERMISSION", *words, text=text)


def _require_permission(context: Context, target: Target, key: str) -> None:
    user = context.user
    may = target.is_operator(user) if isinstance(target, Channel) else target is user
    if not may and OPERATOR not in user.modes:
        text = "You can change this of yourself, and of channels that you operate."
        raise failure(context, "KEY_NO_PERMISSION", name_of(target), key, text=text)


def _change(context: Context, target: Target, key: str, value: str | None) -> None:
    previous = metadata_of(context.world, target).get(key)
    is_room = isinstance(target, Channel)
    owner = target.key if isinstance(target, Channel) else target.id
    is_kept = is_room or (isinstance(target, User) and target.account is not None)
    by = context.user.prefix
    context.commit(MetadataSet(by, target, owner, is_kept, key, previous, value))


def _tell_keys(context: Context, numeric: str, keys: tuple[str, ...]) -> None:
    for start in range(0, len(keys), KEYS_A_LINE):
        nick = context.user.nick or "*"
        words = " ".join(keys[start : start + KEYS_A_LINE])
        server = context.settings.server.name
        context.send(f":{server} {numeric} {nick} {words}")


def _tell_current(context: Context, keys: set[str]) -> None:
    """Tell the values of new keys, where a client is and of whom it sees."""
    if keys:
        for channel in context.user.channels:
            tell_known(context, channel, keys)
        for person in context.user.neighbours():
            tell_known(context, person, keys)


def _is_key(key: str) -> bool:
    return _KEY.fullmatch(key.lower()) is not None and key.isascii()


def _fail_key(context: Context, key: str) -> None:
    context.fail(failure(context, "INVALID_KEY", key, text=WHAT_A_KEY_IS))

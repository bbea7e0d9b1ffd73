"""MARKREAD: how far one has read.

Specification: https://ircv3.net/specs/extensions/read-marker
"""

from chatapp.wire.capabilities import READ_MARKER
from chatapp.wire.message import Message
from chatapp.wire.timestamps import milliseconds, parse_time
from server.announcements.read_markers import COMMAND, marker_body
from server.commands.context import Context
from server.commands.table import commands
from server.replies import Failed
from server.world.channel import Channel
from server.world.read_markers import MOST_MARKERS, ReadMarkerSet, markers_of

MAX_NAME_CHARACTERS = 200


@commands.handles(COMMAND)
def markread(context: Context, message: Message) -> None:
    """Tell how far you have read in a channel or a talk, or say that you read on."""
    if not message.params or not message.params[0]:
        text = "Name a channel or a user."
        raise Failed(COMMAND, "NEED_MORE_PARAMS", text=text)
    name = message.params[0]
    if " " in name or name[0] == ":" or len(name) > MAX_NAME_CHARACTERS:
        raise _invalid(name, "This is neither a channel nor a user.")
    if len(message.params) == 1:
        _tell(context, name)
        return
    _read_on(context, name, _time(message.params[1]))


def tell_marker(context: Context, channel: Channel) -> None:
    """Say how far a channel has been read, to a client that comes into it."""
    if context.session.has(READ_MARKER):
        _tell(context, channel.name)


def _tell(context: Context, name: str) -> None:
    time = markers_of(context.world, context.user).get(context.world.fold(name))
    context.send(marker_body(context.settings.server.name, name, time))


def _read_on(context: Context, name: str, time: int) -> None:
    """Set the marker, which only goes forward, and never beyond now."""
    user, key = context.user, context.world.fold(name)
    markers = markers_of(context.world, user)
    previous = markers.get(key)
    time = min(time, context.services.clock.milliseconds())
    if previous is not None and time <= previous:
        _tell(context, name)
        return
    is_full = previous is None and len(markers) >= MOST_MARKERS
    dropped = next(iter(markers)) if is_full else None
    is_kept = user.account is not None
    context.commit(
        ReadMarkerSet(user, user.id, is_kept, key, name, time, previous, dropped)
    )


def _time(text: str) -> int:
    kind, _, value = text.partition("=")
    try:
        if kind == "timestamp":
            return milliseconds(parse_time(value))
    except ValueError:
        pass
    raise _invalid(text, "Expected timestamp=2026-01-31T12:00:00.000Z.")


def _invalid(word: str, text: str) -> Failed:
    return Failed(COMMAND, "INVALID_PARAMS", word, text=text)

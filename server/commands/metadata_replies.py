"""Tells clients the values of users and channels that they want to know.

Specification: https://ircv3.net/specs/extensions/metadata
"""

from collections.abc import Collection, Iterable

from chatapp.wire.capabilities import EXTENDED_MONITOR, METADATA_3
from chatapp.wire.numerics import RPL_METADATASYNCLATER
from server.announcements.metadata import (
    understands_metadata,
    value_body,
    value_numeric,
)
from server.commands.context import Context
from server.commands.visibility import visible_members
from server.replies import Failed
from server.world.channel import Channel
from server.world.metadata import MetadataSet, metadata_of
from server.world.session import Session
from server.world.user import User

COMMAND = "METADATA"
BATCH_TYPE = "metadata"
MOST_MEMBERS_AT_ONCE = 200
SECONDS_UNTIL_SYNC = "2"

OTHER_CODES = {
    "INVALID_KEY": "KEY_INVALID",
    "INVALID_VALUE": "VALUE_INVALID",
    "INVALID_SUBCOMMAND": "SUBCOMMAND_INVALID",
}
"""What clients call these that have asked for the older draft."""


def name_of(target: User | Channel) -> str:
    """Give the name of a user or a channel; one who has no nick yet is "*"."""
    return target.name if isinstance(target, Channel) else target.nick or "*"


def failure(context: Context, code: str, *words: str, text: str) -> Failed:
    """Give a failure in the words of the draft that the client has asked for."""
    is_newer = context.session.has(METADATA_3)
    if not is_newer and code in OTHER_CODES:
        code = OTHER_CODES[code]
        words = () if code == "VALUE_INVALID" else words
    return Failed(COMMAND, code, *words, text=text)


def tell_value(context: Context, name: str, key: str, value: str | None) -> None:
    """Answer with a value, or that there is none."""
    server = context.settings.server.name
    context.send(value_numeric(server, context.session, name, key, value))


def tell_known(context: Context, target: User | Channel, keys: Collection[str]) -> None:
    """Tell those of these keys that a user or a channel has."""
    server, values = context.settings.server.name, metadata_of(context.world, target)
    for key in values.keys() & keys if values else ():
        words = (server, name_of(target), key, values[key])
        context.send(value_body(server, context.session, *words))


def tell_own(context: Context) -> None:
    """Tell a client what is kept of its user."""
    if understands_metadata(context.session):
        _keep_what_came_first(context)
        with context.batch(BATCH_TYPE, name_of(context.user)):
            tell_known(context, context.user, metadata_of(context.world, context.user))
    if len(context.user.sessions) == 1:
        _tell_hearers(
            context, (each for each in context.user.watchers if _follows(each))
        )


def tell_watched(context: Context, nicks: Iterable[str]) -> None:
    """Tell what a client wants to know of those whom it watches from now on."""
    if _follows(context.session):
        for user in map(context.world.user, nicks):
            if user is not None:
                tell_known(context, user, context.session.metadata_keys)


def tell_channel(context: Context, channel: Channel) -> None:
    """Tell what a client wants to know of a channel, and of those who are in it."""
    keys = context.session.metadata_keys
    if not keys:
        return
    if len(channel.members) > MOST_MEMBERS_AT_ONCE:
        context.reply(RPL_METADATASYNCLATER, channel.name, SECONDS_UNTIL_SYNC)
        return
    with context.batch(BATCH_TYPE, channel.name):
        tell_everything(context, channel)


def tell_everything(context: Context, target: User | Channel) -> None:
    """Tell what a client wants to know of a user, or a channel with its members."""
    keys = frozenset(context.session.metadata_keys)
    tell_known(context, target, keys)
    if isinstance(target, Channel):
        for member in visible_members(target, context.user):
            if member is not context.user:
                tell_known(context, member, keys)


def tell_members(context: Context, channel: Channel) -> None:
    """Tell those who are in a channel what they want to know of who comes in."""
    user = context.user
    if metadata_of(context.world, user):
        members = (each for each in channel.witnesses_of(user) if each is not user)
        _tell_hearers(
            context, (session for member in members for session in member.sessions)
        )


def _tell_hearers(context: Context, sessions: Iterable[Session]) -> None:
    """Tell others what they want to know of the user."""
    for session in sessions:
        if session.metadata_keys:
            hearer = Context(context.services, session, context.step)
            tell_known(hearer, context.user, session.metadata_keys)


def _follows(session: Session) -> bool:
    """Tell whether a client hears more of those whom it watches than that they come."""
    return session.has(EXTENDED_MONITOR) and bool(session.metadata_keys)


def _keep_what_came_first(context: Context) -> None:
    """Give an account what its client said before it had proved the account."""
    user = context.user
    if user.account is None:
        return
    by, account = user.prefix, user.id
    for key, value in user.metadata.items():
        before = metadata_of(context.world, user).get(key)
        context.commit(MetadataSet(by, user, user.guest_id, False, key, value, None))
        context.commit(MetadataSet(by, user, account, True, key, before, value))

"""Fills the world of a server that starts with what outlived the last one's end."""

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import chain, count

from chatapp.wire.names import Fold
from server.commands.accounts import is_always_on
from server.commands.ports import Services
from server.storage import beginning
from server.storage.account_rows import (
    read_accounts,
    read_ended_accounts,
    read_staying_users,
    read_talks,
)
from server.storage.ban_rows import read_bans
from server.storage.invitation_rows import (
    invited_only,
    last_number,
    read_guests,
    read_invitations,
)
from server.storage.marker_rows import read_all_markers
from server.storage.metadata_rows import read_all_metadata
from server.storage.room_rows import read_members, read_rooms, write_room
from server.world.accounts import AccountEdited
from server.world.channel_events import ChannelOpened
from server.world.channel_modes import Modes
from server.world.invitations import EntryDecided, GuestCame, InvitationMade
from server.world.notes import KeptRoom
from server.world.people_changes import LOGGED_IN
from server.world.recent import MAX_REMEMBERED
from server.world.room_id import RoomId, conversation_beside
from server.world.server_bans import ServerBanAdded
from server.world.signing_in import TalksRecalled, UserReturned
from server.world.staying import KeptUser, UserDropped
from server.world.user import ACCOUNT_SIGN, MAX_CORRESPONDENTS, NOT_CONNECTED, User

Rooms = Mapping[str, KeptRoom]


def kept_rooms(
    connection: sqlite3.Connection, auto_join: Sequence[str], fold: Fold
) -> Rooms:
    """Give the channels that a server begins with, those of its own among them."""
    rooms = read_rooms(connection)
    taken = {kept.room.conversation for kept in rooms.values()}
    for name in auto_join:
        key = fold(name)
        if key in rooms:
            continue
        names = (conversation_beside(key, number) for number in count())
        conversation = next(each for each in chain([key], names) if each not in taken)
        room = RoomId(conversation, 0, key, name, 0)
        if conversation != key:
            write_room(connection, room)
        rooms[key] = KeptRoom(room, None, None, read_members(connection, key))
    return rooms


def revive(services: Services, connection: sqlite3.Connection, rooms: Rooms) -> None:
    """Open the channels again, remember the latest messages, keep out who was."""
    channels = services.settings.channels
    names = {services.world.fold(name): name for name in channels.auto_join}
    default = Modes(frozenset(channels.default_modes.removeprefix("+")))
    # The server's own come first and in their order, as LIST shows them.
    for kept in sorted(rooms.values(), key=lambda kept: kept.room.key not in names):
        room, members = kept.room, kept.members
        absent = [known for known in members if known.startswith(ACCOUNT_SIGN)]
        services.world.apply(
            ChannelOpened(
                names.get(room.key, room.name),
                default.flags,
                room.created_at or services.started_at,
                history_start=room.history_start,
                is_permanent=room.key in names,
                topic=kept.topic,
                modes=kept.modes or default,
                awaited={it: members[it] for it in members if it not in absent},
                absent=absent,
                founder=kept.founder,
                conversation=room.conversation,
            )
        )
    _revive_accounts(services, connection)
    services.world.read_markers.update(read_all_markers(connection))
    services.world.metadata.update(read_all_metadata(connection))
    for channel in services.world.channels.values():
        channel.metadata.update(services.world.metadata.pop(channel.key, {}))
    for key, message in beginning.repeatable(
        connection, MAX_REMEMBERED, services.world.fold
    ):
        services.world.recent.add(key, message)
    for ban in read_bans(connection, services.clock.seconds()):
        services.world.apply(ServerBanAdded(ban, None))
    _revive_invitations(services, connection)


def _revive_invitations(services: Services, connection: sqlite3.Connection) -> None:
    """Know who may come in, and by what."""
    world = services.world
    world.invitations.go_on_after(last_number(connection))
    for invitation in read_invitations(connection, services.clock.seconds()):
        world.apply(InvitationMade(invitation))
    for number, guest in read_guests(connection):
        world.apply(GuestCame(number, guest))
    decided = invited_only(connection)
    if decided is not None:
        world.apply(EntryDecided(None, decided))


def _revive_accounts(services: Services, connection: sqlite3.Connection) -> None:
    """Know the accounts again, and let those be here who stay."""
    world = services.world
    for key, number in read_ended_accounts(connection).items():
        world.ended_accounts[key] = [number]
    for account in read_accounts(connection):
        world.apply(AccountEdited(None, account))
    for kept in read_staying_users(connection):
        owner = world.account(kept.account)
        if owner is None or not is_always_on(services.settings, owner):
            services.store.note([UserDropped(kept.account_key)])
        else:
            user = _user_of(services, kept)
            talks = read_talks(connection, user.id, MAX_CORRESPONDENTS)
            world.apply(TalksRecalled(user, talks))
            ranks = {
                channel: channel.awaited[user.key][1]
                for channel in world.channels.values()
                if channel.awaits(user)
            }
            world.apply(UserReturned(user, ranks))


def _user_of(services: Services, kept: KeptUser) -> User:
    identity = format(services.numbers.next(), "x")
    user = User(identity, kept.host, services.started_at, services.world.fold)
    user.take_names(kept.username, kept.realname)
    user.take_nick(kept.nick)
    user.take_account(kept.account)
    user.modes = frozenset(kept.modes) | {LOGGED_IN}
    user.away = NOT_CONNECTED
    return user

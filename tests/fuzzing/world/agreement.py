"""What must hold of the server's world, and between it and what clients know."""

from collections.abc import Iterable, Iterator
from typing import Any

from server.world.channel_modes import CHANNEL_MODES
from tests.fuzzing.world.client import Client
from tests.fuzzing.world.view import SeenRoom

OPEN_LISTS = "b"


def faults_of(world: Any) -> Iterator[str]:
    """Say where the world contradicts itself."""
    for key, user in world.users.items():
        if user.key != key or world.fold(user.nick) != key:
            yield f"{user.nick} is found as {key}"
        for channel in user.channels:
            if (
                user not in channel.members
                or world.channels.get(channel.key) is not channel
            ):
                yield f"{user.nick} is half in {channel.name}"
        if user.is_registered and not (user.sessions or user.stays):
            yield f"{user.nick} is a ghost"
        for session in user.sessions:
            if session.user is not user or session not in world.sessions:
                yield f"{user.nick} has a session of somebody else"
    yield from _faults_of_channels(world)
    yield from _wrong_counts(world)


def _faults_of_channels(world: Any) -> Iterator[str]:
    for key, channel in world.channels.items():
        if channel.key != key or world.fold(channel.name) != key:
            yield f"{channel.name} is found as {key}"
        for member, ranks in channel.members.items():
            if (
                channel not in member.channels
                or world.users.get(member.key) is not member
            ):
                yield f"{channel.name} has {member.nick}, who is not in it"
            if not set(ranks) <= set(CHANNEL_MODES.prefixes):
                yield f"{member.nick} has the ranks {ranks}"
        is_kept = channel.is_permanent or channel.founder or channel.awaited
        if not channel.members and not is_kept:
            yield f"{channel.name} is empty, and there"
        heard = {each for group in channel.audience for each in group.sessions}
        if heard != {each for member in channel.members for each in member.sessions}:
            yield f"{channel.name} is heard by others than its members"


def _wrong_counts(world: Any) -> Iterator[str]:
    registered = [user for user in world.users.values() if user.is_registered]
    if world.registered_users != len(registered):
        yield f"{world.registered_users} users are counted, {len(registered)} are there"
    signed_in = sum(1 for each in world.sessions if each.is_registered)
    if world.registered_sessions != signed_in:
        yield f"{world.registered_sessions} sessions are counted, {signed_in} are there"
    counts = {letter: count for letter, count in world.mode_counts.items() if count}
    users = {each.user for each in world.sessions} | set(registered)
    true = {
        letter: count
        for letter in "BRTiorsw"
        if (count := sum(letter in user.modes for user in users))
    }
    if counts != true:
        yield f"modes are counted as {counts}, and are {true}"


def disagreements(world: Any, clients: Iterable[Client]) -> Iterator[str]:
    """Say where a client knows the world otherwise than it is."""
    for client in clients:
        view = client.view
        yield from (f"{view.nick} was told {each!r}" for each in view.complaints)
        if client.is_gone or not view.nick:
            continue
        user = world.user(view.nick)
        if user is None or user.nick != view.nick:
            yield f"{view.nick} is nobody"
            continue
        rooms = {channel.key: channel for channel in user.channels}
        if rooms.keys() != view.rooms.keys():
            yield f"{view.nick} is in {sorted(rooms)}, and knows {sorted(view.rooms)}"
            continue
        for key, seen in view.rooms.items():
            yield from (
                f"{view.nick} knows {seen.name} otherwise: {each}"
                for each in _differences(rooms[key], user, seen, client)
            )
        told = {channel.key for channel in user.invitations}
        here = {key for key in told if key in world.channels}
        del here


def _differences(
    channel: Any, user: Any, seen: SeenRoom, client: Client
) -> Iterator[str]:
    if seen.name != channel.name:
        yield f"it is called {channel.name}"
    topic = channel.topic.text if channel.topic else ""
    if seen.topic != topic:
        yield f"the topic is {topic!r}, not {seen.topic!r}"
    modes = channel.modes
    if seen.flags != set(modes.flags):
        yield f"the modes are {sorted(modes.flags)}, not {sorted(seen.flags)}"
    single = {"k": modes.key, "l": modes.limit, "f": modes.forward}
    single = {letter: str(it) for letter, it in single.items() if it is not None}
    if seen.single != single:
        yield f"the settings are {single}, not {seen.single}"
    if not seen.was_auditorium:
        yield from _unlike_members(channel, seen, client)
    for letter in OPEN_LISTS:
        entries = {entry.mask for entry in modes.entries(letter)}
        if seen.lists.get(letter, set()) != entries:
            yield f"{letter} lists {entries}, not {seen.lists.get(letter)}"


def _unlike_members(channel: Any, seen: SeenRoom, client: Client) -> Iterator[str]:
    members = {user.key: set(ranks) for user, ranks in channel.members.items()}
    if members.keys() != seen.members.keys():
        yield f"in it are {sorted(members)}, not {sorted(seen.members)}"
    elif "multi-prefix" in client.capabilities and members != seen.members:
        yield f"the ranks are {members}, not {seen.members}"

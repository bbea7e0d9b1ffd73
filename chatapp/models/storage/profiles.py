"""Profiles in the client's database: as whom one is on which network."""

import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """One username on one network; both as keys, not as they are shown."""

    network: str
    username: str


@dataclass(frozen=True, slots=True)
class KeptServer:
    """What is kept of a server itself, to know it while it does not answer.

    `known_by` is by what it was known when one was there last; `session` is what it
    told of itself then, as text, or "".
    """

    profile: Profile
    known_by: str
    session: str


def profile_id_for(connection: sqlite3.Connection, network: str, username: str) -> int:
    """Find a profile, or make it."""
    connection.execute(
        "INSERT OR IGNORE INTO profiles (network, username) VALUES (?, ?)",
        (network, username),
    )
    (found,) = connection.execute(
        "SELECT id FROM profiles WHERE network = ? AND username = ?",
        (network, username),
    ).fetchone()
    return int(found)


def read_open_room(connection: sqlite3.Connection, profile_id: int) -> str:
    """Give the key of the room that was looked at last, or ""."""
    (key,) = connection.execute(
        "SELECT open_room FROM profiles WHERE id = ?", (profile_id,)
    ).fetchone()
    return str(key)


def keep_open_room(connection: sqlite3.Connection, profile_id: int, key: str) -> None:
    """Note which room is looked at."""
    connection.execute(
        "UPDATE profiles SET open_room = ? WHERE id = ?", (key, profile_id)
    )


def keep_address(
    connection: sqlite3.Connection, profile_id: int, host: str, port: int
) -> None:
    """Note where the network was reached last."""
    connection.execute(
        "UPDATE profiles SET host = ?, port = ? WHERE id = ?",
        (host.lower(), port, profile_id),
    )


def read_known_by(connection: sqlite3.Connection, profile_id: int) -> str:
    """Give by what the network was known when one was there last; "" for nothing."""
    (known_by,) = connection.execute(
        "SELECT known_by FROM profiles WHERE id = ?", (profile_id,)
    ).fetchone()
    return str(known_by)


def keep_known_by(
    connection: sqlite3.Connection, profile_id: int, known_by: str
) -> None:
    """Note by what the network is known again."""
    connection.execute(
        "UPDATE profiles SET known_by = ? WHERE id = ?", (known_by, profile_id)
    )


def keep_session(connection: sqlite3.Connection, profile_id: int, session: str) -> None:
    """Note what the server has told of itself as one signed in."""
    connection.execute(
        "UPDATE profiles SET session = ? WHERE id = ?", (session, profile_id)
    )


def server_at(
    connection: sqlite3.Connection, host: str, port: int, username: str
) -> KeptServer | None:
    """Find what is kept of the server that was last at an address."""
    profile_id = profile_at(connection, host, port, username)
    if profile_id is None:
        return None
    network, known_by, session = connection.execute(
        "SELECT network, known_by, session FROM profiles WHERE id = ?", (profile_id,)
    ).fetchone()
    return KeptServer(Profile(network, username), known_by, session)


def profile_at(
    connection: sqlite3.Connection, host: str, port: int, username: str
) -> int | None:
    """Find the profile that was used last at an address, without going there."""
    found = connection.execute(
        "SELECT id FROM profiles WHERE host = ? AND port = ? AND username = ?"
        " ORDER BY id DESC",
        (host.lower(), port, username),
    ).fetchone()
    return int(found[0]) if found else None

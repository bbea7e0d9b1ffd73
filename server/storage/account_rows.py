"""Accounts and who of them stays, as rows of the database, written and read."""

import sqlite3
from typing import TYPE_CHECKING, Any

from chatapp.wire.scram import ScramKeys
from server.storage.conversations import some_of
from server.world.accounts import Account, AccountEdited
from server.world.staying import KeptUser, TalkKept, TalkMoved, UserDropped, UserKept
from server.world.user import identity_of

if TYPE_CHECKING:
    from collections.abc import Callable

_COLUMNS = (
    *("name", "key", "salt", "iterations", "stored_key", "server_key"),
    *("created_at", "email", "is_suspended", "is_always_on", "is_multiclient"),
)
_ADD = (
    f"INSERT OR REPLACE INTO accounts ({', '.join(_COLUMNS)}) "  # noqa: S608 - names of ours
    f"VALUES ({', '.join('?' * len(_COLUMNS))})"
)
_TALKS = (
    "SELECT nick_key, other FROM talks WHERE owner = ? ORDER BY sequence DESC LIMIT ?"
)


class AccountWriter:
    """Writes what changes about accounts; each kind of event has its writer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write through this connection."""
        self._execute = connection.execute
        self.writers: dict[type, Callable[[Any], None]] = {
            AccountEdited: self._edit,
            UserKept: self._keep_user,
            UserDropped: self._drop_user,
            TalkKept: self._keep_talk,
            TalkMoved: self._move_talk,
        }

    def _edit(self, event: AccountEdited) -> None:
        old, new = event.previous, event.account
        if old is not None and new is None:
            self._delete(old, event.number)
        elif old is None and new is not None:
            self._execute(_ADD, _values_of(new))
        elif old is not None and new is not None:
            self._change(old, new)

    def _delete(self, old: Account, number: int) -> None:
        for table in ("accounts", "staying_users"):
            self._execute(f"DELETE FROM {table} WHERE key = ?", (old.key,))  # noqa: S608 - names of ours
        identity = identity_of(old.key)
        self._execute("DELETE FROM talks WHERE owner = ?", (identity,))
        self._execute("DELETE FROM members WHERE address = ?", (identity,))
        self._execute("UPDATE rooms SET founder = NULL WHERE founder = ?", (old.key,))
        self._execute(
            "INSERT OR REPLACE INTO ended_accounts VALUES (?, ?)", (old.key, number)
        )

    def _change(self, old: Account, new: Account) -> None:
        """Write what differs, and no change before it that the disk refused.

        Raises:
            IntegrityError: the account itself was refused.
        """
        pairs = zip(_COLUMNS, _values_of(old), _values_of(new), strict=True)
        changed = {name: after for name, before, after in pairs if before != after}
        settings = ", ".join(f"{name} = ?" for name in changed)
        if not settings:
            return
        done = self._execute(
            f"UPDATE accounts SET {settings} WHERE key = ?",  # noqa: S608 - names of ours
            (*changed.values(), old.key),
        )
        if done.rowcount == 0:
            raise sqlite3.IntegrityError("There is no such account.")

    def _keep_user(self, note: UserKept) -> None:
        user = note.user
        values = (user.account_key, user.account, user.nick, user.username)
        self._execute(
            "INSERT OR REPLACE INTO staying_users VALUES (?, ?, ?, ?, ?, ?, ?)",
            (*values, user.host, user.realname, user.modes),
        )

    def _drop_user(self, note: UserDropped) -> None:
        self._execute("DELETE FROM staying_users WHERE key = ?", (note.account_key,))

    def _move_talk(self, note: TalkMoved) -> None:
        for table in ("messages", "past_lines"):
            moved = some_of(table, "sequence", "true", "ASC", "-1")
            self._execute(
                f"UPDATE {table} SET target = :key "  # noqa: S608 - names of ours
                f"WHERE target = :target AND sequence IN ({moved})",
                {"target": note.previous, "key": note.key},
            )

    def _keep_talk(self, note: TalkKept) -> None:
        self._execute(
            "INSERT OR REPLACE INTO talks VALUES (?, ?, ?, ?)",
            (note.owner, note.other, note.nick_key, note.sequence),
        )


def _values_of(account: Account) -> tuple[object, ...]:
    keys = account.keys
    return (
        *(account.name, account.key, keys.salt, keys.iterations, keys.stored_key),
        *(keys.server_key, account.created_at, account.email, account.is_suspended),
        *(account.is_always_on, account.is_multiclient),
    )


def read_accounts(connection: sqlite3.Connection) -> list[Account]:
    """Give all accounts."""
    query = f"SELECT {', '.join(_COLUMNS)} FROM accounts ORDER BY key"  # noqa: S608 - names of ours
    return [_account_of(row) for row in connection.execute(query)]


def read_ended_accounts(connection: sqlite3.Connection) -> dict[str, int]:
    """Give, by their keys, behind which number no account of that name was."""
    return dict(connection.execute("SELECT key, sequence FROM ended_accounts"))


def read_staying_users(connection: sqlite3.Connection) -> list[KeptUser]:
    """Give those who stay although the server ended."""
    rows = connection.execute(
        "SELECT account, key, nick, username, host, realname, modes FROM staying_users"
    )
    return [KeptUser(*row) for row in rows]


def read_talks(
    connection: sqlite3.Connection, owner: str, limit: int
) -> dict[str, str]:
    """Give with whom one talked lately: identities by the keys of their nicks."""
    rows = connection.execute(_TALKS, (owner, limit)).fetchall()
    return dict(reversed(rows))


def _account_of(row: tuple[Any, ...]) -> Account:
    name, key, *proof, created_at, email, is_suspended = row[:-2]
    choices = row[-2:]
    return Account(
        name,
        key,
        ScramKeys(*proof),
        created_at,
        email,
        bool(is_suspended),
        *(None if choice is None else bool(choice) for choice in choices),
    )

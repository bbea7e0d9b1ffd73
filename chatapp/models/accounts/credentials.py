"""Keeps the secrets of one's accounts: in the keyring, else in files of one's own."""

import hashlib
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import tomli_w

from chatapp.models.accounts.account import Account
from chatapp.models.accounts.accounts import AccountServer
from chatapp.models.accounts.keyring_vault import Vault
from chatapp.models.program.files import read_table, set_aside, write_whole
from chatapp.models.program.folders import data_folder
from chatapp.wire.names import fold

log = logging.getLogger(__name__)

FOLDER = "accounts"
_NAME_CHARACTERS = 32
_FILES = f"{'?' * _NAME_CHARACTERS}.toml"

Result = TypeVar("Result")
Do = Callable[[Callable[[], Result], Callable[[Result], None]], None]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one file has: of which server, which account, and the secret or none."""

    server: AccountServer
    name: str
    is_proved: bool
    secret: str = field(default="", repr=False)

    @property
    def id(self) -> str:
        """What names the file, and the secret in the keyring."""
        text = f"{self.server.key} {fold(self.name)}"
        return hashlib.sha256(text.encode()).hexdigest()[:_NAME_CHARACTERS]


class Credentials:
    """One's accounts on all servers, each in a file of its own.

    So several windows never write to the same file at once, but for the same account.
    All of it is done on a thread of its own: disks hang, and keyrings ask people.
    """

    def __init__(
        self,
        do: Do[Any],
        open_vault: Callable[[], Vault | None],
        folder: Path | None = None,
    ) -> None:
        """Keep accounts.

        Args:
            do: does something on a thread of its own, such as Worker.do.
            open_vault: finds a place for secrets, on that thread.
            folder: where the files are, if not where usual.
        """
        self._do = do
        self._open_vault = open_vault
        self._folder = folder or data_folder(os.environ) / FOLDER
        self._vault: Vault | None = None
        self._is_vault_known = False
        self._told: dict[str, str] = {}

    def find(
        self, server: AccountServer, name: str, then: Callable[[Account | None], None]
    ) -> None:
        """Look for the account that goes by a name at a server."""
        self._do(lambda: self._find(server, name), then)

    def keep(
        self, server: AccountServer, account: Account, then: Callable[[bool], None]
    ) -> None:
        """Keep an account; `then` hears whether it is kept, once that is sure."""
        kept = _Kept(server, account.name, account.is_proved, account.secret)
        self._do(lambda: self._keep(kept), then)

    def forget(self, server: AccountServer, name: str) -> None:
        """Keep an account no longer."""
        self._do(lambda: self._forget(_Kept(server, name, False)), lambda _: None)

    def _find(self, server: AccountServer, name: str) -> Account | None:
        """Find it by what the server is known by, else by where it was before."""
        named = [it for it in self._read_all() if fold(it.name) == fold(name)]
        for kept in named:
            if kept.server.key == server.key:
                return self._with_secret(kept)
        for kept in named:
            if server.place and kept.server.place == server.place:
                found = self._with_secret(kept)
                return replace(found, is_proved=False, is_told_to_nobody=True)
        return None

    def _with_secret(self, kept: _Kept) -> Account:
        secret = kept.secret or self._told.get(kept.id, "")
        vault = None if secret else self._find_vault()
        if vault:
            secret = self._told[kept.id] = vault.get(kept.id)
        return Account(kept.name, secret, is_proved=kept.is_proved)

    def _keep(self, kept: _Kept) -> bool:
        vault, written = self._find_vault(), kept
        if vault and vault.put(kept.id, kept.secret):
            self._told[kept.id] = kept.secret
            written = replace(kept, secret="")
        try:
            write_whole(self._path(kept), tomli_w.dumps(_table(written)))
        except OSError as error:
            log.warning("An account cannot be kept: %s", error.strerror)
            return False
        return True

    def _forget(self, kept: _Kept) -> None:
        vault = self._find_vault()
        if vault:
            vault.remove(kept.id)
        self._told.pop(kept.id, None)
        try:
            self._path(kept).unlink(missing_ok=True)
        except OSError as error:
            log.warning("An account cannot be removed: %s", error.strerror)

    def _find_vault(self) -> Vault | None:
        if not self._is_vault_known:
            self._is_vault_known = True
            self._vault = self._open_vault()
        return self._vault

    def _path(self, kept: _Kept) -> Path:
        return self._folder / f"{kept.id}.toml"

    def _read_all(self) -> Iterator[_Kept]:
        for path in sorted(self._folder.glob(_FILES)):
            kept = _read(path)
            if kept:
                yield kept


def _table(kept: _Kept) -> dict[str, object]:
    table: dict[str, object] = {
        "server": kept.server.key,
        "place": kept.server.place,
        "account": kept.name,
        "proved": kept.is_proved,
    }
    return {**table, "secret": kept.secret} if kept.secret else table


def _read(path: Path) -> _Kept | None:
    """Read one file; one that makes no sense is set aside and never lost."""
    try:
        return _of_table(read_table(path))
    except OSError as error:
        log.warning("An account cannot be read: %s", error.strerror)
    except ValueError as error:
        log.warning("An account's file is broken: %s", type(error).__name__)
        set_aside(path)
    return None


def _of_table(table: Mapping[str, Any]) -> _Kept | None:
    names = ("server", "place", "account", "secret")
    key, place, name, secret = (table.get(each, "") for each in names)
    texts = [it for it in (key, place, name, secret) if isinstance(it, str)]
    if len(texts) != len(names) or not key or not name:
        return None
    is_proved = table.get("proved") is True
    return _Kept(AccountServer(key, place), name, is_proved, secret)

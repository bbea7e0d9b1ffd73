"""Files that people edit, or that are broken: a clear sentence, and nothing is lost."""

import logging
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from chatapp.models.accounts.account import Account
from chatapp.models.accounts.accounts import AccountServer
from chatapp.models.accounts.credentials import Credentials
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.models.hosting.kept_invitation import INVITATION_FILE, InvitationKeeper
from chatapp.models.program.files import is_within
from chatapp.models.servers.known_servers import KnownServers
from chatapp.models.servers.saved_servers import SavedServer, SavedServers
from chatapp.models.servers.transport_policies import TransportPolicies
from chatapp.models.settings import settings_table
from chatapp.models.settings.headless_settings import WrongSettings, read_settings
from chatapp.models.settings.settings import Settings
from chatapp.models.storage.schema import UnusableStore, open_database
from chatapp.wire.fingerprints import Fingerprint
from server.settings.file import WrongSetting, load_settings
from tests.fuzzing.target import Target

NOW = datetime(2026, 11, 22, tzinfo=UTC)
ENCRYPTION = Encryption("TLSv1.3", Fingerprint(b"\1" * 32), Trust.FIRST_USE)
SERVER = AccountServer.of("chat.example", 6697, ENCRYPTION)


@contextmanager
def _file(name: str, data: bytes) -> Iterator[Path]:
    logging.disable(logging.CRITICAL)
    try:
        with tempfile.TemporaryDirectory(prefix="chatapp-fuzz-") as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            yield path
    finally:
        logging.disable(logging.NOTSET)


def _is_kept(path: Path, data: bytes) -> bool:
    """Tell whether a file is there still, under another name, or all it says is."""
    if any(each.read_bytes() == data for each in path.parent.iterdir()):
        return True
    return is_within(_parsed(data), tomllib.loads(path.read_text()))


def _parsed(data: bytes) -> Any:
    """Read TOML as it is read from a file: lines may end as on any system."""
    return tomllib.loads(data.decode().replace("\r\n", "\n").replace("\r", "\n"))


def _sentence(problem: Exception) -> None:
    told = str(problem)
    assert told.strip()
    assert "Traceback" not in told


def server_settings(data: bytes) -> None:
    with _file("server.toml", data) as path:
        try:
            load_settings(path, {})
        except WrongSetting as problem:
            _sentence(problem)


def headless_settings(data: bytes) -> None:
    with _file("headless.toml", data) as path:
        try:
            read_settings(path)
        except WrongSettings as problem:
            _sentence(problem)


def settings(data: bytes) -> None:
    with _file("settings.toml", data) as path:
        kept = Settings.load(path.parent)
        kept.misfits()
        kept.refresh()
        kept.change(settings_table.USERNAME, "fuzz")
        assert kept[settings_table.USERNAME] == "fuzz"
        assert Settings.load(path.parent)[settings_table.USERNAME] == "fuzz"
        if not any(each.read_bytes() == data for each in path.parent.iterdir()):
            before = _parsed(data)
            section = before.get(settings_table.USERNAME.section)
            if isinstance(section, dict):
                section.pop(settings_table.USERNAME.key, None)
            assert is_within(before, tomllib.loads(path.read_text()))


def _store(name: str, use: Callable[[Path], object]) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        with _file(name, data) as path:
            use(path)
            assert _is_kept(path, data)

    return run


def _known(path: Path) -> None:
    kept = KnownServers.load(lambda: NOW, path.parent)
    kept.trust("fuzz.example", 1, ENCRYPTION.fingerprint)
    assert KnownServers.load(lambda: NOW, path.parent).find("fuzz.example", 1)


def _saved(path: Path) -> None:
    kept = SavedServers.load(path.parent)
    kept.remember(SavedServer("fuzz.example", 1, "fuzz"))
    assert SavedServers.load(path.parent).find("fuzz.example", 1, "fuzz")


def _policies(path: Path) -> None:
    kept = TransportPolicies.load(lambda: NOW, path.parent)
    kept.keep("fuzz.example", 1, 1000)
    assert TransportPolicies.load(lambda: NOW, path.parent).port_of("fuzz.example") == 1


def _accounts(path: Path) -> None:
    kept = Credentials(lambda work, then: then(work()), lambda: None, path.parent)
    kept.keep(SERVER, Account("fuzz", "secret"), lambda is_kept: None)
    found: list[Account | None] = []
    kept.find(SERVER, "fuzz", found.append)
    assert found[0] is not None


def _accounts_kept(data: bytes) -> None:
    with _file(f"{'a' * 32}.toml", data) as path:
        _accounts(path)
        assert any(each.read_bytes() == data for each in path.parent.iterdir())


def _invitations(data: bytes) -> None:
    with _file(INVITATION_FILE, data) as path:
        keeper = InvitationKeeper(path.parent)
        before = dict(keeper.all())
        keeper.keep(999, "fuzz")
        assert InvitationKeeper(path.parent).all()[999] == "fuzz"
        is_aside = any(each.read_bytes() == data for each in path.parent.iterdir())
        assert before or is_aside or data.strip() == b"{}"


def database(data: bytes) -> None:
    """Open a database that has these bytes somewhere, or that is nothing else."""
    with _file("history.db", b"") as path:
        open_database(path).close()
        whole = path.read_bytes()
        at = int.from_bytes(data[:2]) % (len(whole) + 100)
        behind = whole[at + len(data) :]
        broken = data[2:] if at > len(whole) else whole[:at] + data[2:] + behind
        path.write_bytes(broken)
        aside: list[Path] = []
        with suppress(UnusableStore):
            connection = open_database(path, aside.append)
            connection.close()
        assert not aside or aside[0].read_bytes()[:100] == broken[:100]


VALUES = (
    *("1", "-1", "9" * 30, "0x" + "f" * 5000, "9" * 5000, "nan", "1e999", "true"),
    *(
        "1979-05-27T07:32:00Z",
        "07:32:00",
        "9999-12-31T23:59:59Z",
        '"~no-such-user/x"',
        '""',
    ),
    *('"x"', '["x"]', "[]", "{}", '"a\\u0000b"', '"x\\ny"', "[{a = 1}]", "[1]"),
)
SHARDS = ("[", "]", "=", '"', "\n", "#", "[" * 100, "a." * 100, "\udcff", "{", "'")


def _lines(keys: Iterable[str], *others: str) -> tuple[str, ...]:
    """Give lines of TOML with these keys, whole ones and shards of them."""
    lines = [f"{key} = {value}\n" for key in dict.fromkeys(keys) for value in VALUES]
    return (*others, *others, *lines, *SHARDS)


TABLE = settings_table.TABLE
SECTIONS = tuple(dict.fromkeys(f"[{each.section}]\n" for each in TABLE))
HEADLESS = (
    *("host", "port", "nick", "realname", "password", "enabled", "fingerprints"),
    *("certificate", "account", "key", "mechanisms", "directory"),
)
OF_SERVER = ("port", "name", "password", "motd", "origins", "auto_join", "keep_days")
HOSTS = ("host", "port", "since", "fingerprint", "until")
SAVED = ("address", "port", "username", "encrypted", "fingerprint", "at_start")
WHOLE = (
    '[[servers]]\nhost = "a"\nport = 1\nsince = 2026-11-22T00:00:00Z\n',
    '[[servers]]\naddress = "a"\nport = 1\nusername = "b"\n',
)
ADMITTED = '[connection]\nhost = "a"\nnick = "b"\n'
FILE_TARGETS = (
    Target(
        "server-settings",
        server_settings,
        _lines(OF_SERVER, "[server]\n", "[[operators]]\n", "[limits]\n", "[history]\n"),
    ),
    Target(
        "headless",
        headless_settings,
        _lines(HEADLESS, ADMITTED, ADMITTED, "[tls]\n", "[sasl]\n", "[state]\n"),
    ),
    Target("settings", settings, _lines((each.key for each in TABLE), *SECTIONS)),
    Target(
        "known-servers",
        _store("known_servers.toml", _known),
        _lines(HOSTS, "[[servers]]\n", "[servers]\n", *WHOLE),
    ),
    Target(
        "saved-servers",
        _store("servers.toml", _saved),
        _lines(SAVED, "[[servers]]\n", "[servers]\n", *WHOLE),
    ),
    Target(
        "policies",
        _store("transport_policies.toml", _policies),
        _lines(HOSTS, "[[policies]]\n", "[policies]\n"),
    ),
    Target(
        "accounts",
        _accounts_kept,
        _lines(("server", "place", "account", "secret", "proved")),
    ),
    Target(
        "invitations-kept",
        _invitations,
        ("{", "}", '"1": "a"', ",", "[" * 100, '"x": 1', "null", "9" * 5000),
    ),
    Target("database", database, ("\0", "SQLite format 3\0", "CREATE TABLE")),
)

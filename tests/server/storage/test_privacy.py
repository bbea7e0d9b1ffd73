"""Nobody but the server's own user reads its history."""

import os
import stat
from pathlib import Path

import pytest

from server.storage.lock import StorageLock
from server.storage.privacy import keep_private
from tests.server.running import ServerProcess

LOCAL = ("--host", "127.0.0.1", "--port", "0")
NAMES = ("history.db", "history.db-wal", "history.db-shm", "history.db.lock")


def mode_of(path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def usual_mask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_what_a_server_writes_only_its_user_reads(tmp_path, usual_mask):
    with ServerProcess(tmp_path, *LOCAL):
        modes = {name: mode_of(tmp_path / "server" / name) for name in NAMES}
        folder = mode_of(tmp_path / "server")

    assert set(modes.values()) == {0o600}
    assert folder == 0o700


def test_what_others_could_read_is_made_private_at_the_next_start(tmp_path):
    folder = tmp_path / "server"
    folder.mkdir(mode=0o755)
    names = ("", ".before-restore", ".before-restore-2", ".before-restore-2-wal")
    old = [folder / f"history.db{ending}" for ending in names]
    for path in old:
        path.touch(0o644)

    with ServerProcess(tmp_path, *LOCAL):
        modes = {mode_of(path) for path in old}

    assert modes == {0o600}
    assert mode_of(folder) == 0o700


def test_a_folder_that_is_somebody_elses_stays_as_it_is(tmp_path):
    tmp_path.chmod(0o755)
    path = tmp_path / "chat.db"
    kept = {"CHATAPP_SERVER__STORAGE__PATH": str(path)}

    with ServerProcess(tmp_path, *LOCAL, environment=kept):
        modes = mode_of(tmp_path), mode_of(path)

    assert modes == (0o755, 0o600)


def test_a_folder_that_the_server_makes_is_private(tmp_path, usual_mask):
    path = tmp_path / "chats" / "chat.db"

    StorageLock(path).close()

    assert mode_of(path.parent) == 0o700


def test_a_disk_without_modes_is_used_all_the_same(tmp_path, mocker):
    chmod = mocker.patch.object(Path, "chmod", side_effect=PermissionError)

    keep_private(tmp_path / "history.db", owns_folder=True)

    chmod.assert_called()
    assert (tmp_path / "history.db").exists()

"""A window's lock: held while it is there, gone with it."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatapp.models.storage.window_lock import WindowLock, has_gone


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(tmp_path / "chatapp.db", isolation_level=None)
    yield connection
    connection.close()


@pytest.fixture
def first(database: sqlite3.Connection) -> Iterator[WindowLock]:
    lock = WindowLock("first")
    lock.hold(database)
    yield lock
    lock.let_go(database)


def test_a_window_that_is_there_is_not_gone(database, first):
    assert not has_gone(database, "first")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps others out by the profile")
def test_nobody_else_can_hold_a_lock(database, tmp_path):
    before = os.umask(0o022)
    lock = WindowLock("first")
    lock.hold(database)
    os.umask(before)

    (path,) = tmp_path.glob("window-*")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    lock.let_go(database)


def test_a_window_that_was_never_there_is_gone(database):
    assert has_gone(database, "nobody")


def test_a_window_that_let_go_is_gone_and_leaves_nothing(database, first, tmp_path):
    first.let_go(database)

    assert has_gone(database, "first")
    assert not list(tmp_path.glob("window-*"))


def test_holding_twice_is_holding_once(database, first):
    first.hold(database)

    assert not has_gone(database, "first")


def test_what_a_crash_left_is_swept_away_and_no_more(database, first, tmp_path):
    (tmp_path / "window-crashed.lock").touch()

    WindowLock("second").sweep(database)

    assert [path.name for path in tmp_path.glob("window-*")] == ["window-first.lock"]


def test_a_lock_that_somebody_looks_at_just_now_may_stay(database, mocker, tmp_path):
    (tmp_path / "window-crashed.lock").touch()
    mocker.patch.object(Path, "unlink", side_effect=PermissionError)

    assert has_gone(database, "crashed")


def test_a_database_in_memory_has_no_other_windows():
    database = sqlite3.connect(":memory:")
    lock = WindowLock("first")

    lock.hold(database)
    lock.sweep(database)

    assert has_gone(database, "second")
    lock.let_go(database)
    database.close()

"""The store's thread: jobs in order, results on the main thread, honest failures."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from chatapp.models.storage.schema import UnusableStore, open_database
from chatapp.models.storage.store import Store

DEADLINE = 30.0
NORMAL, FULL = 1, 2
"""Levels of SQLite's synchronous; in WAL only FULL waits for the disk at a commit."""

Posted = SimpleQueue[Callable[[], None]]


@pytest.fixture
def posted() -> Posted:
    return SimpleQueue()


@pytest.fixture
def store(tmp_path: Path, posted: Posted) -> Iterator[Store]:
    store = Store(tmp_path / "chatapp.db", posted.put)
    yield store
    store.close()
    store.wait_until_ended(DEADLINE)


def count_profiles(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM profiles").fetchone()
    return int(count)


def add_profile(connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO profiles (network, username) VALUES ('n', 'noor')")


def test_only_a_result_that_is_waited_for_comes_to_the_main_thread(
    store: Store, posted: Posted
) -> None:
    results: list[int] = []

    store.submit(add_profile)
    store.submit(count_profiles, results.append)
    posted.get(timeout=DEADLINE)()

    assert results == [1]
    assert posted.empty()


@pytest.mark.parametrize(("is_lasting", "level"), [(True, FULL), (False, NORMAL)])
def test_what_must_last_is_on_the_disk_itself_before_it_is_told(
    store: Store, posted: Posted, *, is_lasting: bool, level: int
) -> None:
    levels: list[tuple[int]] = []

    def look(connection: sqlite3.Connection) -> tuple[int]:
        found: tuple[int] = connection.execute("PRAGMA synchronous").fetchone()
        return found

    for lasts in (not is_lasting, is_lasting):
        store.submit(look, levels.append, is_lasting=lasts)
        posted.get(timeout=DEADLINE)()

    assert levels[-1] == (level,)


def test_a_job_that_fails_takes_back_its_own_changes_only(
    store: Store, posted: Posted
) -> None:
    told: list[object] = []

    def add_and_break(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO profiles (network, username) VALUES ('n', 'x')")
        connection.execute("INSERT INTO nowhere VALUES (1)")

    store.submit(add_profile)
    store.submit(add_and_break, failed=told.append)
    store.submit(count_profiles, told.append)
    for _job in range(2):
        posted.get(timeout=DEADLINE)()

    assert "cannot be kept" in str(told[0])
    assert told[1] == 1


def test_a_store_that_has_failed_tells_who_waits_and_opens_anew(
    store: Store, posted: Posted
) -> None:
    told: list[object] = []

    def end_all_transactions(connection: sqlite3.Connection) -> None:
        connection.execute("ROLLBACK")
        raise ZeroDivisionError

    store.submit(end_all_transactions, told.append, told.append)
    posted.get(timeout=DEADLINE)()
    store.submit(add_profile)
    store.submit(count_profiles, told.append, told.append)
    posted.get(timeout=DEADLINE)()

    assert "cannot be kept" in str(told[0])
    assert told[1] == 1


def test_what_was_submitted_is_on_the_disk_after_the_end(
    tmp_path: Path, posted: Posted
) -> None:
    store = Store(tmp_path / "chatapp.db", posted.put)

    store.submit(add_profile)
    store.close()
    store.wait_until_ended(DEADLINE)

    connection = open_database(tmp_path / "chatapp.db")
    assert count_profiles(connection) == 1
    connection.close()


def test_a_place_where_nothing_can_be_kept_is_told(
    tmp_path: Path, posted: Posted
) -> None:
    (tmp_path / "file").write_text("no folder")
    store = Store(tmp_path / "file" / "chatapp.db", posted.put)
    told: list[str] = []

    store.submit(count_profiles, failed=told.append)
    posted.get(timeout=DEADLINE)()
    store.close()
    store.wait_until_ended(DEADLINE)

    assert told[0].startswith("What is said cannot be kept in")


def test_a_damaged_file_is_set_aside_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "chatapp.db"
    path.write_bytes(b"this is no database, whatever else it may be" * 100)

    told: list[Path] = []
    connection = open_database(path, told.append)

    assert count_profiles(connection) == 0
    assert list(tmp_path.glob("chatapp.db.broken-*")) == told
    connection.close()


def test_why_nothing_can_be_kept_is_logged_once(
    tmp_path: Path, posted: Posted, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("no folder")
    store = Store(tmp_path / "file" / "chatapp.db", posted.put)

    for _ in range(3):
        store.submit(count_profiles, failed=lambda _reason: None)
        posted.get(timeout=DEADLINE)()
    store.close()
    store.wait_until_ended(DEADLINE)

    assert len([it for it in caplog.records if "cannot be opened" in it.message]) == 1


def test_a_file_of_a_newer_chatapp_is_left_to_that(tmp_path: Path) -> None:
    path = tmp_path / "chatapp.db"
    connection = open_database(path)
    add_profile(connection)
    connection.execute("PRAGMA user_version = 999")
    connection.close()

    with pytest.raises(UnusableStore, match="A newer chatapp wrote"):
        open_database(path)

    connection = sqlite3.connect(path)
    assert count_profiles(connection) == 1
    connection.close()
    assert not list(tmp_path.glob("*broken*"))


def test_a_locked_file_is_not_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chatapp.models.storage.schema.BUSY_SECONDS", 0.0)
    path = tmp_path / "chatapp.db"
    other = open_database(path)
    other.execute("PRAGMA journal_mode = DELETE")
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(UnusableStore, match="locked"):
        open_database(path)

    other.close()
    assert not list(tmp_path.glob("*broken*"))

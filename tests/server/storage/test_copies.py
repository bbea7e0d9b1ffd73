"""Copies of a history that are put in its place, and what was there before."""

import contextlib
import sqlite3

from server.storage import copies
from server.storage.copies import back_up, restore
from server.storage.schema import open_for_writing


def name_of(path) -> str:
    """Give what a history was called by these tests."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        (name,) = connection.execute("SELECT name FROM called").fetchone()
    return str(name)


def make_history(path, name: str) -> None:
    connection = open_for_writing(path, "process")
    connection.execute("CREATE TABLE IF NOT EXISTS called AS SELECT '' AS name")
    connection.execute("UPDATE called SET name = ?", (name,))
    connection.close()


def test_each_history_that_is_replaced_is_kept_under_a_name_of_its_own(tmp_path):
    history, copy = tmp_path / "history.db", tmp_path / "copy.db"
    make_history(history, "old")
    back_up(history, copy)
    make_history(history, "first")

    aside = [restore(copy, history)]
    make_history(history, "second")
    aside += [restore(copy, history), restore(copy, history)]

    assert [path.name for path in aside] == [
        "history.db.before-restore",
        "history.db.before-restore-2",
        "history.db.before-restore-3",
    ]
    assert [name_of(path) for path in aside] == ["first", "second", "old"]
    assert name_of(history) == "old"


def test_a_history_that_was_replaced_can_be_put_back(tmp_path):
    history, copy = tmp_path / "history.db", tmp_path / "copy.db"
    make_history(history, "old")
    back_up(history, copy)
    make_history(history, "new")

    aside = restore(copy, history)
    restore(aside, history)

    assert name_of(history) == name_of(aside) == "new"


def test_where_there_was_no_history_none_is_put_aside(tmp_path):
    make_history(tmp_path / "copy.db", "old")

    aside = restore(tmp_path / "copy.db", tmp_path / "history.db")

    assert aside is None
    assert not list(tmp_path.glob("*.before-restore*"))


def test_a_copy_is_of_one_moment_and_lets_others_use_the_disk(tmp_path, mocker):
    history, copy = tmp_path / "history.db", tmp_path / "copy.db"
    make_history(history, "before")
    rests = []

    def write_on(seconds: float) -> None:
        rests.append(seconds)
        make_history(history, f"after {len(rests)} shares")

    mocker.patch.object(copies, "PAGES_A_SHARE", 1)
    mocker.patch.object(copies.time, "sleep", write_on)

    back_up(history, copy)

    assert len(rests) > 5
    assert min(rests) >= 0
    assert name_of(copy) == "before"
    assert name_of(history) == f"after {len(rests)} shares"

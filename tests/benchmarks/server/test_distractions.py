"""What goes on beside the talk really goes on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytest_mock import MockerFixture

from benchmarks.server import distractions
from benchmarks.server.distractions import backing_up, searching
from benchmarks.server.load_program import LoadFailed
from benchmarks.server.ours import Ours
from benchmarks.server.restart import fill
from tools.own_folders import own_environment
from tools.programs import running_server


@contextmanager
def server_with_history(folder: Path) -> Iterator[int]:
    with running_server(own_environment(os.environ, folder)):
        pass
    fill(next(folder.rglob("history.db")), 1_000)
    with Ours("chatapp").running(folder) as serving:
        yield serving.port


def test_somebody_searches_and_finds(tmp_path: Path, mocker: MockerFixture) -> None:
    heard = mocker.spy(distractions, "_read_to")

    with server_with_history(tmp_path) as port, searching(port, tmp_path):
        pass

    assert heard.spy_return.count(b" PRIVMSG #lobby :") == 100


def test_backups_are_made_and_thrown_away(tmp_path: Path) -> None:
    with server_with_history(tmp_path) as port, backing_up(port, tmp_path):
        pass

    assert not list(tmp_path.glob("copy*"))


def test_a_backup_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="status"), backing_up(0, tmp_path / "nowhere"):
        pass


def test_whatever_fails_there_is_no_measurement(
    tmp_path: Path, mocker: MockerFixture
) -> None:
    mocker.patch("subprocess.run", side_effect=ValueError("no such thing"))

    with pytest.raises(ValueError, match="no such thing"), backing_up(0, tmp_path):
        pass


def test_what_fails_beside_a_measurement_that_failed_is_told_with_it(
    tmp_path: Path, mocker: MockerFixture
) -> None:
    mocker.patch("subprocess.run", side_effect=ValueError("no such thing"))

    with pytest.raises(LoadFailed, match="No load") as failed, backing_up(0, tmp_path):
        raise LoadFailed("No load.")

    assert "no such thing" in failed.value.__notes__[0]


def test_a_backup_that_fails_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no history"), backing_up(0, tmp_path / "none"):
        pass

"""The programs for scripts, at whatever their output and their input are."""

import io
import sys

import pytest

from chatapp.__main__ import main
from chatapp.script_command import EXIT_USAGE

EXIT_INTERRUPTED = 130


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("CHATAPP_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("CHATAPP_DATA_DIR", str(tmp_path / "data"))


def test_an_output_that_has_no_letter_for_something_prints_the_rest(monkeypatch):
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "cp1252"))

    code = main(["tail", "#no room", "--username", "noor"])
    sys.stdout.write("10:00 ada fine \N{HOT BEVERAGE}")
    sys.stdout.flush()

    assert code == EXIT_USAGE
    assert written.getvalue() == b"10:00 ada fine ?"


def test_who_has_no_server_yet_is_told_how_to_name_one(capsys):
    assert main(["send", "#lobby", "--username", "noor"]) == EXIT_USAGE
    assert "with --server ADDRESS" in capsys.readouterr().err


def test_ctrl_c_ends_it_quietly_while_one_writes(mocker, capsys):
    mocker.patch("sys.stdin").buffer.read.side_effect = KeyboardInterrupt

    code = main(["send", "#lobby", "--server", "127.0.0.1", "--username", "noor"])

    assert code == EXIT_INTERRUPTED
    assert capsys.readouterr().err == ""

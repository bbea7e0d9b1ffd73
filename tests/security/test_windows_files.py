"""What a window keeps on its computer, and what it logs: no secret, for nobody else."""

import logging
import os
import stat
import tomllib
from contextlib import suppress

import pytest

from chatapp.models.program.files import read_table
from tests.end_to_end.headless_process import HeadlessProcess, fingerprint_at
from tests.server.account_holders import PASSWORD, make_account
from tests.support.headless import HeadlessClient
from tests.support.main_loop import MainLoop

SECONDS = 30
MARK = "xyzzy"


@pytest.fixture
def usual_mask():
    """What most systems let others read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def log(caplog):
    caplog.set_level(logging.DEBUG)
    return caplog


def is_settled(client):
    return client.unsettled() in ("", "has not read the beginning")


def test_what_a_window_says_is_in_its_history_and_in_no_log(
    chat, tmp_path, log, usual_mask
):
    loop = MainLoop()
    client = HeadlessClient(loop, tmp_path, chat.server.port, "noor")
    client.write(f"{MARK} between us")
    assert loop.run_until(lambda: is_settled(client), SECONDS)
    client.close()
    loop.close()

    files = [each for each in tmp_path.glob("noor/*") if each.is_file()]
    secrets = [
        tomllib.loads(each.read_text())["secret"]
        for each in tmp_path.glob("noor/accounts/*.toml")
    ]

    written = b"".join(each.read_bytes() for each in files)
    assert MARK.encode() in written
    assert len(secrets) == 1
    assert all(secret.encode() not in written for secret in secrets)
    assert not any(word in log.text for word in (MARK, *secrets))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps others out by the profile")
def test_nobody_else_reads_what_a_window_keeps(chat, tmp_path, usual_mask):
    loop = MainLoop()
    client = HeadlessClient(loop, tmp_path, chat.server.port, "noor")
    client.write("hello")
    assert loop.run_until(lambda: is_settled(client), SECONDS)

    modes = {}
    for each in tmp_path.glob("noor/**/*"):
        with suppress(FileNotFoundError):  # one that was being written
            if stat.S_ISREG(mode := each.stat().st_mode):
                modes[each.name] = stat.S_IMODE(mode)
    client.close()
    loop.close()

    assert len(modes) >= 3
    assert set(modes.values()) == {0o600}


def test_a_client_without_a_window_tells_no_password(chat, tmp_path, usual_mask):
    make_account(chat, "anna")
    certificate = fingerprint_at(chat.server.port)

    with HeadlessProcess(
        tmp_path,
        chat.server.port,
        tls={"enabled": True, "fingerprints": [certificate.hex]},
        sasl={"account": "anna", "password": f"{PASSWORD} {MARK}"},
    ) as client:
        complaint = client.complaint()
        _, more = client.stop()

    kept = [each for each in (tmp_path / "state").rglob("*") if each.is_file()]
    assert complaint
    assert MARK not in complaint + more
    assert not any(MARK.encode() in each.read_bytes() for each in kept)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        "a = " + "[" * 5000,
        "a." * 5000 + "b = 1",
        "a = 1" + "0" * 10_000,
        "a = 1e999999999",
        "a = \x00",
        "a = '\x1b[2J'",
        "\ufeffa = 1",
    ],
)
def test_no_file_of_settings_is_more_than_wrong(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")

    try:
        read_table(path)
    except ValueError as error:
        told = error
    else:
        told = None

    assert told is None or isinstance(told, ValueError)

import os
import signal
import subprocess
import sys
import time
import tkinter as tk
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from pytest_mock import MockerFixture

from tools import virtual_screen
from tools.virtual_screen import NoVirtualScreen

ROOT = Path(__file__).parents[2]

XVFB = """#!/bin/sh
echo $$ >"$FAKE_XVFB_PID"
echo 4711
exec sleep 300
"""


@pytest.fixture
def xvfb_pid_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An Xvfb of our own in PATH, which tells its process id."""
    fake = tmp_path / "Xvfb"
    fake.write_text(XVFB)
    fake.chmod(0o755)
    pid_file = tmp_path / "xvfb.pid"
    monkeypatch.setenv("FAKE_XVFB_PID", str(pid_file))
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return pid_file


def run_always(*command: str) -> "subprocess.Popen[str]":
    module = [sys.executable, "-m", "tools.virtual_screen", "--always"]
    return subprocess.Popen(
        [*module, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def is_alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def wait_until(claim: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while not claim() and time.monotonic() < deadline:
        time.sleep(0.01)
    return claim()


def test_the_command_is_told_which_screen_is_its_own(xvfb_pid_file: Path) -> None:
    with run_always("sh", "-c", "echo $DISPLAY") as process:
        assert first_line(process) == ":4711"


def test_the_screen_ends_with_the_command(xvfb_pid_file: Path) -> None:
    with run_always("true") as process:
        process.wait()

    assert not is_alive(int(xvfb_pid_file.read_text()))


def test_the_exit_code_of_the_command_is_handed_on(xvfb_pid_file: Path) -> None:
    with run_always("sh", "-c", "exit 7") as process:
        assert process.wait() == 7


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_command_what_it_started_and_the_screen(
    xvfb_pid_file: Path, number: signal.Signals
) -> None:
    with run_always("sh", "-c", "sleep 300 & echo $!; wait") as process:
        grandchild = int(first_line(process))
        process.send_signal(number)

        assert process.wait() == 128 + number
    assert wait_until(lambda: not is_alive(grandchild))
    assert wait_until(lambda: not is_alive(int(xvfb_pid_file.read_text())))


def test_the_screen_ends_even_when_we_are_killed(xvfb_pid_file: Path) -> None:
    with run_always("sh", "-c", "echo $$; exec sleep 300") as process:
        command = int(first_line(process))
        process.kill()
        process.wait()
        os.kill(command, signal.SIGTERM)

    assert wait_until(lambda: not is_alive(int(xvfb_pid_file.read_text())))


def test_without_xvfb_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with (
        pytest.raises(NoVirtualScreen, match="Is it installed"),
        virtual_screen.virtual_screen(),
    ):
        pass


def test_a_display_that_opens_is_used_as_it_is(mocker: MockerFixture) -> None:
    mocker.patch.object(virtual_screen, "display_opens", return_value=True)

    with virtual_screen.screen() as environment:
        assert environment is os.environ


def test_a_display_opens_only_if_tk_can_open_it(mocker: MockerFixture) -> None:
    mocker.patch.object(tk, "Tk", side_effect=tk.TclError("no display name"))

    assert not virtual_screen.display_opens()

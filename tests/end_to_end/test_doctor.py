"""The doctor, in a real window and as a program."""

import os
import subprocess
import sys
from pathlib import Path

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tests.support.ports import closed_port
from tools.own_folders import own_environment


def test_who_cannot_sign_in_finds_out_why(open_window: OpenWindow) -> None:
    with closed_port() as port:
        place = ("--server", "127.0.0.1", "--port", str(port))
        window = open_window("noor", *place, "--username", "noor", "--connect")
        window.wait_for("Nothing answers at 127.0.0.1", "Find out why")

        window.press("Find out why")

        # Where another test has a server at a usual port, that is told instead.
        window.wait_for("The server's port", "One thing is wrong.")


def test_who_has_lost_the_server_finds_out_why(
    server: ServerProcess, sign_in: OpenWindow
) -> None:
    window = sign_in("noor")
    server.kill()
    window.wait_for("Find out why")

    window.press("Find out why")

    window.wait_for("The server's port", "One thing is wrong.")


def test_the_program_tells_by_its_exit_code(
    server: ServerProcess, tmp_path: Path
) -> None:
    environment = own_environment(dict(os.environ), tmp_path / "doctor")

    well = examine(environment, server.port)
    server.kill()
    ill = examine(environment, server.port)

    assert (well.returncode, ill.returncode) == (0, 1)
    assert "[  ok] Signing in: A guest can sign in." in well.stdout
    assert "[fail] The server's port: " in ill.stdout


def examine(
    environment: dict[str, str], port: int
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "chatapp", "doctor", f"127.0.0.1:{port}"],
        check=False,
        env=environment,
        capture_output=True,
        text=True,
    )

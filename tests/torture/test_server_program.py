"""A server that does not start is told from one that hangs while it does."""

import sys
from pathlib import Path

import pytest
from pytest_mock import MockerFixture

from torture.play import Loss
from torture.server_program import ServerProgram


@pytest.mark.parametrize(
    ("program", "seconds", "problem"),
    [
        ("input()", 0.5, "it said nothing for 0.5 seconds"),
        ("raise SystemExit(3)", 60.0, "It has ended, with 3"),
        ("print('Sorry.', flush=True); input()", 60.0, "it said b'Sorry"),
    ],
)
def test_a_server_that_does_not_say_where_it_listens_is_a_loss(
    tmp_path: Path, mocker: MockerFixture, program: str, seconds: float, problem: str
) -> None:
    waits = f"import threading; input = threading.Event().wait; {program}"
    mocker.patch("torture.server_program.SERVER", [sys.executable, "-c", waits])
    mocker.patch("torture.server_program.SECONDS_TO_START", seconds)
    ended: list[int] = []

    with pytest.raises(Loss, match=problem):
        ServerProgram(tmp_path / "server", clear_up=ended.append)

    assert ended

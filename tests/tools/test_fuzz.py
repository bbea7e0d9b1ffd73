"""Programs that fuzz are run for so long, whatever becomes of them."""

import sys

from tests.fuzzing.table import TARGETS
from tools import fuzz


def program(text: str) -> list[str]:
    return [sys.executable, "-u", "-c", text]


def test_what_a_program_says_is_told_with_how_it_ended():
    assert fuzz._run(program("print('Done 7')"), 60) == (["Done 7"], True)
    assert fuzz._run(program("print('a'); exit(1)"), 60) == (["a"], False)


def test_one_that_does_not_end_is_ended_and_told_of(mocker):
    ended = mocker.patch.object(fuzz.subprocess, "run")
    ended.side_effect = fuzz.subprocess.TimeoutExpired("fuzz", 140, b"#1 NEW\n")

    rows, is_well = fuzz._run(program(""), 140)

    assert rows == ["#1 NEW", "It did not end within 140 seconds."]
    assert not is_well


def test_a_target_that_does_not_end_is_broken(mocker, capsys):
    ended = mocker.patch.object(fuzz.subprocess, "run")
    ended.side_effect = fuzz.subprocess.TimeoutExpired("fuzz", 121)

    assert not fuzz._guided(TARGETS[0], 1, 7)
    assert "did not end within 121 seconds" in capsys.readouterr().out

"""The load program plays clients of a real server, and counts what they hear."""

import os
import shutil
from pathlib import Path

import pytest

from benchmarks.server.load_program import (
    LoadFailed,
    LoadProgram,
    compile_load_program,
)
from benchmarks.server.ours import Ours

pytestmark = pytest.mark.skipif(not shutil.which("gcc"), reason="it is written in C")


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> LoadProgram:
    return compile_load_program(tmp_path_factory.mktemp("load"))


@pytest.mark.parametrize("option", ["--size=100", "--tls", "--all-capabilities"])
def test_everybody_hears_everything(
    program: LoadProgram, tmp_path: Path, option: str
) -> None:
    load = ("--clients=20", "--room-size=10", "--warm-up=0", "--seconds=0.2", option)

    with Ours("chatapp").running(tmp_path) as serving:
        report = program.run(serving.port, serving.processes, *load)

    assert report.faults() == []
    assert (report.welcome, report.inside) == (20, 20)
    assert report.deliveries > 0


def test_who_write_to_each_other_join_nothing(
    program: LoadProgram, tmp_path: Path
) -> None:
    load = ("--clients=4", "--room-size=2", "--direct", "--warm-up=0", "--seconds=0")

    with Ours("chatapp").running(tmp_path) as serving:
        report = program.run(serving.port, serving.processes, *load)

    assert report.faults() == []
    assert report.deliveries == report.said > 0


def test_visitors_leave_when_they_have_read_the_welcome(
    program: LoadProgram, tmp_path: Path
) -> None:
    with Ours("chatapp").running(tmp_path) as serving:
        report = program.run(
            serving.port, serving.processes, "--clients=30", "--purpose=visit"
        )

    assert report.welcome == 30
    assert report.faults() == []


def test_an_option_that_does_not_exist_is_told(program: LoadProgram) -> None:
    with pytest.raises(LoadFailed, match="does not exist"):
        program.run(1, [os.getpid()], "--louder")

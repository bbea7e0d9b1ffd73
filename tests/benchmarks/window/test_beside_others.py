"""What starts of several programs took stands side by side."""

import sys
from pathlib import Path

import pytest
from pytest_mock import MockerFixture

from benchmarks.plan import Plan
from benchmarks.tables import render_side_by_side
from benchmarks.window.beside_others import (
    NO_XDOTOOL,
    figures_of,
    measure_beside_others,
)
from benchmarks.window.program import Program, Start, measure_start

OURS = [Start(400, 250, 60.0, 0.0), Start(300, 260, 61.0, 0.1), Start(310, 270, 62, 0)]
THEIRS = [Start(200, 100, 40.0, 0.0)]


def test_programs_stand_side_by_side_with_the_goal() -> None:
    figures = figures_of({"chatapp": OURS, "HexChat": THEIRS})

    lines = render_side_by_side(figures).splitlines()

    assert lines[0] == "|  | chatapp | HexChat |"
    assert lines[2] == "| from start to first window, ms | 310 (1.55) | 200 |"
    assert lines[4] == "| memory a few seconds later, MB | 61.0 (1.52) | 40.0 |"
    assert lines[-1].endswith("at most 1.5 × HexChat | 1.55 | **not met** |")


def test_alone_there_is_nothing_to_reach() -> None:
    assert "to reach" not in render_side_by_side(figures_of({"chatapp": OURS}))


def test_without_xdotool_nothing_is_measured(mocker: MockerFixture) -> None:
    mocker.patch("shutil.which", return_value=None)

    compared = measure_beside_others(Plan(Path("nowhere")))

    assert (compared.figures, compared.notes) == ([], [NO_XDOTOOL])


def test_a_program_without_a_window_is_told_of_and_ended(mocker: MockerFixture) -> None:
    mocker.patch("benchmarks.window.program.SECONDS_TO_WAIT", 0)
    mocker.patch("benchmarks.window.program._is_seen", return_value=False)
    ended = mocker.spy(sys.modules["benchmarks.window.program"], "end_group")
    program = Program("nothing", "nothing", (sys.executable, "-c", "input()"), {})

    with pytest.raises(TimeoutError, match="nothing shows no window"):
        measure_start(program)

    assert ended.call_count == 1

import os
import signal
import subprocess
import sys

import pytest
from pytest_mock import MockerFixture

from tools.process_group import ToldToEnd, ending_signals, run_in_group


def test_a_signal_while_the_command_starts_still_ends_it(
    mocker: MockerFixture,
) -> None:
    start = subprocess.Popen

    def start_and_be_told(*args: object, **options: object) -> object:
        process = start(*args, **options)
        os.kill(os.getpid(), signal.SIGTERM)
        return process

    mocker.patch("tools.process_group.subprocess.Popen", start_and_be_told)

    code = run_in_group([sys.executable, "-c", "input()"], os.environ)

    assert code == 128 + signal.SIGTERM


def test_it_is_imported_where_no_terminal_can_hang_up() -> None:
    names = "k: v for k, v in signal.Signals.__members__.items() if k != 'SIGHUP'"
    without = (
        "import enum, signal; del signal.SIGHUP;"
        f"signal.Signals = enum.IntEnum('Signals', {{{names}}});"
        "import tools.process_group, torture.server_program"
    )

    subprocess.run([sys.executable, "-c", without], check=True)


def test_a_signal_is_raised_once_exceptions_are_welcome() -> None:
    with ending_signals() as signals:
        os.kill(os.getpid(), signal.SIGHUP)

        with pytest.raises(ToldToEnd) as told:
            signals.raise_from_now_on()

    assert told.value.exit_code == 128 + signal.SIGHUP

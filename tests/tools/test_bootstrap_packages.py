"""What the bootstrap has the system install, on machines made of scripts."""

from pathlib import Path

import pytest

from tests.tools.bootstrap_machine import Machine

USER_ID = "#!/bin/sh\necho 1000\n"
NO_SUDO = "#!/bin/sh\nexit 1\n"
SUDO = '#!/bin/sh\necho "sudo $1" >>"$CALLS"\nshift\nexec "$@"\n'


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_root_gets_debians_packages_where_no_python_suits(machine: Machine) -> None:
    machine.add_python("python3", suits=False)

    done = machine.bootstrap()

    assert done.returncode == 0
    assert "Installing Debian's python3-tk python3-venv" in done.stdout
    assert machine.calls[0].endswith(" update")
    assert machine.calls[1].endswith(
        " install --no-install-recommends python3-tk python3-venv"
    )
    assert machine.calls[2:] == ["venv", "pip"]


def test_a_user_with_sudo_gets_them_without_being_asked(machine: Machine) -> None:
    machine.add_python("python3", suits=False)
    machine.add("id", USER_ID)
    machine.add("sudo", SUDO)

    done = machine.bootstrap()

    assert done.returncode == 0
    assert "sudo -n" in machine.calls


def test_a_user_without_sudo_is_told_the_command(machine: Machine) -> None:
    machine.add_python("python3", suits=False)
    machine.add("id", USER_ID)
    machine.add("sudo", NO_SUDO)

    done = machine.bootstrap("--screen")

    assert done.returncode == 69
    command = "sudo apt-get update && sudo apt-get install -y"
    assert f"    {command} python3-tk python3-venv xvfb\n" in done.stdout
    assert machine.calls == []


def test_a_user_without_sudo_is_told_of_the_font_too(machine: Machine) -> None:
    machine.add_python("python3", suits=False)
    machine.add("id", USER_ID)
    machine.add("sudo", NO_SUDO)

    done = machine.bootstrap("--screen", "--emoji")

    assert done.returncode == 69
    assert "python3-venv xvfb fonts-noto-color-emoji\n" in done.stdout


def test_a_system_without_apt_is_told_what_to_install(machine: Machine) -> None:
    machine.add_python("python3", suits=False)
    (machine.bin / "apt-get").unlink()

    done = machine.bootstrap()

    assert done.returncode == 69
    assert "brew install" in done.stdout


def test_a_failing_apt_is_reported_with_the_command(machine: Machine) -> None:
    machine.add_python("python3", suits=False)
    machine.has("no-network")

    done = machine.bootstrap()

    assert done.returncode == 69
    assert "could not install" in done.stdout


def test_xvfb_is_installed_where_no_display_opens(machine: Machine) -> None:
    machine.add_python("python3", suits=True)

    machine.bootstrap("--screen")

    assert machine.calls[1].endswith(" install --no-install-recommends xvfb")


def test_xvfb_is_not_installed_where_a_display_opens(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.has("display")

    machine.bootstrap("--screen")

    assert machine.calls == ["venv", "pip"]


def test_xvfb_is_not_installed_where_it_already_is(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.add("Xvfb", "#!/bin/sh\n")

    machine.bootstrap("--screen")

    assert machine.calls == ["venv", "pip"]


def test_a_font_of_emoji_is_installed_where_none_lies(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.has("display")

    machine.bootstrap("--screen", "--emoji")

    assert machine.calls[:2] == ["venv", "pip"]
    assert machine.calls[3].endswith(
        " install --no-install-recommends fonts-noto-color-emoji"
    )


def test_a_font_of_emoji_that_lies_there_is_enough(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.has("display")
    machine.has("emoji")

    machine.bootstrap("--screen", "--emoji")

    assert machine.calls == ["venv", "pip"]


def test_terminal_programs_are_installed_where_one_is_missing(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.add("irssi", "#!/bin/sh")

    machine.bootstrap("--terminals")

    assert machine.calls[-1].endswith(
        " install --no-install-recommends irssi weechat-curses tmux"
    )


def test_terminal_programs_that_are_there_are_enough(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.add("irssi", "#!/bin/sh")
    machine.add("weechat", "#!/bin/sh")
    machine.add("tmux", "#!/bin/sh")

    machine.bootstrap("--terminals")

    assert machine.calls == ["venv", "pip"]


def test_a_desktop_is_installed_where_a_part_is_missing(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.add("openbox", "#!/bin/sh")

    machine.bootstrap("--desktop")

    assert machine.calls[-1].endswith(
        " install --no-install-recommends openbox pcmanfm xdotool"
    )


def test_a_desktop_that_is_there_is_enough(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.add("openbox", "#!/bin/sh")
    machine.add("pcmanfm", "#!/bin/sh")
    machine.add("xdotool", "#!/bin/sh")

    machine.bootstrap("--desktop")

    assert machine.calls == ["venv", "pip"]


def test_a_fuzzer_is_installed_where_it_is_missing(machine: Machine) -> None:
    machine.add_python("python3", suits=True)

    done = machine.bootstrap("--fuzz")

    assert machine.calls == ["venv", "pip", "pip"]
    assert done.returncode == 0


def test_a_fuzzer_that_cannot_be_had_is_done_without(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.bootstrap()
    machine.has("no-network")

    done = machine.bootstrap("--fuzz")

    assert "hypothesis fuzzes alone" in done.stdout
    assert done.returncode == 0


def test_nothing_is_asked_of_the_screen_unless_wanted(machine: Machine) -> None:
    machine.add_python("python3", suits=True)

    machine.bootstrap()

    assert machine.calls == ["venv", "pip"]


def test_a_dictionary_is_installed_where_none_is(machine: Machine) -> None:
    machine.add_python("python3", suits=True)

    machine.bootstrap("--dictionary")

    assert machine.calls[-1].endswith(
        " install --no-install-recommends libenchant-2-2 hunspell-en-us"
    )


def test_a_dictionary_that_is_there_is_enough(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.has("dictionary")

    machine.bootstrap("--dictionary")

    assert machine.calls == ["venv", "pip"]

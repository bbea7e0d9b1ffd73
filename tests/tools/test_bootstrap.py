import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# A Python whose abilities are files beside it; it makes a .venv that is like itself.
PYTHON = """#!/bin/sh
case "$*" in
    -V) echo "Python 3.99" ;;
    "-m venv .venv")
        mkdir -p .venv/bin
        cp "$0" .venv/bin/python
        echo venv >>"$CALLS" ;;
    "-m pip"*)
        echo pip >>"$CALLS"
        echo "WARNING: Location is ignored" >&2
        test ! -e "$STATE/no-network" ;;
    *ensurepip*) test -e "$0.suits" || test -e "$STATE/python3-tk" ;;
    *emoji*) test -e "$STATE/emoji" ;;
    *enchant*) test -e "$STATE/dictionary" ;;
    *atheris*) test -e "$STATE/atheris" ;;
    *find_spec*) test ! -e "$STATE/broken" ;;
    *tkinter.Tk*) test -e "$STATE/display" ;;
esac
"""

APT_GET = """#!/bin/sh
echo "apt-get $*" >>"$CALLS"
test ! -e "$STATE/no-network" || exit 100
case "$*" in *python3-tk*) touch "$STATE/python3-tk" ;; esac
"""

ROOT_ID = "#!/bin/sh\necho 0\n"
USER_ID = "#!/bin/sh\necho 1000\n"
NO_SUDO = "#!/bin/sh\nexit 1\n"
SUDO = '#!/bin/sh\necho "sudo $1" >>"$CALLS"\nshift\nexec "$@"\n'

PLAIN_TOOLS = "cat cksum cp dirname env head mkdir rm sh touch true"


class Machine:
    """A checkout and a PATH in which everything that matters is ours."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.state = folder / "state"
        self.bin = folder / "bin"
        self.calls_file = folder / "calls"
        (self.checkout / "tools").mkdir(parents=True)
        self.state.mkdir()
        self.bin.mkdir()
        shutil.copy(ROOT / "tools" / "bootstrap", self.checkout / "tools")
        (self.checkout / "pyproject.toml").write_text("[project]\n")
        for tool in PLAIN_TOOLS.split():
            (self.bin / tool).symlink_to(str(shutil.which(tool)))
        self.add("id", ROOT_ID)
        self.add("apt-get", APT_GET)

    def add(self, name: str, script: str) -> None:
        (self.bin / name).write_text(script)
        (self.bin / name).chmod(0o755)

    def add_python(self, name: str, *, suits: bool) -> None:
        self.add(name, PYTHON)
        if suits:
            (self.bin / f"{name}.suits").touch()

    def has(self, fact: str) -> None:
        (self.state / fact).touch()

    def bootstrap(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        environment = {
            "PATH": str(self.bin),
            "PYTHON_FOLDERS": str(self.bin),
            "STATE": str(self.state),
            "CALLS": str(self.calls_file),
        }
        self.calls_file.write_text("")
        return subprocess.run(
            ["tools/bootstrap", *arguments],
            cwd=self.checkout,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def calls(self) -> list[str]:
        return self.calls_file.read_text().splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_first_python_that_suits_is_taken(machine: Machine) -> None:
    machine.add_python("python3", suits=False)
    machine.add_python("python3.12", suits=True)
    machine.add_python("python3.11", suits=True)

    done = machine.bootstrap()

    assert done.returncode == 0
    assert f"Making .venv with {machine.bin}/python3.12 (Python 3.99)" in done.stdout
    assert machine.calls == ["venv", "pip"]


def test_a_second_run_does_and_says_nothing(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.bootstrap()

    done = machine.bootstrap()

    assert (done.returncode, done.stdout, machine.calls) == (0, "", [])


def test_a_changed_pyproject_is_installed_anew_into_the_same_venv(
    machine: Machine,
) -> None:
    machine.add_python("python3", suits=True)
    machine.bootstrap()
    (machine.checkout / "pyproject.toml").write_text("[project]\nname = 'new'\n")

    machine.bootstrap()

    assert machine.calls == ["pip"]


def test_what_pip_says_is_not_shown_when_it_succeeds(machine: Machine) -> None:
    machine.add_python("python3", suits=True)

    done = machine.bootstrap()

    assert done.returncode == 0
    assert "WARNING" not in done.stdout + done.stderr


def test_a_broken_venv_is_made_anew(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.bootstrap()
    machine.has("broken")

    machine.bootstrap()

    assert machine.calls == ["venv", "pip"]


def test_a_checkout_that_moved_gets_a_new_venv(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.bootstrap()
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("moved"))

    machine.bootstrap()

    assert machine.calls == ["venv", "pip"]


def test_an_installation_that_failed_is_begun_anew(machine: Machine) -> None:
    machine.add_python("python3", suits=True)
    machine.has("no-network")

    done = machine.bootstrap()
    machine.bootstrap()

    assert done.returncode == 69
    assert "is there a network?" in done.stdout
    assert "WARNING: Location is ignored" in done.stderr
    assert machine.calls == ["venv", "pip"]


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


def test_the_bootstrap_may_be_executed() -> None:
    assert os.access(ROOT / "tools" / "bootstrap", os.X_OK)


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

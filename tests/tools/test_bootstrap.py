"""The bootstrap makes a venv, on machines made of scripts."""

import os
from pathlib import Path

import pytest

from tests.tools.bootstrap_machine import ROOT, Machine


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


def test_a_venv_that_somebody_else_made_is_kept(machine: Machine) -> None:
    """As the README tells everybody to make one."""
    machine.add_python("python3", suits=True)
    machine.lend_venv("python3")

    machine.bootstrap()

    assert machine.calls == ["pip"]


def test_no_venv_is_made_with_the_python_of_the_one_that_goes(
    machine: Machine,
) -> None:
    machine.add_python("python3", suits=True)
    machine.bootstrap()
    machine.lend_venv("python3")
    machine.has("broken")
    venv = machine.checkout / ".venv" / "bin"

    done = machine.bootstrap(python_folders=f"{venv}:{machine.bin}")

    assert f"Making .venv with {machine.bin}/python3 " in done.stdout
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


def test_the_bootstrap_may_be_executed() -> None:
    assert os.access(ROOT / "tools" / "bootstrap", os.X_OK)

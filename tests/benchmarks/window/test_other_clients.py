"""Other chat programs are named where they are missing, and served as they want."""

import os
from pathlib import Path

import pytest
from pytest_mock import MockerFixture

from benchmarks.window import other_clients
from benchmarks.window.other_clients import CLIENTS, Client, desk

CLIENT = Client("Dino", ("dino-im",), "dino", ("dbus-daemon",))


def test_what_a_program_lacks_is_named(mocker: MockerFixture) -> None:
    mocker.patch("shutil.which", return_value=None)

    missing = CLIENT.missing()

    assert missing == "Dino is not measured; missing here: dino-im, dbus-daemon."


def test_a_program_that_is_there_lacks_nothing(mocker: MockerFixture) -> None:
    mocker.patch("shutil.which", return_value="/usr/bin/it")

    assert [client.missing() for client in CLIENTS] == ["", "", ""]


@pytest.fixture
def no_bus(mocker: MockerFixture) -> None:
    mocker.patch("shutil.which", return_value=None)


@pytest.mark.usefixtures("no_bus")
def test_root_has_others_start_them(tmp_path: Path, mocker: MockerFixture) -> None:
    mocker.patch("os.geteuid", return_value=0)
    given = mocker.patch("os.chown")

    with desk(tmp_path, ":7") as others:
        program = others.program(CLIENT)

    assert program.user
    given.assert_called_once_with(tmp_path / "home", program.user, program.group)


@pytest.mark.usefixtures("no_bus")
def test_an_ordinary_user_starts_them_in_another_home(
    tmp_path: Path, mocker: MockerFixture
) -> None:
    mocker.patch("os.geteuid", return_value=1000)
    mocker.patch.dict(os.environ, {"XDG_CONFIG_HOME": "/home/of/somebody"})

    with desk(tmp_path, ":7") as others:
        program = others.program(CLIENT)

    assert program.user is None
    assert program.environment["HOME"] == str(tmp_path / "home")
    assert "XDG_CONFIG_HOME" not in program.environment


def test_a_bus_of_their_own_ends_with_them(
    tmp_path: Path, mocker: MockerFixture
) -> None:
    """A program that says where it listens stands for the bus, which may be missing."""
    bus = tmp_path / "bus"
    bus.write_text("#!/bin/sh\necho unix:path=/here\nexec sleep 600\n")
    bus.chmod(0o755)
    mocker.patch("benchmarks.window.other_clients.BUS", str(bus))
    mocker.patch("os.geteuid", return_value=1000)
    ended = mocker.spy(other_clients, "end_group")

    with desk(tmp_path, ":7") as others:
        address = others.environment["DBUS_SESSION_BUS_ADDRESS"]

    assert address == "unix:path=/here"
    assert ended.call_args.args[0].returncode is not None

"""HexChat is started by somebody whom it serves."""

from pathlib import Path

from pytest_mock import MockerFixture

from benchmarks.window.beside_hexchat import hexchat


def test_root_has_hexchat_started_by_another(
    tmp_path: Path, mocker: MockerFixture
) -> None:
    mocker.patch("os.geteuid", return_value=0)
    given = mocker.patch("os.chown")

    program = hexchat(tmp_path, ":7")

    assert program.user
    given.assert_called_once_with(tmp_path / "home", program.user, program.group)


def test_an_ordinary_user_starts_it_himself(
    tmp_path: Path, mocker: MockerFixture
) -> None:
    mocker.patch("os.geteuid", return_value=1000)

    program = hexchat(tmp_path, ":7")

    assert program.user is None
    assert program.environment["HOME"] == str(tmp_path / "home")

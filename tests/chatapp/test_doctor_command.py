"""The program `chatapp doctor`."""

import io
import sys

import pytest

from chatapp import __main__ as program
from chatapp import doctor_command
from chatapp.models.connection.encryption import Demand, Need
from chatapp.models.settings.settings import LastSignIn, Settings
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.doctor import stage
from tests.server.running import RunningServer, settings_for_tests
from tests.support.ports import closed_port


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    monkeypatch.setenv("CHATAPP_CONFIG_DIR", str(tmp_path / "config"))
    monkeypatch.setenv("CHATAPP_DATA_DIR", str(tmp_path / "data"))


@pytest.fixture(autouse=True)
def no_usual_servers(mocker):
    """Take the usual ports from the machine, where anybody's server may listen."""
    with closed_port() as plain, closed_port() as secure:
        mocker.patch("chatapp.models.doctor.case.PLAIN_PORT", plain)
        mocker.patch("chatapp.models.doctor.case.TLS_PORT", secure)
        yield


@pytest.fixture
def opened():
    return []


@pytest.fixture
def doctor(opened):
    """Run the doctor on loopback alone; give its exit code."""

    def open_case(host, port, demand):
        opened.append((host, port, demand))
        return stage.case(host, port, demand)

    return lambda *words: doctor_command.main(words, open_case)


def test_a_server_that_is_well_is_told_line_by_line(doctor, tmp_path, capsys):
    server = RunningServer(tmp_path, settings_for_tests())

    code = doctor("127.0.0.1", "--port", str(server.server.port))
    server.stop()

    lines = capsys.readouterr().out.splitlines()
    assert code == 0
    assert "[  ok] Signing in: A guest can sign in." in lines
    assert lines[-1] == "Nothing is wrong here."


def test_a_server_that_is_not_there_is_told_with_what_to_do(doctor, capsys):
    with closed_port() as port:
        code = doctor(f"127.0.0.1:{port}")

    out = capsys.readouterr().out
    assert code == 1
    assert "[fail] The server's port: 127.0.0.1 is there, but no program" in out
    assert "       What to do: Start the chat on that computer" in out


def test_a_wrong_address_is_told_at_once(doctor, opened, capsys):
    code = doctor("192.168.1.300")

    assert code == 2
    assert "chatapp doctor: 192.168.1.300 is not a valid IP address." in (
        capsys.readouterr().err
    )
    assert opened == []


def test_an_invitation_tells_what_the_server_has_to_be(doctor, opened):
    fingerprint = Fingerprint(b"\1" * 32)
    with closed_port() as port:
        doctor(f"ircs://127.0.0.1:{port}/?fp={fingerprint.hex}&t=token")

    assert opened == [("127.0.0.1", port, Demand(Need.REQUIRED, fingerprint))]


def test_without_an_address_the_last_server_is_examined(doctor, opened):
    with closed_port() as port:
        Settings.load().remember_sign_in(LastSignIn("127.0.0.1", port, "noor"))
        doctor()

    assert opened == [("127.0.0.1", port, Demand())]


def test_without_any_server_this_computer_is_examined(doctor, opened, capsys):
    code = doctor()

    assert code == 0
    assert [host for host, _, _ in opened] == [""]
    assert "[  ok] This computer: This computer is 192.168.1.7" in (
        capsys.readouterr().out
    )


def test_the_doctor_ends_quietly_where_nobody_reads_on(doctor, monkeypatch, mocker):
    output = mocker.Mock(spec=io.TextIOWrapper)
    output.write.side_effect = BrokenPipeError
    monkeypatch.setattr(sys, "stdout", output)

    with closed_port() as port:
        code = doctor(f"127.0.0.1:{port}")

    assert code == 0
    assert output.write.call_count == 1


def test_the_doctor_needs_no_window(monkeypatch, mocker):
    main = mocker.patch("chatapp.doctor_command.main", return_value=1)

    assert program.main(["doctor", "10.0.0.5"]) == 1

    main.assert_called_once_with(["10.0.0.5"])

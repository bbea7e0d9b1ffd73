"""`chatapp-server doctor`: each thing is really broken, and the sentence is read."""

import socket
import threading

import pytest

from chatapp.wire.findings import Verdict
from server.command_line import run_command
from server.doctor.knocking import Door, knock
from server.doctor.listening import check_listening, check_reach, ports_of
from server.doctor.multicast import check_multicast
from server.doctor.own_server import is_announced, own_places, settings_at
from tests.chatapp.models.doctor.stage import swallowing_port
from tests.server.running import settings_for_tests
from tests.support.ports import closed_port


@pytest.fixture
def no_firewall(mocker):
    """Look at no firewall: the machine that runs the tests may have any."""
    mocker.patch("server.doctor.examination.check_firewall", return_value=[])


@pytest.fixture
def other_program():
    """A port at which something answers that is no chat."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            with listener.accept()[0] as caller:
                caller.recv(100)
                caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        yield listener.getsockname()[1]
        thread.join()


def local_settings(port: int):
    return settings_for_tests(server={"host": "127.0.0.1", "port": port})


def test_a_server_that_others_reach_is_well(
    start_server, tmp_path, monkeypatch, capsys, no_firewall
):
    chat = start_server(server={"host": ""})
    monkeypatch.setenv("CHATAPP_SERVER__STORAGE__PATH", str(chat.path))

    code = run_command(["doctor"])

    report = capsys.readouterr().out
    assert (
        f"[  ok] Listening: The server listens on 0.0.0.0:{chat.server.port}" in report
    )
    assert report.endswith("Nothing is wrong here.\n")
    assert code == 0


def test_a_server_that_keeps_another_history_is_not_taken_for_ones_own(
    chat, tmp_path, monkeypatch, capsys, no_firewall
):
    monkeypatch.setenv("CHATAPP_DATA_DIR", str(tmp_path / "mine"))
    port = chat.server.port

    code = run_command(["doctor", "--host", "127.0.0.1", "--port", str(port)])

    report = capsys.readouterr().out
    assert f"A server has port {port}, but not the one that keeps" in report
    assert code == 1


def test_the_places_of_a_server_that_runs_are_asked_of_itself(start_server):
    chat = start_server(server={"host": ""})

    places = own_places(chat.path)
    fitted = settings_at(local_settings(1), places)

    assert places == chat.server.places
    assert (fitted.server.host, ports_of(fitted)) == ("::", (chat.server.port,))


def test_where_no_server_runs_nobody_tells_its_places(tmp_path):
    assert own_places(tmp_path / "history.db") is None
    assert is_announced(tmp_path / "history.db") is None


@pytest.mark.parametrize("is_wanted", [True, False])
def test_whether_a_server_that_runs_is_announced_is_asked_of_itself(
    chat, mocker, is_wanted
):
    mocker.patch.object(chat.services, "is_announced", is_wanted)

    assert is_announced(chat.path) is is_wanted


def test_a_server_that_was_told_not_to_announce_itself_is_not_said_to(
    start_server, monkeypatch, capsys, no_firewall
):
    chat = start_server(server={"host": ""}, discovery={"announce": False})
    monkeypatch.setenv("CHATAPP_SERVER__STORAGE__PATH", str(chat.path))

    run_command(["doctor"])

    report = capsys.readouterr().out
    assert "[warn] mDNS: The server does not announce itself" in report


def test_a_server_that_does_not_run_is_told(tmp_path, monkeypatch, capsys, no_firewall):
    monkeypatch.setenv("CHATAPP_DATA_DIR", str(tmp_path))

    with closed_port() as port:
        code = run_command(["doctor", "--host", "127.0.0.1", "--port", str(port)])

    report = capsys.readouterr().out
    assert f"[fail] Listening: No server listens on port {port}." in report
    assert "What to do: Start it with `chatapp-server`" in report
    assert code == 1


def test_a_host_that_there_is_not_is_told(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CHATAPP_DATA_DIR", str(tmp_path))

    code = run_command(["doctor", "--host", "nowhere.invalid", "--port", "7001"])

    assert "There is no host" in capsys.readouterr().err
    assert code == 1


def test_a_server_for_this_computer_alone_is_reached_by_nobody_else(chat):
    settings = local_settings(chat.server.port)

    listening, reach = check_listening(settings)

    assert listening.verdict is Verdict.OK
    assert "only this computer reaches it" in reach.sentence
    assert reach.advice == 'Leave --host out, and [server] host = "".'


def test_another_program_at_the_port_is_told(other_program):
    finding = next(check_listening(local_settings(other_program)))

    assert finding.sentence == (
        f"Another program has port {other_program}, and it is no chat."
    )


def test_a_port_that_is_silent_is_told():
    settings = local_settings(7001)

    finding = next(check_listening(settings, lambda *_: Door.SILENT))

    assert finding.verdict is Verdict.FAIL
    assert "does not answer" in finding.sentence


def test_a_port_whose_program_takes_no_calls_is_silent():
    with swallowing_port() as port:
        assert knock("127.0.0.1", port, 0.05) is Door.SILENT


def test_a_program_that_takes_calls_and_says_nothing_is_no_chat():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        door = knock("127.0.0.1", listener.getsockname()[1], 0.05)

    assert door is Door.SOMETHING_ELSE


def test_any_free_port_is_none_to_knock_at():
    finding = next(check_listening(local_settings(0)))

    assert (finding.verdict, finding.advice) == (
        Verdict.WARN,
        "Say which with --port.",
    )
    assert list(check_reach(local_settings(0), ["192.0.2.7"])) == []


def test_each_address_is_tried():
    doors = {"192.0.2.7": Door.CHAT, "fd00::7": Door.CLOSED}

    good, bad = check_reach(
        local_settings(7001), list(doors), lambda host, _: doors[host]
    )

    assert good.sentence.startswith("The server answers at 192.0.2.7:7001")
    assert bad.sentence.startswith("Nobody answers at [fd00::7]:7001")
    assert bad.verdict is Verdict.FAIL


def test_the_ports_are_those_of_the_settings():
    settings = settings_for_tests(server={"port": 7001}, tls={"port": 7002})

    assert ports_of(settings) == (7001, 7002)


def test_it_is_told_how_mdns_fares():
    def fail() -> bool:
        raise OSError(19, "No such device")

    (fine,) = check_multicast(is_announced=True, hears=lambda: True)
    (deaf,) = check_multicast(is_announced=True, hears=lambda: False)
    (none,) = check_multicast(is_announced=True, hears=fail)
    (quiet,) = check_multicast(is_announced=False, hears=fail)

    assert fine.verdict is Verdict.OK
    assert "not heard" in deaf.sentence
    assert none.sentence == "This computer cannot speak mDNS (No such device)."
    assert "[discovery] announce = true" in quiet.advice

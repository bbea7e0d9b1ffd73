"""The numbers for Prometheus, and the answer whether the server is well."""

import http.client
import socket
import urllib.error
import urllib.request

import pytest
from prometheus_client.parser import text_string_to_metric_families

from server.app import Server
from server.network.addresses import CannotListen
from server.network.metrics import MetricsServer
from tests.server.raw_client import DEADLINE_SECONDS
from tests.server.running import settings_for_tests


@pytest.fixture
def server(start_server):
    return start_server(metrics={"enabled": True, "port": 0})


def ask(server, path):
    """Give the status and the text of an answer."""
    url = f"http://127.0.0.1:{server.server.metrics_port}{path}"
    try:
        with urllib.request.urlopen(url, timeout=DEADLINE_SECONDS) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def numbers(server):
    """Give each number by its name, without labels' lines."""
    _, text = ask(server, "/metrics")
    return {
        sample.name: sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if not sample.labels
    }


def test_the_numbers_tell_what_happens(server):
    anna, bert = server.join("anna"), server.join("bert")
    anna.roundtrip()
    before = numbers(server)

    anna.ask("PRIVMSG #lobby :one", "PRIVMSG #lobby :two", "TOPIC #nowhere :x")
    bert.roundtrip()
    after = numbers(server)

    assert after["chatapp_users"] == after["chatapp_connections"] == 2
    assert after["chatapp_channels"] == 1
    assert after["chatapp_outbox_bytes"] == 0
    assert after["chatapp_messages_total"] - before["chatapp_messages_total"] == 2
    assert after["chatapp_refusals_total"] - before["chatapp_refusals_total"] == 1
    assert after["chatapp_deliveries_total"] > before["chatapp_deliveries_total"]
    assert after["chatapp_turn_seconds_count"] > before["chatapp_turn_seconds_count"]
    assert (
        after["chatapp_storage_seconds_count"] > before["chatapp_storage_seconds_count"]
    )


def test_who_is_not_let_in_is_counted(server, mocker):
    mocker.patch.object(server.limits, "_keeps_out", return_value=True)
    mocker.patch("server.network.listener.is_this_machine", return_value=False)

    server.connect().read_to_end()

    assert numbers(server)["chatapp_turned_away_total"] == 1


def test_who_has_not_said_enough_at_the_door_in_time_is_counted(start_server):
    server = start_server(metrics={"enabled": True, "port": 0}, timeouts={"door": 1})
    client = server.connect()

    client.send_bytes(b"GET / HTTP")
    client.read_to_end()

    assert numbers(server)["chatapp_turned_away_total"] == 1


def test_who_does_not_sign_in_in_time_is_counted(start_server):
    metrics, timeouts = {"enabled": True, "port": 0}, {"registration": 1}
    server = start_server(metrics=metrics, timeouts=timeouts)
    client = server.connect()

    client.send("NICK anna")
    client.read_to_end()

    assert numbers(server)["chatapp_sent_away_total"] == 1


def test_who_reads_too_slowly_is_counted(start_server):
    server = start_server(
        metrics={"enabled": True, "port": 0},
        limits={"sendq_bytes": 65_536},
        server={"motd": "word\n" * 2000},
    )
    deaf = server.connect(4096).register("deaf")

    deaf.send(*["MOTD"] * 300)
    assert server.waits_for(lambda: not server.connections())

    assert numbers(server)["chatapp_slow_readers_total"] == 1


def test_who_is_over_his_allowance_is_counted(start_server):
    flood = {"enabled": True, "messages": 10, "seconds": 1}
    server = start_server(metrics={"enabled": True, "port": 0}, flood=flood)

    server.join("anna").ask(*["PING x"] * 20)

    assert numbers(server)["chatapp_slowed_total"] > 0


def test_a_server_that_is_well_says_so(server):
    assert ask(server, "/health") == (200, "The server is well.\n")


def test_a_server_that_cannot_write_says_so(server):
    server.recorder.is_failing = True

    assert ask(server, "/health") == (503, "The storage cannot be written.\n")


def test_a_server_that_does_not_look_up_is_not_well(server, mocker):
    mocker.patch.object(server.calls, "add")

    status, text = ask(server, "/health")

    mocker.stopall()
    assert (status, text) == (503, "The server does not look up.\n")


def test_there_is_nothing_else(server):
    assert ask(server, "/")[0] == 404


def test_without_the_setting_there_are_no_metrics(chat):
    assert chat.server.metrics_port == 0


def test_a_port_for_metrics_that_is_taken_is_told(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = settings_for_tests(metrics={"enabled": True, "port": port})
        with pytest.raises(CannotListen, match="in use"):
            Server(settings, tmp_path / "history.db")


def test_its_port_is_its_own_also_on_windows_and_no_name_is_looked_up(mocker):
    mocker.patch("server.network.metrics.sys.platform", "win32")
    mocker.patch("socket.getfqdn", side_effect=AssertionError)

    with MetricsServer("127.0.0.1", 0, lambda _: None) as listening:
        reuses = listening.socket.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)

    assert not reuses


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:9667", 200),
        ("localhost", 200),
        ("[::1]:9667", 200),
        ("evil.example:9667", 421),
        ("127.0.0.1.evil.example", 421),
        ("[evil", 421),
    ],
)
def test_on_this_computer_it_answers_to_its_own_name_only(server, host, status):
    asking = http.client.HTTPConnection("127.0.0.1", server.server.metrics_port)

    asking.request("GET", "/health", headers={"Host": host})
    answer = asking.getresponse()
    asking.close()

    assert answer.status == status

"""What the doctor finds of this computer: networks, firewall, disk, clock."""

import ipaddress
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from chatapp.system.interfaces import Interface
from chatapp.wire.findings import Verdict
from chatapp.wire.firewalls import Answer
from server.doctor.certificate import check_certificate
from server.doctor.clock import check_clock
from server.doctor.firewall import NOT_SEEN, check_firewall
from server.doctor.networks import check_ipv6, check_networks
from server.doctor.storage import check_storage
from server.network.certificate import VALID_DAYS, make_certificate
from server.storage.schema import open_for_writing

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
GIGABYTE = 2**30


def interface(address: str, name: str = "eth0") -> Interface:
    return Interface(name, ipaddress.ip_interface(address))


def answering(**answers: Answer):
    """Give what asks programs of which only some are there."""
    return lambda command: answers.get(command[0].replace("-", "_"))


def test_the_networks_are_told_with_the_address_that_others_use():
    (finding,) = check_networks(
        [interface("127.0.0.1/8", "lo"), interface("10.0.0.7/24")]
    )

    assert finding.sentence == (
        "Others in 10.0.0.0/24 reach this computer at 10.0.0.7 (eth0)."
    )


def test_a_computer_in_no_network_is_told_to_join_one():
    (finding,) = check_networks(
        [interface("127.0.0.1/8", "lo"), interface("fe80::1/64")]
    )

    assert finding.verdict is Verdict.FAIL
    assert finding.advice == "Connect it to a network, by cable or by Wi-Fi."


def test_an_address_that_nobody_gave_is_told():
    (finding,) = check_networks([interface("169.254.3.4/16")])

    assert finding.verdict is Verdict.WARN
    assert "no router answered it" in finding.sentence


def test_ipv6_is_told_and_never_wrong():
    (none,) = check_ipv6([], lambda: False)
    (local,) = check_ipv6([interface("fe80::1/64")], lambda: True)
    (given,) = check_ipv6([interface("fd00::7/64")], lambda: True)

    assert "speaks no IPv6" in none.sentence
    assert "IPv4 is enough" in local.sentence
    assert given.sentence == "Others reach this computer by IPv6, at fd00::7."


def test_a_firewall_that_keeps_others_out_is_opened_with_one_command():
    ask = answering(ufw=Answer(0, "Status: active\n22/tcp  ALLOW  Anywhere"))

    (finding,) = check_firewall((6667,), ask, "linux")

    assert finding.sentence == "ufw is active, and keeps others out at port 6667."
    assert finding.advice == "Open it with: sudo ufw allow 6667/tcp"
    assert finding.verdict is Verdict.FAIL


def test_a_firewall_that_lets_others_in_is_well():
    ask = answering(firewall_cmd=Answer(0, "6667/tcp"))

    (finding,) = check_firewall((6667,), ask, "linux")

    assert finding.verdict is Verdict.OK


def test_a_firewall_that_does_not_tell_more_is_a_warning():
    ask = answering(
        ufw=Answer(1, "ERROR: You need to be root"), cat=Answer(0, "ENABLED=yes")
    )

    (finding,) = check_firewall((6667,), ask, "linux")

    assert finding.sentence == "ufw is active, and may keep others out at port 6667."


def test_what_cannot_be_seen_is_told_and_how_to_see_it():
    ask = answering(nft=Answer(1, "Operation not permitted"))
    windows = answering(netsh=Answer(1, "denied"))

    (linux,) = check_firewall((6667,), ask, "linux", lambda: False)
    (other,) = check_firewall((6667,), windows, "win32", lambda: False)

    assert linux.sentence == NOT_SEEN
    assert "sudo chatapp-server doctor" in linux.advice
    assert "administrator" in other.advice


def test_a_firewall_that_says_nothing_to_root_is_none():
    ask = answering(nft=Answer(1, "Operation not supported"))

    (finding,) = check_firewall((6667,), ask, "linux", lambda: True)

    assert finding.verdict is Verdict.OK


def test_where_no_firewall_is_nothing_is_wrong():
    (finding,) = check_firewall((6667,), lambda _: None, "linux")

    assert finding.verdict is Verdict.OK


def test_a_history_that_can_be_written_is_well(tmp_path):
    path = tmp_path / "not there yet" / "history.db"

    storage, disk = check_storage(path, lambda _: 7 * GIGABYTE)

    assert (storage.verdict, disk.verdict) == (Verdict.OK, Verdict.OK)
    assert disk.sentence.endswith("has 7168 MB left.")
    assert list(tmp_path.iterdir()) == []


def test_a_history_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "history.db").mkdir()

    (finding,) = check_storage(tmp_path / "history.db")

    assert finding.verdict is Verdict.FAIL
    assert "[storage] path" in finding.advice


@pytest.mark.parametrize(
    ("left", "verdict"), [(2**20, Verdict.FAIL), (100 * 2**20, Verdict.WARN)]
)
def test_a_disk_that_fills_up_is_told(tmp_path, left, verdict):
    *_, disk = check_storage(tmp_path / "history.db", lambda _: left)

    assert disk.verdict is verdict


@pytest.mark.parametrize(
    ("days", "verdict", "words"),
    [
        (0, Verdict.OK, "It holds until"),
        (-9, Verdict.FAIL, "which is later than now"),
        (VALID_DAYS - 3, Verdict.WARN, "It ends soon"),
        (VALID_DAYS + 3, Verdict.FAIL, "It ended on"),
    ],
)
def test_it_is_told_how_long_a_certificate_holds(tmp_path, days, verdict, words):
    make_certificate(tmp_path / "tls.pem", "chat.example", NOW)

    dates, known_by = check_certificate(
        tmp_path / "tls.pem", NOW + timedelta(days=days)
    )

    assert dates.verdict is verdict
    assert words in dates.sentence
    assert "in words: " in known_by.sentence


def test_a_certificate_that_is_none_is_told(tmp_path):
    (tmp_path / "tls.pem").write_text("nothing of that kind")

    (broken,) = check_certificate(tmp_path / "tls.pem", NOW)
    (none,) = check_certificate(tmp_path / "other.pem", NOW)

    assert broken.verdict is Verdict.FAIL
    assert none.verdict is Verdict.OK


def test_a_clock_before_this_program_is_wrong(tmp_path):
    (finding,) = check_clock(tmp_path / "history.db", datetime(2020, 1, 1, tzinfo=UTC))

    assert finding.verdict is Verdict.FAIL


def test_a_clock_behind_the_history_is_wrong(tmp_path):
    path = tmp_path / "history.db"
    connection = open_for_writing(path, "power")
    later = int((NOW + timedelta(days=1)).timestamp() * 1000)
    connection.execute("UPDATE identity SET last_time = ?", (later,))
    connection.close()

    (behind,) = check_clock(path, NOW)
    (right,) = check_clock(path, NOW + timedelta(days=1))

    assert behind.sentence.endswith("the latest message is of 2026-11-27 12:00:00.")
    assert right.verdict is Verdict.OK


def test_a_history_that_cannot_be_read_says_nothing_of_the_clock(tmp_path):
    path = tmp_path / "history.db"
    sqlite3.connect(path).close()
    path.write_text("no database at all" * 100)

    (finding,) = check_clock(path, NOW)

    assert finding.verdict is Verdict.OK

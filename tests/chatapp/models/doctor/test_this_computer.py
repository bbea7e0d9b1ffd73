"""What the doctor says of this computer."""

import pytest

from chatapp.models.doctor.commands import Commands
from chatapp.models.doctor.this_computer import (
    ADDRESSES,
    FIREWALL,
    check_addresses,
    check_firewall,
)
from chatapp.system.interfaces import for_others, list_interfaces
from chatapp.wire.findings import Finding, Verdict
from chatapp.wire.firewalls import Answer
from tests.chatapp.models.doctor.stage import case, interfaces, only

ELSEWHERE = "192.168.1.20"


def test_this_computers_addresses_are_told_with_their_networks():
    has = interfaces(
        ("lo", "127.0.0.1/8"),
        ("docker0", "172.17.0.1/16"),
        ("wlan0", "fd00::7/64"),
        ("wlan0", "192.168.1.7/24"),
        ("wlan0", "fe80::7/64"),
    )

    finding = only(check_addresses, case(interfaces=has))

    assert finding == Finding(
        ADDRESSES,
        Verdict.OK,
        "This computer is 192.168.1.7 (wlan0, network 192.168.1.0/24), fd00::7 (wlan0,"
        " network fd00::/64).",
    )


def test_a_computer_in_no_network_is_told_so():
    has = interfaces(("lo", "127.0.0.1/8"))

    finding = only(check_addresses, case(ELSEWHERE, interfaces=has))

    assert finding == Finding(
        ADDRESSES,
        Verdict.FAIL,
        "This computer is in no network.",
        "Switch its Wi-Fi on, or plug its network cable in.",
    )


def test_to_who_is_on_this_computer_no_network_is_only_a_warning():
    finding = only(check_addresses, case(interfaces=interfaces(("lo", "127.0.0.1/8"))))

    assert finding.verdict is Verdict.WARN


def test_an_address_that_no_router_gave_is_told():
    has = interfaces(("eth0", "169.254.9.1/16"), ("eth0", "fe80::1/64"))

    finding = only(check_addresses, case(ELSEWHERE, interfaces=has))

    assert finding.sentence == (
        "This computer has only an address that it gave itself: no router gave it one."
    )
    assert finding.advice == (
        "Leave the network and join it again, or restart its router."
    )


def test_a_firewall_is_told_with_the_command_that_opens_it():
    def ufw(command):
        return Answer(0, "Status: active") if command[0] == "ufw" else None

    finding = only(check_firewall, case(port=7000, commands=Commands("linux", ufw)))

    assert finding == Finding(
        FIREWALL,
        Verdict.OK,
        "A firewall is on here (ufw). It matters only if others are to join a chat on"
        " this computer.",
        "If they cannot, open the ports with: sudo ufw allow 7000/tcp && sudo ufw allow"
        " 6667/tcp && sudo ufw allow 6697/tcp",
    )


def test_where_no_firewall_is_found_there_is_nothing_to_do():
    finding = only(check_firewall, case())

    sentence = "No firewall was found on this computer."
    assert finding == Finding(FIREWALL, Verdict.OK, sentence)


@pytest.mark.parametrize(
    ("system", "command"),
    [
        ("linux", "sudo timedatectl set-ntp true"),
        ("win32", "w32tm /resync"),
        ("darwin", "sudo sntp -sS time.apple.com"),
    ],
)
def test_each_system_has_its_command_for_the_clock(system, command):
    advice = f"Let this computer set its clock: {command}"
    assert Commands(system).about_the_clock == advice


def test_this_very_computer_has_addresses_of_which_loopback_is_for_nobody_else():
    found = list_interfaces()

    assert any(it.is_loopback for it in found)
    assert not any(it.is_loopback for it in for_others(found))

"""What the doctor says of the way to the server."""

import pytest

from chatapp.models.doctor.way import (
    IPV6,
    ISOLATION,
    VPN,
    WAY,
    check_ipv6,
    check_isolation,
    check_vpn,
    check_way,
)
from chatapp.system.interfaces import Interface
from chatapp.wire.findings import Finding, Verdict
from tests.chatapp.models.doctor.stage import case, interfaces, only, swallowing_port
from tests.support.ports import closed_port

HOME = ("wlan0", "192.168.1.7/24")
TUNNEL = ("tun0", "10.8.0.2/24")
NEAR, FAR = "192.168.1.20", "10.0.0.5"


def by(address: str):
    return {
        "way_to": lambda _server: address,
        "interfaces": interfaces(HOME, TUNNEL),
    }


def test_a_server_on_this_computer_needs_no_way():
    sentence = "The server is on this very computer."
    assert only(check_way, case()) == Finding(WAY, Verdict.OK, sentence)


def test_a_server_in_the_same_network_is_near():
    finding = only(check_way, case(NEAR, **by("192.168.1.7")))

    sentence = "192.168.1.20 is reached by wlan0."
    assert finding == Finding(WAY, Verdict.OK, sentence)


def test_a_server_in_another_network_is_told_with_ones_own():
    finding = only(check_way, case(FAR, **by("192.168.1.7")))

    assert finding == Finding(
        WAY,
        Verdict.WARN,
        "10.0.0.5 is in another network than this computer, which is 192.168.1.7"
        " (wlan0, network 192.168.1.0/24).",
        "If nothing answers, join the network that the server is in.",
    )


def test_a_server_to_which_no_way_leads_is_told_so():
    finding = only(check_way, case(NEAR, way_to=lambda _server: None))

    assert finding == Finding(
        WAY,
        Verdict.FAIL,
        "There is no way from this computer to 192.168.1.20.",
        "Join the network that the server is in.",
    )


def test_a_vpn_that_is_in_the_way_is_told():
    finding = only(check_vpn, case(NEAR, **by("10.8.0.2")))

    assert finding == Finding(
        VPN,
        Verdict.WARN,
        "The way to 192.168.1.20 goes through a VPN (tun0).",
        "If the server is near, turn the VPN off, or let it leave this network alone.",
    )


def test_a_vpn_that_is_not_in_the_way_is_no_matter():
    finding = only(check_vpn, case(NEAR, **by("192.168.1.7")))

    sentence = "A VPN is on (tun0), but not in the way."
    assert finding == Finding(VPN, Verdict.OK, sentence)


def test_without_a_vpn_there_is_none_in_the_way():
    finding = only(check_vpn, case(""))

    sentence = "No VPN was found on this computer."
    assert finding == Finding(VPN, Verdict.OK, sentence)


@pytest.mark.parametrize("name", ["wg0", "utun4", "ProtonVPN TUN", "WireGuard 1"])
def test_vpns_are_known_by_their_names(name):
    (interface,) = interfaces((name, "10.8.0.2/24"))()

    assert interface.is_vpn
    assert not Interface("eth0", interface.address).is_vpn


def test_an_address_that_every_network_has_needs_its_interface():
    finding = only(check_ipv6, case("fe80::5", interfaces=interfaces(HOME)))

    assert finding == Finding(
        IPV6,
        Verdict.FAIL,
        "fe80::5 is an address of which every network has its own, so it does not say"
        " in which one it is.",
        "Type the interface behind it: fe80::5%wlan0",
    )


def test_a_server_with_ipv6_only_is_out_of_reach_without_it():
    with closed_port() as port:
        finding = only(check_ipv6, case("::1", port, interfaces=interfaces(HOME)))

    assert finding == Finding(
        IPV6,
        Verdict.FAIL,
        "::1 has IPv6 only, and this computer has none.",
        "Type an IPv4 address of the server, or join a network with IPv6.",
    )


@pytest.mark.parametrize(
    ("has", "sentence"),
    [
        (interfaces(HOME), "This computer has no IPv6, and needs none here."),
        (interfaces(("wlan0", "2001:db8::7/64")), "This computer has IPv6."),
    ],
)
def test_ipv6_is_told_where_nothing_depends_on_it(has, sentence):
    finding = only(check_ipv6, case(interfaces=has))

    assert finding == Finding(IPV6, Verdict.OK, sentence)


def test_devices_that_are_kept_apart_are_told_where_nothing_near_can_be_heard():
    has = interfaces(("wlan0", "127.0.0.1/8"))
    with swallowing_port() as port:
        finding = only(
            check_isolation,
            case(port=port, interfaces=has, way_to=lambda _server: "127.0.0.1"),
        )

    assert finding == Finding(
        ISOLATION,
        Verdict.WARN,
        "127.0.0.1 is in the same network, but neither it nor any other device can be"
        " heard. On a Wi-Fi, devices may be kept apart (client isolation).",
        "Ask whoever runs the Wi-Fi to let its devices reach each other, or use a cable"
        " or a phone's hotspot.",
    )


@pytest.mark.parametrize(
    ("heard", "sentence"),
    [
        ({NEAR}, "One device in this network can be heard."),
        ({NEAR, FAR, HOME[1][:11]}, "2 devices in this network can be heard."),
        (set(), "No other device in this network has anything to say."),
    ],
)
def test_other_devices_that_can_be_heard_are_counted(heard, sentence):
    finding = only(check_isolation, case("", neighbours=lambda: frozenset(heard)))

    assert finding == Finding(ISOLATION, Verdict.OK, sentence)

"""Which addresses are near."""

import ipaddress

import pytest

from chatapp.models.discovery.nearby import near, own_interfaces

LAN = (
    ipaddress.ip_interface("203.0.113.5/24"),
    ipaddress.ip_interface("2001:db8:1::5/64"),
    ipaddress.ip_interface("fe80::5%3/64"),
)


@pytest.mark.parametrize(
    "address",
    ["203.0.113.77", "203.0.113.5", "fe80::1%3", "2001:db8:1::9"],
)
def test_an_address_of_one_of_this_computers_networks_is_near(address):
    assert near([address], LAN) == [address]


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "192.168.7.1",
        "10.0.0.1",
        "fd00::1",
        "2606:4700::1",
        "127.0.0.1",
        "::1",
        "0.0.0.0",  # noqa: S104
        "224.0.0.251",
        "chat",
    ],
)
def test_what_is_elsewhere_or_for_this_computer_alone_is_not(address):
    assert near([address], LAN) == []


def test_addresses_with_ipv4_come_first():
    near_ones = ["203.0.113.9", "2001:db8:1::9"]

    assert near([*reversed(near_ones)], LAN) == near_ones


def test_this_computers_own_loopback_is_no_network():
    assert all(not it.ip.is_loopback for it in own_interfaces())

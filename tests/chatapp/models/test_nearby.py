"""Which addresses are near."""

import ipaddress

import pytest

from chatapp.models.nearby import near, own_interfaces

LAN = (
    ipaddress.ip_interface("203.0.113.5/24"),
    ipaddress.ip_interface("2001:db8:1::5/64"),
)


@pytest.mark.parametrize(
    "address",
    [
        "203.0.113.77",
        "192.168.7.1",
        "10.0.0.1",
        "fe80::1%3",
        "fd00::1",
        "2001:db8:1::9",
    ],
)
def test_an_address_of_this_or_of_a_private_network_is_near(address):
    assert near([address], LAN) == [address]


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "2606:4700::1", "127.0.0.1", "::1", "0.0.0.0", "224.0.0.251", "chat"],  # noqa: S104
)
def test_what_is_elsewhere_or_this_computer_itself_is_not(address):
    assert near([address], LAN) == []


def test_addresses_with_ipv4_come_first():
    assert near(["fd00::1", "10.0.0.1"], LAN) == ["10.0.0.1", "fd00::1"]


def test_this_computers_own_loopback_is_no_network():
    assert all(not it.ip.is_loopback for it in own_interfaces())

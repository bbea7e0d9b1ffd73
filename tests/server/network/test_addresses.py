import errno
import socket

import ifaddr
import pytest

from server.network.addresses import (
    ANY_IPV4,
    CannotListen,
    address_for_others,
    explain,
    lan_address,
    places_to_listen,
    render_place,
)

IN_USE = (
    "Port 6667 is in use already. "
    "End the other server, or choose another port with --port."
)

NOT_HERE = "10.0.0.9 is not an address of this machine. Check --host, or leave it out."


def adapter(*addresses: str) -> ifaddr.Adapter:
    ips = [ifaddr.IP(address, 24, "eth0") for address in addresses]
    return ifaddr.Adapter("eth0", "eth0", ips)


@pytest.mark.parametrize("host", ["", "::"])
def test_all_addresses_are_those_of_both_families(host):
    assert places_to_listen(host, 6667) == [
        (socket.AF_INET, (ANY_IPV4, 6667)),
        (socket.AF_INET6, ("::", 6667)),
    ]


def test_without_ipv6_all_addresses_are_those_of_ipv4(mocker):
    mocker.patch.object(socket, "has_ipv6", False)

    assert places_to_listen("", 6667) == [(socket.AF_INET, (ANY_IPV4, 6667))]


def test_one_address_is_that_one():
    assert places_to_listen("::1", 7000) == [(socket.AF_INET6, ("::1", 7000))]


def test_a_host_that_has_both_is_listened_on_at_both(mocker):
    found = [
        (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", 6667, 0, 0)),
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 6667)),
    ]
    mocker.patch.object(socket, "getaddrinfo", return_value=found)

    assert places_to_listen("localhost", 6667) == [
        (socket.AF_INET, ("127.0.0.1", 6667)),
        (socket.AF_INET6, ("::1", 6667)),
    ]


@pytest.mark.parametrize("host", ["no-such-host.invalid", "a" * 70 + ".example"])
def test_a_host_that_is_not_known_is_told_with_what_to_do(host):
    with pytest.raises(CannotListen, match="Check --host"):
        places_to_listen(host, 6667)


@pytest.mark.parametrize(
    ("number", "port", "sentence"),
    [
        (errno.EADDRINUSE, 6667, IN_USE),
        (errno.EACCES, 6667, IN_USE),
        (
            errno.EACCES,
            80,
            "You may not listen on port 80. Choose a port from 1024 on.",
        ),
        (
            errno.EADDRNOTAVAIL,
            6667,
            NOT_HERE,
        ),
        (
            errno.ENETDOWN,
            6667,
            "The server cannot listen on 10.0.0.9:6667: the reason.",
        ),
    ],
)
def test_why_an_address_cannot_be_listened_on_is_said_in_one_sentence(
    number, port, sentence
):
    problem = explain(OSError(number, "the reason"), "10.0.0.9", port)

    assert str(problem) == sentence
    assert problem.lacks_right == (port == 80)


def test_others_are_told_the_address_that_is_listened_on():
    assert address_for_others("192.168.1.20") == "192.168.1.20"


def test_others_are_told_the_address_towards_the_internet(mocker):
    mocker.patch.object(
        ifaddr, "get_adapters", return_value=[adapter("10.0.0.5", "192.168.1.20")]
    )
    mocker.patch(
        "server.network.addresses._address_of_the_route", return_value="192.168.1.20"
    )

    assert lan_address() == "192.168.1.20"


def test_without_a_way_to_the_internet_the_first_address_is_told(mocker):
    mocker.patch.object(
        ifaddr, "get_adapters", return_value=[adapter("127.0.0.1", "10.0.0.5")]
    )
    mocker.patch("server.network.addresses._address_of_the_route", return_value="")

    assert lan_address() == "10.0.0.5"


def test_without_a_network_the_machine_itself_is_told(mocker):
    mocker.patch.object(ifaddr, "get_adapters", return_value=[adapter("127.0.0.1")])
    mocker.patch("server.network.addresses._address_of_the_route", return_value="")

    assert lan_address() == "127.0.0.1"


def test_an_ipv6_address_is_written_in_brackets():
    assert render_place("::1", 6667) == "[::1]:6667"
    assert render_place("10.0.0.5", 6667) == "10.0.0.5:6667"

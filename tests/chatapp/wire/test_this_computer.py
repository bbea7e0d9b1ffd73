"""Which addresses and names mean the very computer that one is on."""

import pytest

from chatapp.wire.this_computer import is_here


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.8.9.1", "::1", "::1%lo", "::ffff:127.0.0.1", "LocalHost"]
)
def test_this_computer_is_reached_by_its_loopback(host):
    assert is_here(host)


@pytest.mark.parametrize(
    "host",
    ["192.168.1.20", "fe80::1%eth0", "0.0.0.0", "::", "chat.example", ""],  # noqa: S104
)
def test_other_addresses_and_names_are_elsewhere(host):
    assert not is_here(host)

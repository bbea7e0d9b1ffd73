"""Who arrives at the door."""

import pytest

from server.network.newcomer import plain_address


@pytest.mark.parametrize(
    ("address", "plain"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("::1", "0::1"),
        ("fe80::1", "fe80::1"),
    ],
)
def test_an_address_is_shown_so_that_it_can_stand_in_a_message(address, plain):
    assert plain_address(address) == plain

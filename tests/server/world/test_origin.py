"""As what addresses are counted."""

import pytest

from server.world.origin import origin_of


@pytest.mark.parametrize(
    "address", ["192.0.2.1", "127.0.0.1", "0::1", "::1", "::ffff:192.0.2.1", "x:y"]
)
def test_a_machine_is_counted_as_itself(address):
    assert origin_of(address) == address


@pytest.mark.parametrize(
    "address", ["2001:db8::1", "2001:db8:0:0:ffff::2", "2001:db8::1%eth0"]
)
def test_all_addresses_that_one_person_has_are_counted_as_one(address):
    assert origin_of(address) == "2001:db8::/64"


def test_the_network_beside_is_another():
    assert origin_of("2001:db8:0:1::1") != origin_of("2001:db8::1")

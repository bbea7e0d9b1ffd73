import pytest

from server.world.user import User


@pytest.mark.parametrize(
    ("address", "host"),
    [("::1", "0::1"), ("fe80::1", "fe80::1"), ("127.0.0.1", "127.0.0.1")],
)
def test_an_address_is_written_so_that_a_line_can_carry_it(address, host):
    assert User("1", address, signed_on_at=0).host == host

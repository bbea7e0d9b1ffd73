import pytest

from server.world.channel import Channel
from server.world.user import NOTHING, Opens, User


@pytest.mark.parametrize(
    ("address", "host"),
    [("::1", "0::1"), ("fe80::1", "fe80::1"), ("127.0.0.1", "127.0.0.1")],
)
def test_an_address_is_written_so_that_a_line_can_carry_it(address, host):
    assert User("1", address, signed_on_at=0).host == host


def test_a_nick_that_is_its_own_key_is_kept_once():
    user = User("1", "127.0.0.1", signed_on_at=0)

    user.take_nick("".join(["noo", "r"]))
    assert user.key is user.nick

    user.take_nick("Noor")
    assert user.key == "noor"


def test_whoever_is_not_invited_keeps_no_invitations():
    guest, bystander = (User(each, "127.0.0.1", signed_on_at=0) for each in "12")
    used, kept = (
        Channel(name, name, 0, 0, is_permanent=False) for name in ("#a", "#b")
    )

    for channel in (used, kept):
        guest.remember_invitation(channel, Opens.GATE)
    guest.forget_invitation(used)
    bystander.forget_invitation(used)

    assert guest.invitations == {kept: Opens.GATE}
    assert bystander.invitations is NOTHING

"""The link to a room, with a mocked network."""

import pytest

from chatapp.controllers.rooms.room_link import link_to
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.wire.fingerprints import Fingerprint
from chatapp.wire.invite_link import InviteLink

PRINT = Fingerprint(b"\1" * 32)


@pytest.mark.parametrize(
    ("encryption", "fingerprint"),
    [
        (None, None),
        (Encryption("TLSv1.3", PRINT, Trust.AUTHORITY), None),
        (Encryption("TLSv1.3", PRINT, Trust.FIRST_USE), PRINT),
    ],
)
def test_a_link_leads_to_the_room_as_safely_as_one_came(
    network, encryption, fingerprint
) -> None:
    network.encryption = encryption

    link = InviteLink.parse(link_to(network, "#class"))

    assert link == InviteLink(
        "10.0.0.5",
        6667,
        secure=encryption is not None,
        channel="#class",
        fingerprint=fingerprint,
    )


def test_a_link_that_leads_nobody_else_anywhere_is_none(network) -> None:
    network.host = "127.0.0.1"

    assert link_to(network, "#class") == ""

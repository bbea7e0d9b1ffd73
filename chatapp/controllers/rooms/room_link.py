"""The link to a room, by which others come into it."""

from chatapp.models.connection.encryption import Trust
from chatapp.models.network import Network
from chatapp.wire.invite_link import InviteLink
from chatapp.wire.this_computer import is_here


def link_to(network: Network, room: str) -> str:
    """Write a link to a room; "" where only this computer could follow it.

    The certificate's fingerprint stands in it where no authority vouches for that.
    """
    if is_here(network.host):
        return ""
    encryption = network.encryption
    is_vouched = encryption is None or encryption.trust is Trust.AUTHORITY
    fingerprint = None if encryption is None or is_vouched else encryption.fingerprint
    link = InviteLink(
        network.host,
        network.port,
        secure=encryption is not None,
        channel=room,
        fingerprint=fingerprint,
    )
    return link.render()

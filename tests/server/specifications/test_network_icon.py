"""The picture of the network.

Specification: https://ircv3.net/specs/extensions/network-icon
"""

from tests.server.raw_client import RawClient


def tokens(client: RawClient) -> list[str]:
    told = client.ask("ISUPPORT")
    return [token for each in told for token in each.params if "ICON" in token]


def test_the_address_of_the_picture_is_told(start_server):
    """https://ircv3.net/specs/extensions/network-icon"""
    chat = start_server(server={"icon": "https://chat.example/icon.svg"})

    assert tokens(chat.join("anna")) == ["draft/ICON=https://chat.example/icon.svg"]


def test_a_network_without_a_picture_says_nothing_of_one(chat):
    """https://ircv3.net/specs/extensions/network-icon"""
    assert tokens(chat.join("anna")) == []

"""Where links to chats lead, with mocked networks."""

from unittest.mock import Mock

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.servers.chat_links import ChatLinks, is_chat_link
from chatapp.controllers.servers.server_doors import ServerDoor
from chatapp.models.connection.encryption import Demand, Encryption, Need, Trust
from chatapp.models.connection.expecting import Expecting
from chatapp.models.entities import Connectedness
from chatapp.models.network import Network
from chatapp.wire.fingerprints import Fingerprint

PIN = Fingerprint(b"\1" * 32)


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def here(mocker: MockerFixture) -> Mock:
    network = mocker.create_autospec(Network, instance=True)
    network.host, network.port = "chat.example.org", 6697
    network.encryption = Encryption("TLSv1.3", PIN, Trust.FINGERPRINT)
    network.expecting = mocker.create_autospec(Expecting, instance=True)
    network.expecting.demand = Demand(Need.REQUIRED, PIN)
    network.state, network.name = Connectedness.ONLINE, "Lab"
    return network


@pytest.fixture
def links(here, done) -> ChatLinks:
    door = ServerDoor(
        "1",
        here,
        True,
        False,
        lambda: done.append("shown"),
        lambda room: done.append(f"entered {room}"),
        done.append,
        lambda link: done.append(f"invited by {link}"),
    )
    return ChatLinks(lambda: [door], lambda link: done.append(f"added {link}"))


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("ircs://chat.example.org/#class", "entered #class"),
        ("irc://Chat.Example.Org/#class", "entered #class"),
        (f"ircs://192.0.2.9:7000/#class?fp={PIN.hex}", "entered #class"),
        ("ircs://chat.example.org", "shown"),
        ("ircs://chat.example.org:7000/#a", "added ircs://chat.example.org:7000/#a"),
        ("irc://other.example.org", "added irc://other.example.org"),
    ],
)
def test_a_link_leads_to_its_server(links, done, link, leads) -> None:
    problem = links.open(link)

    assert problem == ""
    assert done == [leads]


def test_a_link_to_the_page_that_is_shown_says_so(here, done) -> None:
    door = ServerDoor(
        "1", here, True, True, done.clear, done.append, done.append, print
    )

    problem = ChatLinks(lambda: [door], done.append).open("ircs://chat.example.org")

    assert problem == "You are on Lab already: this is its page."
    assert done == []


@pytest.mark.parametrize("pin", [PIN, Fingerprint(b"\2" * 32)])
def test_a_link_with_a_certificate_leads_anew_to_a_server_that_is_gone(
    links, here, done, pin
) -> None:
    here.state, here.encryption = Connectedness.WAITING, None
    link = f"ircs://chat.example.org/#class?fp={pin.hex}"

    links.open(link)

    assert done == [f"invited by {link}"]


def test_a_link_to_a_server_that_is_gone_tries_again_at_once(links, here, done) -> None:
    here.state, here.encryption = Connectedness.WAITING, None

    links.open("ircs://chat.example.org")

    assert done == ["shown"]
    here.retry_now.assert_called_once_with()


def test_a_damaged_link_is_said_to_be_one_and_leads_nowhere(links, done) -> None:
    assert "port" in links.open("irc://chat.example.org:99999/")
    assert done == []


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("irc://a", True),
        (" IRCS://a/#b ", True),
        ("chatapp://a", True),
        ("https://a", False),
        ("#lobby", False),
        ("irc:a", False),
    ],
)
def test_links_to_chats_are_told_from_other_texts(text, is_one) -> None:
    assert is_chat_link(text) is is_one

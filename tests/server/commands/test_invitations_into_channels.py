"""An invitation that opens a channel, and who rules there."""

import pytest

from tests.server.commands.invited import come_by, host_of, make
from tests.server.operating import OPERATORS
from tests.server.raw_client import RawClient, commands
from tests.server.running import RunningServer


@pytest.fixture
def server(start_server) -> RunningServer:
    """A server that lets in only who is invited."""
    return start_server(server={"invited_only": True}, operators=OPERATORS)


def channels_of(client: RawClient) -> str:
    answers = client.ask(f"WHOIS {client.nick}")
    return " ".join(each.trailing for each in answers if each.command == "319")


def test_an_invitation_opens_its_channel_and_leads_into_it(server):
    host = host_of(server)
    host.ask("JOIN #class", "MODE #class +ik secret")
    _, token = make(host, "#class")

    anna = come_by(server, "anna", token)
    bert = come_by(server, "bert", make(host)[1])

    assert "#class" in channels_of(anna)
    assert commands(bert.ask("JOIN #class")) == ["475"]


def test_who_has_left_an_invitations_channel_is_not_led_into_it_again(server):
    host = host_of(server)
    host.ask("JOIN #class", "MODE #class +ik secret")
    _, token = make(host, "#class")
    first = come_by(server, "anna", token)
    first.send("QUIT")
    first.read_to_end()

    anna = come_by(server, "anna", token)

    assert "#class" not in channels_of(anna)
    assert "JOIN" in commands(anna.ask("JOIN #class"))


def test_a_ban_of_the_channel_holds_for_who_is_invited_too(server):
    host = host_of(server)
    host.ask("JOIN #class", "MODE #class +b eve!*@*")
    _, token = make(host, "#class")

    eve = come_by(server, "eve", token)

    assert commands(eve.ask("JOIN #class")) == ["474"]


def test_an_invitation_goes_with_its_channel_to_another_name(server):
    host = host_of(server)
    host.ask("CAP REQ :draft/channel-rename", "JOIN #class", "MODE #class +i")
    _, token = make(host, "#class")
    host.ask("RENAME #class #physics")

    anna = come_by(server, "anna", token)

    assert "#physics" in channels_of(anna)


def test_who_rules_a_channel_decides_whether_an_operator_invites_into_it(server):
    host = host_of(server)
    anna = come_by(server, "anna", make(host)[1])
    anna.ask("JOIN #private", "MODE #private +i")

    host.roundtrip()

    assert commands(host.ask("INVITATION MAKE #private")) == ["482"]


def test_a_channel_that_begins_with_a_guest_is_the_servers_and_not_his(server):
    host = host_of(server)
    _, token = make(host, "#class")
    anna = come_by(server, "anna", token)

    refused = anna.ask("MODE #class +m")
    host.send("JOIN #class")
    host.roundtrip()
    done = host.ask("MODE #class +o anna")

    assert "482" in commands(refused)
    assert "MODE" in commands(done)
    assert "MODE" in commands(anna.ask("MODE #class +m"))

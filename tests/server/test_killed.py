"""What is there after a server was killed, without a moment to tidy up."""

import pytest

from tests.server.raw_client import ALL_CAPABILITIES, RawClient, commands
from tests.server.running import ServerProcess

LOCAL = ("--host", "127.0.0.1", "--port", "0")
NO_FLOOD = {"CHATAPP_SERVER__FLOOD__ENABLED": "false"}


def start(folder) -> ServerProcess:
    return ServerProcess(folder, *LOCAL, environment=NO_FLOOD)


def sign_in(server: ServerProcess, nick: str) -> RawClient:
    return RawClient("127.0.0.1", server.port).register(nick, ALL_CAPABILITIES)


@pytest.fixture
def garden(tmp_path):
    """A folder in which a server was killed that had a room."""
    with start(tmp_path) as server, sign_in(server, "anna") as anna:
        anna.ask("JOIN #garden", "PRIVMSG #garden :hello", "TOPIC #garden :roses")
        anna.ask("MODE #garden +ik sesame")
        server.process.kill()
    return tmp_path


def test_a_room_is_there_with_all_that_was_told_of_it(garden):
    with start(garden) as server, sign_in(server, "anna") as anna:
        entered = anna.ask("JOIN #garden")
        modes = anna.ask("MODE #garden")[0]
        said = anna.ask("CHATHISTORY LATEST #garden * 10")

    assert commands(entered) == ["JOIN", "332", "333", "353", "366"]
    assert entered[3].trailing == "@anna"
    assert modes.params[2:] == ("+intk", "sesame")
    assert [each.trailing for each in said[1:-1]] == ["hello"]


def test_others_are_kept_out_as_before(garden):
    with start(garden) as server, sign_in(server, "bert") as bert:
        assert commands(bert.ask("JOIN #garden sesame")) == ["473"]


def test_a_repeat_of_what_was_said_before_is_known(tmp_path):
    with start(tmp_path) as server, sign_in(server, "anna") as anna:
        first = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")
        server.process.kill()

    with start(tmp_path) as server, sign_in(server, "anna") as anna:
        again = anna.ask("@+chatapp/id=7 PRIVMSG #lobby :hello")

    assert again == first

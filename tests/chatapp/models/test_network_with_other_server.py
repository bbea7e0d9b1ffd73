"""The network facade against a plain IRC server that we did not write."""

import threading
from collections.abc import Iterator

import irc.server
import pytest

from chatapp.models.entities import Delivery, Presence
from chatapp.models.events import Problem, RequestRefused, SignInFailed


@pytest.fixture
def port() -> Iterator[int]:
    """The port of a server without capabilities, tags and echo."""
    server = irc.server.IRCServer(("127.0.0.1", 0), irc.server.IRCClient)
    serving = threading.Thread(target=server.serve_forever, name="other server")
    serving.start()
    yield server.server_address[1]
    server.shutdown()
    serving.join()
    server.server_close()


def test_people_can_talk_there_too(port, make_client, loop):
    noor, ann = make_client(), make_client()
    noor.sign_in(port, "noor")
    ann.sign_in(port, "anna")
    for each in (noor, ann):
        each.network.join("#garden")
        loop.run_until(lambda each=each: each.is_in("#garden"))

    noor.network.say("#garden", "hello")
    ann.network.open_direct("noor")
    ann.network.say("noor", "psst")
    loop.run_until(lambda: ann.texts("#garden") == ["hello"])
    loop.run_until(lambda: noor.texts("anna") == ["psst"])

    def is_confirmed() -> bool:
        history = noor.network.history("#garden")
        (said,) = [line for line in history if line.text == "hello"]
        return said.delivery is Delivery.CONFIRMED

    loop.run_until(is_confirmed)
    assert not noor.told(RequestRefused)
    assert noor.network.room("anna").presence is Presence.ONLINE
    assert not noor.network.fetch_older("#garden")


def test_a_taken_name_is_told_there_too(port, make_client, loop):
    noor, other = make_client(), make_client()
    noor.sign_in(port, "noor")

    other.network.connect("127.0.0.1", port, "noor")
    loop.run_until(lambda: bool(other.told(SignInFailed)))

    assert other.told(SignInFailed)[0].problem is Problem.NICK_TAKEN

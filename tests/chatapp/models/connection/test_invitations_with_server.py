"""Invitations of a real server, as people paste, scan or type them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from chatapp.controllers.validation import validate
from chatapp.models.connection.encryption import Trust
from chatapp.models.entities import Connectedness, SignInForm
from chatapp.models.events import Problem, SignInFailed
from chatapp.wire.invite_link import InviteLink
from chatapp.wire.message import Message
from chatapp.wire.short_code import ShortCode
from tests.server.running import RunningServer, settings_for_tests

SECONDS = 30.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A server that lets in only who is invited."""
    settings = settings_for_tests(server={"invited_only": True})
    running = RunningServer(tmp_path, settings)
    yield running
    running.stop()


@pytest.fixture
def link(server: RunningServer) -> InviteLink:
    words = ("#class", "30", "2h", "127.0.0.1", str(server.server.port))
    told = server.server.order(Message("INVITATION-MAKE", words), SECONDS)
    return InviteLink.parse(told[-1].trailing.rpartition(" ")[2])


@pytest.fixture
def come(make_client):
    """Sign in with what somebody put into the address field."""

    def come(address: str):
        client, request = make_client(), validate(SignInForm(address, "", "noor"))
        client.network.connect(
            request.host, request.port, "noor", request.password, request.demand
        )
        return client

    return come


def test_a_link_lets_in_and_says_with_whom_one_speaks(link, come):
    client = come(link.render())

    client.loop.run_until(lambda: client.network.state is Connectedness.ONLINE)

    assert client.network.encryption.trust is Trust.FINGERPRINT


def test_a_short_code_that_is_typed_does_the_same(link, come):
    client = come(ShortCode.of(link).render().lower().replace("-", " "))

    client.loop.run_until(lambda: client.network.state is Connectedness.ONLINE)

    assert client.network.encryption.trust is Trust.FINGERPRINT
    assert client.network.encryption.fingerprint == link.fingerprint


def test_a_short_code_of_another_server_tells_this_one_nothing(link, come, server):
    code = ShortCode(link.host, link.port, b"another!", link.token)

    client = come(code.render())
    client.loop.run_until(lambda: bool(client.told(SignInFailed)))

    assert client.told(SignInFailed)[0].problem is Problem.CERTIFICATE_CHANGED
    assert server.world.registered_users == 0


def test_without_an_invitation_one_is_not_let_in(link, come):
    client = come(f"{link.host}:{link.port}")

    client.loop.run_until(lambda: bool(client.told(SignInFailed)))

    assert client.network.state is Connectedness.OFFLINE

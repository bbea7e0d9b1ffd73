"""What the models' tests share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from chatapp.models.accounts.accounts import Accounts
from chatapp.models.accounts.credentials import Credentials
from chatapp.models.program.mailbox import Mailbox
from chatapp.models.program.worker import Worker
from tests.chatapp.models.fakes import FakeTime, NetworkStage
from tests.chatapp.models.real_client import RealClient
from tests.chatapp.models.real_loop import RealLoop
from tests.server.running import RunningServer, settings_for_tests


@pytest.fixture
def stage() -> NetworkStage:
    return NetworkStage()


@pytest.fixture
def fake_time() -> FakeTime:
    return FakeTime()


@pytest.fixture
def loop() -> RealLoop:
    return RealLoop()


@pytest.fixture
def mailbox(loop: RealLoop) -> Iterator[Mailbox]:
    mailbox = Mailbox(loop, loop)
    yield mailbox
    mailbox.close()


@pytest.fixture
def lobby(stage: NetworkStage) -> NetworkStage:
    """Signed in and in #lobby; what was sent and told until then is forgotten."""
    stage.sign_in()
    stage.enter()
    stage.give_page("#lobby")
    stage.wire.take_sent()
    stage.events.clear()
    return stage


@pytest.fixture
def make_client(
    loop: RealLoop, mailbox: Mailbox
) -> Iterator[Callable[..., RealClient]]:
    """Make networks with real sockets; they are signed out after the test."""
    clients: list[RealClient] = []

    def make(accounts: Accounts | None = None) -> RealClient:
        clients.append(RealClient(loop, mailbox, f"c{len(clients)}-", accounts))
        return clients[-1]

    yield make
    for each in clients:
        each.network.sign_out()
        each.network.wait_until_ended(5)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    running = RunningServer(tmp_path / "server", settings_for_tests())
    yield running
    running.stop()


@pytest.fixture
def computer(
    tmp_path: Path, mailbox: Mailbox, make_client: Callable[..., RealClient]
) -> Callable[[str], RealClient]:
    """Give a client on a computer that keeps accounts, each in its own folder."""

    def open_client(name: str) -> RealClient:
        worker = Worker("tests-accounts", mailbox.post)
        folder = tmp_path / name
        return make_client(Credentials(worker.do, lambda: None, folder))

    return open_client

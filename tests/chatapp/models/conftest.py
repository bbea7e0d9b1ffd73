"""What the models' tests share."""

from collections.abc import Iterator

import pytest

from chatapp.models.mailbox import Mailbox
from tests.chatapp.models.fakes import FakeTime, NetworkStage
from tests.chatapp.models.real_loop import RealLoop


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

"""Of all slow readers together no more is kept than is allowed."""

from dataclasses import dataclass, field

import pytest

from server.network.backlogs import SPARED, Backlogs

MOST = 100 * SPARED


@dataclass
class Client:
    backlogs: Backlogs
    backlog_bytes: int = 0
    reasons: list[str] = field(default_factory=list)

    def keep(self, size: int) -> None:
        self.backlog_bytes += size
        self.backlogs.has_more(size)

    def give_up(self, reason: str) -> None:
        self.reasons.append(reason)
        size, self.backlog_bytes = self.backlog_bytes, 0
        self.backlogs.has_less(size)


@pytest.fixture
def clients():
    clients: list[Client] = []
    backlogs = Backlogs(lambda: clients, MOST)
    clients += [Client(backlogs) for _ in range(4)]
    return clients


def those_given_up(clients: list[Client]) -> list[int]:
    return [number for number, each in enumerate(clients) if each.reasons]


def test_nobody_is_given_up_while_there_is_room_for_all(clients):
    clients[0].keep(MOST // 2)
    clients[1].keep(MOST // 2)

    assert those_given_up(clients) == []


def test_those_for_whom_most_is_waiting_are_given_up_at_once(clients):
    for client, size in zip(clients, (300, 600, 500, 0), strict=True):
        client.keep(size)

    clients[3].keep(MOST - 1399)

    assert those_given_up(clients) == [1]


def test_so_many_are_given_up_that_the_next_look_has_time(clients):
    for client, size in zip(clients, (MOST // 2, 90, MOST // 2 - 91, 0), strict=True):
        client.keep(size)

    clients[3].keep(2)
    clients[3].keep(MOST // SPARED)

    assert those_given_up(clients) == [0]


def test_as_many_are_given_up_as_it_takes(clients):
    for client in clients[:3]:
        client.keep(MOST // 3)
    clients[0].backlogs.most_bytes = MOST // 3

    clients[3].keep(1)

    assert len(those_given_up(clients)) == 3


def test_what_was_sent_waits_no_more(clients):
    for _ in range(10):
        clients[0].keep(MOST)
        clients[0].backlogs.has_less(MOST)
        clients[0].backlog_bytes = 0

    assert those_given_up(clients) == []

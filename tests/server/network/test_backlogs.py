"""Of all slow readers together no more is kept than is allowed."""

from dataclasses import dataclass

from server.network.backlogs import bound_backlogs


@dataclass
class Client:
    backlog_bytes: int
    reason: str = ""

    def give_up(self, reason: str) -> None:
        self.reason = reason


def those_given_up(clients: list[Client]) -> list[int]:
    return [each.backlog_bytes for each in clients if each.reason]


def test_nobody_is_given_up_while_there_is_room_for_all():
    clients = [Client(40), Client(60), Client(0)]

    bound_backlogs(clients, 100)

    assert those_given_up(clients) == []


def test_those_for_whom_most_is_waiting_are_given_up():
    clients = [Client(30), Client(60), Client(50), Client(0)]

    bound_backlogs(clients, 80)

    assert those_given_up(clients) == [60]


def test_as_many_are_given_up_as_it_takes():
    clients = [Client(30), Client(60), Client(50)]

    bound_backlogs(clients, 79)

    assert those_given_up(clients) == [60, 50]

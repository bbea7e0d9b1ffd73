"""Windows of one person that open one after the other, on one database."""

from chatapp.models.entities import ChatMessage, Delivery
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import FULL, NetworkStage

SAFE = f"{FULL} chatapp/id=h1"


def open_lobby(
    jobs: FakeJobs, capabilities: str = SAFE, ids: str = "a", nick: str = "noor"
) -> NetworkStage:
    """Sign a window in, up to #lobby with its past."""
    stage = NetworkStage(jobs, ids)
    stage.sign_in(capabilities, nick)
    enter(stage, nick)
    stage.wire.take_sent()
    return stage


def enter(stage: NetworkStage, nick: str = "noor", room: str = "#lobby") -> None:
    stage.enter(room, nick)
    stage.give_page(room)


def rows(jobs: FakeJobs) -> list[tuple[str, str]]:
    query = "SELECT text, state FROM outbox ORDER BY position"
    return jobs.connection.execute(query).fetchall()


def unconfirmed(stage: NetworkStage, room: str = "#lobby") -> list[ChatMessage]:
    history = stage.network.history(room)
    return [line for line in history if line.delivery is not Delivery.CONFIRMED]


def states(stage: NetworkStage, room: str = "#lobby") -> list[tuple[str, Delivery]]:
    return [(line.text, line.delivery) for line in unconfirmed(stage, room)]

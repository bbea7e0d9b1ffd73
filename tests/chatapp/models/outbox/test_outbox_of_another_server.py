"""What was written for a server that was known goes to no other one by itself.

A server says itself which network it is, so it can say that it is any.
"""

import pytest

from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.models.entities import Delivery
from chatapp.models.history.kept_profile import FOR_ANOTHER
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import NetworkStage
from tests.chatapp.models.kept import SAFE, enter, rows, states, unconfirmed

ONE, TWO = Fingerprint(b"\1" * 32), Fingerprint(b"\2" * 32)
KNOWN = Encryption("TLSv1.3", ONE, Trust.FIRST_USE)
AGAIN = Encryption("TLSv1.3", ONE, Trust.FINGERPRINT)
OTHER = Encryption("TLSv1.3", TWO, Trust.FIRST_USE)
VOUCHED = Encryption("TLSv1.3", TWO, Trust.AUTHORITY)
RENEWED = Encryption("TLSv1.3", ONE, Trust.AUTHORITY)


@pytest.fixture
def jobs() -> FakeJobs:
    return FakeJobs()


def open_at(
    jobs: FakeJobs, encryption: Encryption | None, ids: str = "b"
) -> NetworkStage:
    """Sign a window in at whoever answers with this certificate, up to #lobby."""
    stage = NetworkStage(jobs, ids)
    come_to(stage, encryption)
    return stage


def come_to(stage: NetworkStage, encryption: Encryption | None) -> None:
    stage.network.connect("chat.example", 6667, "noor")
    stage.welcome(SAFE, encryption=encryption)
    enter(stage)


def write_unsent(jobs: FakeJobs, encryption: Encryption | None) -> None:
    """Have an earlier window leave something that its server never got."""
    crashed = open_at(jobs, encryption, "a")
    crashed.wire.end()
    crashed.network.say("#lobby", "whisper")


@pytest.mark.parametrize("other", [OTHER, VOUCHED, None])
def test_it_waits_where_another_server_answers_until_somebody_sends_it(jobs, other):
    write_unsent(jobs, KNOWN)

    again = open_at(jobs, other)
    held = unconfirmed(again)[0]
    said_by_itself = again.wire.take_said()
    on_disk = rows(jobs)
    again.network.unsent.retry(held.key)

    assert (held.delivery, held.problem) == (Delivery.FAILED, FOR_ANOTHER)
    assert said_by_itself == []
    assert on_disk == [("whisper", "FAILED")]
    assert again.wire.take_said() == ["#lobby whisper"]


@pytest.mark.parametrize(
    ("before", "now"), [(KNOWN, AGAIN), (VOUCHED, RENEWED), (None, OTHER)]
)
def test_it_goes_to_the_server_for_which_it_was_written(jobs, before, now):
    write_unsent(jobs, before)

    again = open_at(jobs, now)

    assert again.wire.take_said() == ["#lobby whisper"]


def test_it_goes_where_somebody_has_said_that_it_is_the_same_server(jobs):
    write_unsent(jobs, KNOWN)
    again = NetworkStage(jobs, "b")

    again.network.expecting.say_same(TWO, ONE)
    come_to(again, OTHER)

    assert again.wire.take_said() == ["#lobby whisper"]


def test_what_was_said_of_one_server_is_not_said_of_all(jobs):
    write_unsent(jobs, KNOWN)
    again = NetworkStage(jobs, "b")

    again.network.expecting.say_same(TWO, Fingerprint(b"\3" * 32))
    come_to(again, OTHER)

    assert states(again) == [("whisper", Delivery.FAILED)]


def test_what_another_window_left_for_another_server_waits_as_well(jobs):
    there = open_at(jobs, KNOWN)
    write_unsent(jobs, OTHER)

    there.wire.end()
    there.reconnect()
    there.welcome(SAFE, encryption=KNOWN)
    enter(there)

    (held,) = unconfirmed(there)
    assert (held.delivery, held.problem) == (Delivery.FAILED, FOR_ANOTHER)
    assert there.wire.take_said() == []

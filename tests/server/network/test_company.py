import pytest

from server.network.company import MOST_SECONDS, Company


@pytest.fixture
def slept() -> list[float]:
    return []


def test_after_a_large_send_a_busy_server_waits_a_share_of_its_time(slept):
    Company(slept.append).wait(send_seconds=0.001, events=5)

    assert slept == [pytest.approx(0.0003)]


def test_it_never_waits_long(slept):
    Company(slept.append).wait(send_seconds=1.0, events=5)

    assert slept == [MOST_SECONDS]


def test_after_a_small_send_it_does_not_wait(slept):
    Company(slept.append).wait(send_seconds=0.0001, events=5)

    assert slept == []


def test_who_speaks_alone_is_not_kept_waiting(slept):
    Company(slept.append).wait(send_seconds=0.01, events=1)

    assert slept == []

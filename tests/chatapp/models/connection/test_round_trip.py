"""How far servers are, measured at real sockets."""

import socket

import pytest

from chatapp.models.connection.round_trip import MOST_AT_ONCE, round_trips


@pytest.fixture
def listening():
    with socket.create_server(("127.0.0.1", 0), backlog=100) as server:
        yield server.getsockname()[:2]


@pytest.fixture
def nobody():
    """Give a place where nobody listens, and nobody else can begin to."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[:2]


def test_who_answers_is_told_with_the_time_it_took(listening):
    [(place, milliseconds)] = round_trips([listening], 10)

    assert place == listening
    assert milliseconds >= 0


def test_who_does_not_answer_is_left_out(listening, nobody):
    answered = dict(round_trips([nobody, listening, ("192.0.2.300", 1)], 10))

    assert list(answered) == [listening]


def test_an_ipv6_address_is_measured_too():
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as server:
        place = ("::1", server.getsockname()[1])

        assert [it for it, _ in round_trips([place], 10)] == [place]


def test_nothing_is_looked_up():
    assert list(round_trips([("localhost", 80), ("chat.example", 80)], 10)) == []


def test_a_round_ends_although_somebody_never_answers(listening):
    clock = iter(range(1000))

    answered = round_trips([listening], 0, clock=lambda: next(clock))

    assert list(answered) == []


def test_only_so_many_are_tried_at_once(listening):
    places = [listening] * (MOST_AT_ONCE + 5)

    assert len(list(round_trips(places, 10))) == MOST_AT_ONCE

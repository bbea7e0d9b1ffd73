"""Where a server is looked for, and what of all that is announced is believed."""

import pytest

from chatapp.models.connection.encryption import ANY, Demand, Encryption, Need, Trust
from chatapp.models.connection.whereabouts import Whereabouts
from chatapp.models.events import Problem
from chatapp.models.servers.acquaintances import Acquaintances
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.neighbours import FINGERPRINT, FakeLookout, server_at

OTHER = Fingerprint(b"\7" * 32)
HOME, NEW, MET = ("192.168.1.20", 6667), ("192.168.1.33", 6667), ("10.0.0.9", 7000)
SLOW = Problem.TIMED_OUT
KNOWN = Demand(Need.REQUIRED, FINGERPRINT)


@pytest.fixture
def lookout() -> FakeLookout:
    return FakeLookout()


@pytest.fixture
def servers(mocker):
    servers = mocker.create_autospec(Acquaintances, instance=True)
    servers.demand.return_value = KNOWN
    servers.places_of.return_value = [HOME]
    return servers


@pytest.fixture
def moves() -> list:
    return []


@pytest.fixture
def whereabouts(lookout, servers, moves) -> Whereabouts:
    whereabouts = Whereabouts(lookout, servers, moves.append)
    whereabouts.begin(*HOME, ANY)
    whereabouts.seek()
    return whereabouts


def test_a_server_that_says_it_is_elsewhere_has_moved(whereabouts, lookout, moves):
    lookout.find(server_at(*NEW))

    assert moves == [NEW]


@pytest.mark.parametrize(
    "server",
    [
        server_at(*NEW, fingerprint=OTHER),
        server_at(*NEW, fingerprint=None),
        server_at(*HOME),
        server_at(*NEW, addresses=[NEW[0], HOME[0]]),
    ],
)
def test_others_and_who_is_where_it_was_have_not_moved(
    whereabouts, lookout, moves, server
):
    lookout.find(server)

    assert NEW not in moves


def test_a_server_that_is_announced_again_where_it_was_is_gone_to_at_once(
    whereabouts, lookout, moves
):
    for found in (server_at(*HOME), server_at(*HOME)):
        lookout.find(found)
    once = list(moves)

    for found in ([], [server_at(*HOME, fingerprint=OTHER)], [server_at(*HOME)]):
        lookout.find(*found)

    assert (once, moves) == ([HOME], [HOME, HOME])


def test_a_name_may_lead_to_wherever_it_is_now(whereabouts, lookout, moves):
    whereabouts.begin("chat.example", 6667, KNOWN)
    whereabouts.seek()

    lookout.find(server_at(*NEW))

    assert NEW not in moves
    assert whereabouts.go_on(Problem.NO_ANSWER)
    assert whereabouts.place == NEW


def test_at_another_place_only_this_server_will_do(whereabouts, servers):
    whereabouts.place = NEW
    servers.demand.return_value = Demand(Need.REQUIRED, OTHER)

    assert whereabouts.demand == KNOWN


def test_all_places_are_tried_in_turn_and_then_the_first_again(
    whereabouts, lookout, servers
):
    servers.places_of.return_value = [HOME, MET]
    lookout.find(server_at(*NEW))

    tried = [(whereabouts.go_on(SLOW), whereabouts.place) for _ in range(3)]

    assert tried == [(True, NEW), (True, MET), (False, HOME)]


def test_why_it_was_not_where_it_should_be_is_kept(whereabouts, lookout):
    lookout.find(server_at(*NEW))

    whereabouts.go_on(Problem.UNREACHABLE, "no way")
    whereabouts.go_on(Problem.CERTIFICATE_CHANGED, "ab")

    assert whereabouts.failure == (Problem.UNREACHABLE, "no way")


def test_who_only_said_to_be_the_server_is_not_asked_again(whereabouts, lookout, moves):
    lookout.find(server_at(*NEW))
    whereabouts.place = NEW

    whereabouts.go_on(Problem.CERTIFICATE_CHANGED)
    lookout.find(server_at(*NEW))

    assert moves == [NEW]
    assert not whereabouts.go_on(Problem.NO_ANSWER)


def test_of_a_thousand_forged_places_a_few_are_tried(whereabouts, lookout):
    lookout.find(*(server_at("10.0.0.1", port) for port in range(1, 1001)))

    turns = 1
    while whereabouts.go_on(Problem.TIMED_OUT):
        turns += 1

    assert turns == 5


@pytest.mark.parametrize(
    ("host", "known"), [("127.0.0.1", KNOWN), ("192.168.1.20", Demand(Need.REQUIRED))]
)
def test_nobody_is_looked_for_here_or_who_is_not_known_by_a_certificate(
    whereabouts, lookout, servers, host, known
):
    servers.demand.return_value = known
    whereabouts.begin(host, 6667, ANY)

    whereabouts.seek()

    assert not lookout.listeners


def test_who_is_found_is_looked_for_seldom_and_is_at_home_there(
    whereabouts, lookout, servers
):
    whereabouts.place = NEW
    encryption = Encryption("TLSv1.3", FINGERPRINT, Trust.FINGERPRINT)

    whereabouts.found(6697, encryption)

    servers.learn.assert_called_once_with(NEW[0], 6697, encryption)
    assert [*lookout.listeners.values()] == [True]
    assert whereabouts.go_on(SLOW, "at the new place")
    assert whereabouts.failure == (SLOW, "at the new place")


def test_who_was_met_by_a_short_code_is_looked_for_by_its_beginning(
    whereabouts, lookout, servers, moves
):
    servers.demand.return_value = ANY
    start = Demand(Need.REQUIRED, beginning=FINGERPRINT.digest[:8])
    whereabouts.begin(*HOME, start)
    whereabouts.seek()

    lookout.find(server_at(*NEW))
    whereabouts.place = NEW

    assert moves == [NEW]
    assert whereabouts.demand == start


def test_the_true_server_has_its_turn_however_many_others_are_forged(
    whereabouts, lookout
):
    forged = [server_at(f"10.0.{n}.{m}") for n in range(8) for m in range(1, 6)]
    lookout.find(*forged, server_at(*NEW))

    tried = set()
    for _ in range(60):
        whereabouts.go_on(SLOW)
        tried.add(whereabouts.place)

    assert NEW in tried


def test_whoever_is_announced_anew_all_the_time_keeps_nobody_waiting(
    whereabouts, lookout
):
    lookout.find(server_at(*NEW))

    tried = []
    for turn in range(1, 20):
        forged = [server_at(f"10.{turn}.0.{number}") for number in range(9)]
        lookout.find(*forged, server_at(*NEW))
        whereabouts.go_on(SLOW)
        tried.append(whereabouts.place)

    assert NEW in tried[:5]


def test_a_computer_that_announces_many_places_has_one_turn_among_others(
    whereabouts, lookout
):
    many = [server_at("10.0.0.1", port) for port in range(1, 50)]
    lookout.find(*many, server_at(*NEW))

    whereabouts.go_on(SLOW)
    whereabouts.go_on(Problem.CERTIFICATE_CHANGED)

    assert whereabouts.place == NEW


def test_a_link_that_was_lost_begins_where_the_server_says_it_is_now(
    whereabouts, lookout
):
    encryption = Encryption("TLSv1.3", FINGERPRINT, Trust.FINGERPRINT)
    whereabouts.found(HOME[1], encryption)
    lookout.find(server_at(*NEW))

    whereabouts.lost()

    assert whereabouts.place == NEW
    assert whereabouts.demand == KNOWN


def test_a_link_that_was_lost_begins_at_home_where_nothing_else_is_said(
    whereabouts, lookout
):
    whereabouts.found(HOME[1], Encryption("TLSv1.3", FINGERPRINT, Trust.FINGERPRINT))
    lookout.find(server_at(*NEW))
    lookout.find(server_at(*NEW), server_at(*HOME))

    whereabouts.lost()

    assert whereabouts.place == HOME

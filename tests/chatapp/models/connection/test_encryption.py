"""What a connection must be, and what follows from several such demands."""

from chatapp.models.connection.encryption import ANY, IN_PLAIN, Demand, Need
from chatapp.wire.fingerprints import Fingerprint

OURS = Fingerprint(b"\x01" * 32)
OTHER = Fingerprint(b"\x02" * 32)
BEGINNING = Demand(Need.REQUIRED, beginning=OURS.digest[:8])


def test_where_nobody_is_named_everybody_will_do():
    assert ANY.accepts(OURS)
    assert not ANY.names_server


def test_a_beginning_names_the_server_that_has_it():
    assert BEGINNING.names_server
    assert BEGINNING.accepts(OURS)
    assert not BEGINNING.accepts(OTHER)


def test_a_beginning_that_is_too_short_names_nobody_who_would_do():
    assert not Demand(beginning=OURS.digest[:7]).accepts(OURS)


def test_the_whole_fingerprint_is_asked_for_where_it_is_known():
    joined = BEGINNING.and_also(Demand(Need.REQUIRED, OURS))

    assert joined == Demand(Need.REQUIRED, OURS)


def test_what_was_typed_wins_over_what_is_remembered():
    joined = BEGINNING.and_also(Demand(Need.REQUIRED, OTHER))

    assert joined == BEGINNING


def test_what_is_remembered_holds_where_nobody_was_named():
    joined = ANY.and_also(Demand(Need.REQUIRED, OTHER))

    assert joined == Demand(Need.REQUIRED, OTHER)


def test_one_of_several_fingerprints_will_do():
    demand = Demand(Need.VERIFIED, OURS, others=(OTHER,))

    assert demand.accepts(OURS)
    assert demand.accepts(OTHER)
    assert not demand.accepts(Fingerprint(bytes(32)))


def test_what_is_asked_for_in_plain_is_verified_where_that_is_demanded():
    joined = IN_PLAIN.and_also(Demand(Need.VERIFIED))

    assert joined.need is Need.VERIFIED

from server.world.audience import Group, audience_of, narrowed, widened
from server.world.session import Session
from server.world.user import User


class Outbox:
    """What offers bytes to a socket."""

    def send(self, data: bytes) -> None:
        raise NotImplementedError

    def offer(self, data: bytes) -> int:
        raise NotImplementedError


def make_session(dialect: int = 0) -> Session:
    session = Session(User("1", "host", 0), Outbox(), "host", 0)
    session.dialect = dialect
    return session


def groups(audience: tuple[Group, ...]) -> dict[int, tuple[Session, ...]]:
    return {group.dialect: group.sessions for group in audience}


def test_sessions_are_sorted_by_their_dialects():
    plain, other, tagged = make_session(), make_session(), make_session(1)

    audience = audience_of([plain, tagged, other])

    assert groups(audience) == {0: (plain, other), 1: (tagged,)}


def test_a_session_that_comes_joins_those_of_its_dialect():
    plain, tagged, new = make_session(), make_session(1), make_session()
    audience = audience_of([plain, tagged])

    wider = widened(audience, [new])

    assert groups(wider) == {0: (plain, new), 1: (tagged,)}
    assert wider[1] is audience[1]


def test_a_session_of_a_new_dialect_has_a_group_of_its_own():
    plain, tagged = make_session(), make_session(1)

    assert groups(widened(audience_of([plain]), [tagged])) == {
        0: (plain,),
        1: (tagged,),
    }


def test_a_session_that_goes_is_missing_and_the_other_groups_are_the_same():
    one, two, tagged = make_session(), make_session(), make_session(1)
    audience = audience_of([one, two, tagged])

    narrower = narrowed(audience, [one])

    assert groups(narrower) == {0: (two,), 1: (tagged,)}
    assert narrower[1] is audience[1]


def test_a_group_ends_with_its_last_session():
    plain, tagged = make_session(), make_session(1)

    assert groups(narrowed(audience_of([plain, tagged]), [tagged])) == {0: (plain,)}


def test_a_group_has_at_hand_what_offers_bytes_to_each():
    one, two, three = make_session(), make_session(), make_session()
    (group,) = audience_of([one, two, three])

    assert group.offers == (one.outbox.offer, two.outbox.offer, three.outbox.offer)
    assert [*group.offers_but({two})] == [one.outbox.offer, three.outbox.offer]

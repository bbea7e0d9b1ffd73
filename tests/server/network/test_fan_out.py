from server.network.fan_out import FanOut
from server.world.audience import Group
from server.world.session import Session
from server.world.user import User


class Sink:
    """Keeps the bytes of each send."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def send(self, data: bytes) -> None:
        self.sent.append(data)


def make_session() -> Session:
    return Session(User("1", "host", 0), Sink(), "host", 0)


def test_a_groups_deliveries_are_sent_as_one_and_the_same_object():
    ann, bob = make_session(), make_session()
    group = Group(0, (ann, bob))

    FanOut().flush([(group, b"1", None), (group, b"2", None)])

    assert ann.outbox.sent == [b"12"]
    assert ann.outbox.sent[0] is bob.outbox.sent[0]


def test_who_hears_something_of_his_own_gets_all_in_one_send_in_its_order():
    ann, bob = make_session(), make_session()
    group = Group(0, (ann, bob))

    FanOut().flush(
        [(group, b"1", None), (ann, b"own", None), (group, b"2", None)],
    )

    assert ann.outbox.sent == [b"1own2"]
    assert bob.outbox.sent == [b"12"]


def test_a_skipped_session_does_not_get_what_is_not_for_it():
    ann, bob = make_session(), make_session()
    group = Group(0, (ann, bob))

    FanOut().flush([(group, b"1", ann), (group, b"2", None)])

    assert ann.outbox.sent == [b"2"]
    assert bob.outbox.sent == [b"12"]


def test_a_session_in_two_groups_gets_both_in_their_order_in_one_send():
    ann, bob, cid = make_session(), make_session(), make_session()
    garden, kitchen = Group(0, (ann, bob)), Group(0, (ann, cid))

    FanOut().flush(
        [(garden, b"g1", None), (kitchen, b"k1", None), (garden, b"g2", None)],
    )

    assert ann.outbox.sent == [b"g1k1g2"]
    assert bob.outbox.sent == [b"g1g2"]
    assert cid.outbox.sent == [b"k1"]


def test_an_audience_that_changed_within_a_turn_keeps_its_order():
    ann, bob = make_session(), make_session()
    before, after = Group(0, (ann,)), Group(0, (ann, bob))

    FanOut().flush([(before, b"1", None), (after, b"2", None)])

    assert ann.outbox.sent == [b"12"]
    assert bob.outbox.sent == [b"2"]


def test_a_session_that_was_skipped_everywhere_gets_nothing():
    ann = make_session()

    FanOut().flush([(Group(0, (ann,)), b"1", ann)])

    assert ann.outbox.sent == []


class Order:
    """Keeps who was sent something, in the order in which it happened."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def session(self, name: str) -> Session:
        session = make_session()
        session.outbox.send = lambda _data: self.names.append(name)
        return session


def test_few_are_sent_what_they_hear_before_many():
    order = Order()
    crowd = Group(0, tuple(order.session("crowd") for _ in range(3)))
    friends = Group(0, (order.session("friend"),))

    FanOut().flush([(crowd, b"JOIN", None), (friends, b"hello", None)])

    assert order.names == ["friend", "crowd", "crowd", "crowd"]


def test_who_hears_something_of_his_own_does_not_wait_for_a_crowd():
    order = Order()
    ann = order.session("ann")
    crowd = Group(0, (*(order.session("crowd") for _ in range(3)), ann))

    FanOut().flush([(crowd, b"JOIN", None), (ann, b"hello", None)])

    assert order.names == ["ann", "crowd", "crowd", "crowd"]

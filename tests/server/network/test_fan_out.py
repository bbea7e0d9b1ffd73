from server.network.fan_out import FanOut
from server.network.news import LEAST_SHARE, WORDS_AT_ONCE
from server.step import Delivery
from server.world.audience import Group
from server.world.session import Session
from server.world.user import User


class Sink:
    """Keeps the bytes of each send; its socket may take a part of them, or fail."""

    def __init__(self, takes: int | None = None) -> None:
        self.sent: list[bytes] = []
        self.offered: list[bytes] = []
        self.takes = takes

    def send(self, data: bytes) -> None:
        self.sent.append(data)

    def offer(self, data: bytes) -> int:
        self.offered.append(data)
        if self.takes is None:
            self.send(data)
            return len(data)
        if not self.takes:
            raise BlockingIOError
        self.sent.append(data[: self.takes])
        return self.takes


def make_session() -> Session:
    return Session(User("1", "host", 0), Sink(), "host", 0)


def words(
    hearer: Group | Session, data: bytes, skipped: Session | None = None
) -> Delivery:
    """What is to be heard at once."""
    return hearer, data, skipped, False


def news(group: Group, data: bytes, skipped: Session | None = None) -> Delivery:
    """What can wait."""
    return group, data, skipped, True


def test_a_groups_deliveries_are_sent_as_one_and_the_same_object():
    ann, bob = make_session(), make_session()
    group = Group(0, (ann, bob))

    FanOut().flush([words(group, b"1"), words(group, b"2")])

    assert ann.outbox.sent == [b"12"]
    assert ann.outbox.sent[0] is bob.outbox.sent[0]


def test_who_hears_something_of_his_own_gets_all_in_one_send_in_its_order():
    ann, bob = make_session(), make_session()
    group = Group(0, (ann, bob))

    FanOut().flush(
        [words(group, b"1"), words(ann, b"own"), words(group, b"2")],
    )

    assert ann.outbox.sent == [b"1own2"]
    assert bob.outbox.sent == [b"12"]


def test_a_skipped_session_does_not_get_what_is_not_for_it():
    ann, bob = make_session(), make_session()
    group = Group(0, (ann, bob))

    FanOut().flush([words(group, b"1", ann), words(group, b"2")])

    assert ann.outbox.sent == [b"2"]
    assert bob.outbox.sent == [b"12"]


def test_a_session_in_two_groups_gets_both_in_their_order_in_one_send():
    ann, bob, cid = make_session(), make_session(), make_session()
    garden, kitchen = Group(0, (ann, bob)), Group(0, (ann, cid))

    FanOut().flush(
        [words(garden, b"g1"), words(kitchen, b"k1"), words(garden, b"g2")],
    )

    assert ann.outbox.sent == [b"g1k1g2"]
    assert bob.outbox.sent == [b"g1g2"]
    assert cid.outbox.sent == [b"k1"]


def test_an_audience_that_changed_within_a_turn_keeps_its_order():
    ann, bob = make_session(), make_session()
    before, after = Group(0, (ann,)), Group(0, (ann, bob))

    FanOut().flush([words(before, b"1"), words(after, b"2")])

    assert ann.outbox.sent == [b"12"]
    assert bob.outbox.sent == [b"2"]


def test_a_session_that_was_skipped_everywhere_gets_nothing():
    ann = make_session()

    FanOut().flush([words(Group(0, (ann,)), b"1", ann)])

    assert ann.outbox.sent == []


def test_what_a_socket_does_not_take_is_left_to_its_outbox():
    ann, bob, cid = make_session(), make_session(), make_session()
    bob.outbox.takes, cid.outbox.takes = 2, 0

    FanOut().flush([words(Group(0, (ann, bob, cid)), b"hello")])

    assert ann.outbox.sent == [b"hello"]
    assert bob.outbox.sent == [b"he", b"llo"]
    assert cid.outbox.sent == [b"hello"]


def test_nothing_is_sent_past_what_waits_for_who_is_behind():
    ann, bob = make_session(), make_session()
    fan_out = FanOut({bob})

    fan_out.flush([words(Group(0, (ann, bob)), b"hello")])

    assert bob.outbox.sent == [b"hello"]
    assert bob.outbox.offered == []
    assert fan_out.deliveries == 2


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

    FanOut().flush([words(crowd, b"JOIN"), words(friends, b"hello")])

    assert order.names == ["friend", "crowd", "crowd", "crowd"]


def test_who_hears_something_of_his_own_does_not_wait_for_a_crowd():
    order = Order()
    ann = order.session("ann")
    crowd = Group(0, (*(order.session("crowd") for _ in range(3)), ann))

    FanOut().flush([words(crowd, b"JOIN"), words(ann, b"hello")])

    assert order.names == ["ann", "crowd", "crowd", "crowd"]


def test_news_wait_until_there_is_time_and_are_told_together():
    ann, bob = make_session(), make_session()
    group, fan_out = Group(0, (ann, bob)), FanOut()

    fan_out.flush([news(group, b"1"), news(group, b"2", bob)])
    fan_out.flush([news(group, b"3")])
    sent_at_once = [*ann.outbox.sent, *bob.outbox.sent]
    was_behind = fan_out.is_behind
    fan_out.catch_up()

    assert sent_at_once == []
    assert was_behind
    assert ann.outbox.sent == [b"123"]
    assert bob.outbox.sent == [b"13"]
    assert not fan_out.is_behind


def test_news_come_before_whatever_is_said_later():
    ann, bob, cid = make_session(), make_session(), make_session()
    group, fan_out = Group(0, (ann, bob, cid)), FanOut()
    fan_out.flush([news(group, b"JOIN")])

    fan_out.flush([words(ann, b"own")])
    fan_out.flush([words(group, b"hello", cid)])
    fan_out.catch_up()

    assert ann.outbox.sent == [b"JOINown", b"hello"]
    assert bob.outbox.sent == [b"JOINhello"]
    assert cid.outbox.sent == [b"JOIN"]


def test_few_do_not_wait_for_many_who_have_still_to_hear_news():
    crowd = [make_session() for _ in range(50)]
    friends = [make_session() for _ in range(2)]
    many, few = Group(0, tuple(crowd)), Group(0, tuple(friends))
    fan_out, sent = FanOut(), []
    fan_out.flush([news(many, b"many come"), news(few, b"one comes")])
    for session in (*crowd, *friends):
        session.outbox.send = sent.append

    fan_out.flush([words(many, b", hello"), words(few, b", hi")])

    assert sent == [b"one comes, hi"] * 2 + [b"many come, hello"] * 50


def test_who_hears_more_in_a_turn_than_news_hears_all_at_once_in_its_order():
    ann, bob = make_session(), make_session()
    group, fan_out = Group(0, (ann, bob)), FanOut()

    fan_out.flush(
        [
            words(ann, b"hello"),
            news(group, b"QUIT"),
            words(ann, b"own"),
            news(group, b"JOIN"),
        ]
    )
    fan_out.catch_up()

    assert ann.outbox.sent == [b"helloQUITownJOIN"]
    assert bob.outbox.sent == [b"QUITJOIN"]


def test_news_beside_words_to_the_same_crowd_are_one_and_the_same_object():
    ann, bob = make_session(), make_session()
    group, fan_out = Group(0, (ann, bob)), FanOut()

    fan_out.flush([news(group, b"JOIN"), words(group, b"hello"), news(group, b"AWAY")])

    assert ann.outbox.sent == [b"JOINhelloAWAY"]
    assert ann.outbox.sent[0] is bob.outbox.sent[0]
    assert not fan_out.is_behind


def test_of_a_crowd_a_share_is_told_at_a_time_those_first_who_have_waited_longest():
    crowd = [make_session() for _ in range(LEAST_SHARE * 2 + 1)]
    fan_out = FanOut()
    fan_out.flush([news(Group(0, tuple(crowd)), b"JOIN")])

    told = []
    while fan_out.is_behind:
        fan_out.catch_up()
        told.append([bool(each.outbox.sent) for each in crowd].count(True))

    assert told == [LEAST_SHARE, LEAST_SHARE * 2, len(crowd)]
    assert {bytes(each.outbox.sent[0]) for each in crowd} == {b"JOIN"}
    assert fan_out.deliveries == len(crowd)


def crowd_with_news(fan_out: FanOut) -> list[Session]:
    """More who have still to hear of a JOIN than hear words at once."""
    crowd = [make_session() for _ in range(WORDS_AT_ONCE + LEAST_SHARE + 1)]
    fan_out.flush([news(Group(0, tuple(crowd)), b"JOIN")])
    fan_out.flush([words(Group(0, tuple(crowd)), b"hello")])
    return crowd


def test_of_a_crowd_with_news_a_share_hears_words_at_a_time_and_behind_the_news():
    fan_out = FanOut()
    crowd = crowd_with_news(fan_out)

    owed, told = [], []
    while fan_out.is_behind:
        owed.append(fan_out.owes_words)
        fan_out.catch_up()
        told.append(sum(bool(each.outbox.sent) for each in crowd))

    assert owed == [True, True]
    assert WORDS_AT_ONCE <= told[0] < told[1] == len(crowd)
    assert all(each.outbox.sent == [b"JOINhello"] for each in crowd)
    assert not fan_out.owes_words
    assert fan_out.deliveries == len(crowd)


def test_who_is_owed_words_hears_them_before_his_own_and_once():
    fan_out = FanOut()
    crowd = crowd_with_news(fan_out)

    fan_out.flush([words(crowd[0], b"own"), news(Group(0, (crowd[1],)), b"QUIT")])
    while fan_out.is_behind:
        fan_out.catch_up()

    assert crowd[0].outbox.sent == [b"JOINhelloown"]
    assert crowd[1].outbox.sent == [b"JOINhelloQUIT"]


def test_who_has_waited_longest_for_news_hears_them_beside_words_to_a_crowd():
    ann, fan_out = make_session(), FanOut()
    fan_out.flush([news(Group(0, (ann,)), b"QUIT")])

    crowd_with_news(fan_out)
    fan_out.catch_up()

    assert fan_out.owes_words
    assert ann.outbox.sent == [b"QUIT"]

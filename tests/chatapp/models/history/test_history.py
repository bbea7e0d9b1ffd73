"""A room's messages: one order, no doubles, places that can be found."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.models.entities import Change, ChatMessage, Delivery, MessageKind
from chatapp.models.history.history import History
from tests.chatapp.models.fakes import NOON


def line(number, **others):
    """The server's message with this number."""
    values = {"msgid": f"m{number}", **others}
    return ChatMessage(f"k{number}", "#lobby", "Ann", str(number), NOON, **values)


def mine(key):
    return ChatMessage(
        key, "#lobby", "noor", key, NOON, delivery=Delivery.SENT, mine=True
    )


def lines(*numbers):
    return [line(number) for number in numbers]


def filled(*numbers):
    history = History()
    for number in numbers:
        history.append(line(number))
    return history


def texts(history):
    return [message.text for message in history]


def test_messages_stand_in_the_order_of_their_arrival():
    history = filled(3, 1, 2)

    assert texts(history) == ["3", "1", "2"]


def test_a_message_is_taken_once():
    history = filled(1)

    assert not history.append(replace(line(1), key="another"))
    assert len(history) == 1


def test_messages_without_an_id_are_never_one():
    history = History()

    assert history.append(line(1, msgid=""))
    assert history.append(replace(line(1, msgid=""), key="k2"))


def test_a_change_is_known_by_its_parts_where_an_id_lacks():
    history = History()
    joined = line(1, msgid="", kind=MessageKind.CHANGE, change=Change.JOINED)
    history.append(joined)

    merged = history.merge_page([replace(joined, key="k2", msgid="m2")])

    assert merged.added == ()


def test_what_is_not_confirmed_stands_at_the_end():
    history = filled(1)
    history.add_pending(mine("a"))
    history.append(line(2))

    assert texts(history) == ["1", "2", "a"]
    assert history.confirmed_count == 2
    assert history.index_of("a") == 2
    assert [message.key for message in history.pending()] == ["a"]


def test_a_pending_message_is_replaced_in_its_place():
    history = History()
    for key in "abc":
        history.add_pending(mine(key))

    history.replace_pending(replace(mine("b"), delivery=Delivery.FAILED))

    assert texts(history) == ["a", "b", "c"]
    assert history.find("b").delivery is Delivery.FAILED


def test_what_is_not_there_cannot_be_replaced_or_dropped():
    history = History()

    assert not history.replace_pending(mine("a"))
    assert history.drop_pending("a") is None
    assert history.find("a") is None
    assert history.index_of("a") is None


def test_a_history_is_a_sequence():
    history = filled(1, 2, 3)
    history.add_pending(mine("a"))

    assert (history[0].text, history[-1].text, history[-4].text) == ("1", "a", "1")
    assert texts(history[1:3]) == ["2", "3"]
    assert texts(history[2:]) == ["3", "a"]
    assert texts(history[::-1]) == ["a", "3", "2", "1"]
    assert texts(history[-2:]) == ["3", "a"]


@pytest.mark.parametrize("index", [4, -5])
def test_there_is_nothing_outside(index):
    history = filled(1, 2, 3)
    history.add_pending(mine("a"))

    with pytest.raises(IndexError):
        history[index]


def test_a_page_goes_before_what_is_known():
    history = filled(5, 6)

    merged = history.merge_page(lines(3, 4))

    assert texts(history) == ["3", "4", "5", "6"]
    assert texts(merged.added) == ["3", "4"]
    assert [history.index_of(f"k{number}") for number in (3, 4, 5, 6)] == [0, 1, 2, 3]


def test_a_page_that_overlaps_is_joined_without_doubles():
    history = filled(3, 5)

    history.merge_page(lines(1, 2, 3, 4, 5))

    assert texts(history) == ["1", "2", "3", "4", "5"]


def test_a_page_with_doubles_of_its_own_is_taken_once():
    history = History()

    merged = history.merge_page(lines(1, 1, 2))

    assert texts(history) == ["1", "2"]
    assert len(merged.added) == 2


def test_a_page_fills_the_gap_before_what_came_since():
    history = filled(1, 2)
    history.open_gap()
    history.append(line(7))

    merged = history.merge_page(lines(5, 6, 7))

    assert texts(history) == ["1", "2", "5", "6", "7"]
    assert not merged.met_known
    assert history.has_gap
    assert history.after_last_gap().text == "5"


def test_a_page_that_reaches_what_was_known_closes_the_gap():
    history = filled(1, 2)
    history.open_gap()
    history.append(line(5))

    merged = history.merge_page(lines(2, 3, 4))

    assert texts(history) == ["1", "2", "3", "4", "5"]
    assert merged.met_known
    assert not history.has_gap


def test_a_page_over_two_gaps_fills_both():
    history = filled(1)
    history.open_gap()
    history.append(line(3))
    history.open_gap()
    history.append(line(5))

    history.merge_page(lines(1, 2, 3, 4, 5))

    assert texts(history) == ["1", "2", "3", "4", "5"]


def test_an_empty_history_has_no_gap():
    history = History()

    history.open_gap()

    assert not history.has_gap


def test_the_same_gap_is_opened_once():
    history = filled(1)

    history.open_gap()
    history.open_gap()
    history.close_gap()

    assert not history.has_gap


def test_too_many_messages_are_trimmed_at_the_old_end():
    history = History(most_kept=10)
    for number in range(2_011):
        history.append(line(number))

    assert history.trim() == 2_001

    assert texts(history) == [str(number) for number in range(2_001, 2_011)]
    assert history.index_of("k2001") == 0
    assert history.index_of("k2000") is None
    assert history.trim() == 0


@pytest.mark.timeout(10)
def test_a_page_that_is_half_known_is_joined_at_once():
    history = filled(*range(0, 20_000, 2))

    history.merge_page(lines(*range(15_000, 20_000)))

    numbers = [*range(0, 15_000, 2), *range(15_000, 20_000)]
    assert texts(history) == [str(number) for number in numbers]


def test_a_page_between_what_is_known_moves_the_gaps_behind_it():
    history = filled(1, 4)
    history.open_gap()
    history.append(line(6))
    history.open_gap()
    history.append(line(9))

    history.merge_page(lines(2, 4, 5, 6, 8, 9))

    assert texts(history) == ["1", "2", "4", "5", "6", "8", "9"]
    assert history.after_last_gap().text == "5"


OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("append"), st.integers(0, 40)),
        st.tuples(st.just("page"), st.lists(st.integers(0, 40), max_size=12)),
        st.tuples(st.just("gap"), st.none()),
        st.tuples(st.just("close"), st.none()),
        st.tuples(st.just("pending"), st.integers(100, 110)),
        st.tuples(st.just("drop"), st.integers(100, 110)),
        st.tuples(st.just("read"), st.integers(0, 40)),
        st.tuples(st.just("trim"), st.none()),
        st.tuples(st.just("forget"), st.none()),
    ),
    max_size=40,
)
DO = {
    "append": lambda history, number: history.append(line(number)),
    "page": lambda history, numbers: history.merge_page(lines(*numbers)),
    "gap": lambda history, _: history.open_gap(),
    "close": lambda history, _: history.close_gap(),
    "pending": lambda history, number: history.add_pending(mine(f"p{number}")),
    "drop": lambda history, number: history.drop_pending(f"p{number}"),
    "read": lambda history, number: history.note_reader(f"k{number}"),
    "trim": lambda history, _: history.trim(),
    "forget": lambda history, _: history.forget_before_cut(),
}


@given(OPERATIONS)
def test_whatever_arrives_in_whatever_order_stands_once_and_can_be_found(operations):
    history = History(most_kept=8, trimmed_at_once=2)

    for name, argument in operations:
        DO[name](history, argument)

    keys = [message.key for message in history]
    assert len(keys) == len(set(keys)) == len(history)
    assert [history.index_of(key) for key in keys] == list(range(len(keys)))
    assert [history[index].key for index in range(len(history))] == keys


@given(st.data())
def test_any_pages_of_one_log_join_to_that_log(data):
    log = list(range(60))
    joined_at = data.draw(st.integers(0, 59))
    history = filled(*log[joined_at:])
    oldest = joined_at

    while oldest > 0:
        size = data.draw(st.integers(1, 15))
        overlap = data.draw(st.integers(0, 10))
        start = max(0, oldest - size)
        history.merge_page(lines(*log[start : oldest + overlap]))
        oldest = start

    assert texts(history) == [str(number) for number in log]

"""Whatever happens to the line: no message lost, none twice, one order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.models.entities import Delivery
from chatapp.models.outbox.progress import NOT_SURE
from tests.chatapp.models.played_server import PlayedServer

STEPS = {
    "others": lambda server, _number: server.others_say(),
    "mine": lambda server, _number: server.client_says(),
    "answer": lambda server, _number: server.answer(),
    "cut": lambda server, number: server.cut(number),
    "back": lambda server, _number: server.come_back(),
    "scroll": lambda server, _number: server.client_scrolls_back(),
}
SCHEDULES = st.lists(
    st.tuples(
        st.sampled_from(["others", "others", "others", "mine", "mine", *STEPS]),
        st.integers(0, 3),
    ),
    max_size=60,
)


def play(server, schedule):
    for step, number in schedule:
        STEPS[step](server, number)
    server.settle()


def read_everything(server):
    """Scroll back to the first word ever said."""
    while server.stage.network.fetch_older("#lobby"):
        server.settle()


def read_as_a_window_does(server):
    """Read what is there, unless something above it is still to come."""
    network = server.stage.network
    if not network.history("#lobby").filling:
        network.mark_read("#lobby")


def confirmed(server):
    history = server.stage.network.history("#lobby")
    lines = history[: history.confirmed_count]
    return [line.text for line in lines if line.change is None]


@given(SCHEDULES)
def test_on_a_chatapp_server_everything_written_arrives_once_and_in_order(schedule):
    server = PlayedServer(knows_ids=True)

    play(server, schedule)
    read_everything(server)

    history = server.stage.network.history("#lobby")
    written = [said.text for said in server.log if said.sender == "noor"]
    assert history.confirmed_count == len(history)
    assert confirmed(server) == [said.text for said in server.log]
    assert written == sorted(set(written), key=lambda text: int(text[5:]))


@given(SCHEDULES)
def test_on_another_server_what_is_unclear_is_said_to_be_so(schedule):
    server = PlayedServer(knows_ids=False)

    play(server, schedule)
    read_everything(server)

    history = server.stage.network.history("#lobby")
    unclear = history[history.confirmed_count :]
    assert confirmed(server) == [said.text for said in server.log]
    assert {(line.delivery, line.problem) for line in unclear} <= {
        (Delivery.FAILED, NOT_SURE)
    }
    assert not {line.text for line in unclear} & {said.text for said in server.log}


@given(SCHEDULES)
def test_every_place_can_be_found_by_its_key(schedule):
    server = PlayedServer(knows_ids=True)

    play(server, schedule)

    history = server.stage.network.history("#lobby")
    assert [history.index_of(line.key) for line in history] == list(range(len(history)))
    assert [history[index] for index in range(len(history))] == list(history)


@pytest.mark.parametrize("knows_ids", [True, False])
def test_a_message_that_arrived_before_the_cut_is_found_in_the_past(knows_ids):
    server = PlayedServer(knows_ids=knows_ids)
    server.settle()
    server.client_says()

    server.cut(processed=1)
    server.others_say()
    server.settle()

    history = server.stage.network.history("#lobby")
    assert confirmed(server) == ["mine-1", "other-2"]
    assert len(history) == history.confirmed_count


def test_a_gap_of_many_pages_is_filled():
    server = PlayedServer(knows_ids=True)
    for _ in range(4):
        server.others_say()
    server.settle()

    server.cut(0)
    for _ in range(33):
        server.others_say()
    server.settle()

    assert confirmed(server) == [said.text for said in server.log]


def test_after_a_very_long_absence_the_middle_is_left_to_who_reads_it():
    server = PlayedServer(knows_ids=True)
    server.others_say()
    server.settle()

    server.cut(0)
    for _ in range(300):
        server.others_say()
    server.settle()
    shown = confirmed(server)
    holes = server.stage.network.history("#lobby").holes()
    read_everything(server)

    assert shown == [said.text for said in (server.log[0], *server.log[-100:])]
    assert len(holes) == 1
    assert confirmed(server) == [said.text for said in server.log]


def test_a_second_cut_while_a_gap_is_filled_leaves_no_hole():
    server = PlayedServer(knows_ids=True)
    for _ in range(3):
        server.others_say()
    server.settle()
    server.cut(0)
    for _ in range(20):
        server.others_say()
    server.come_back()
    server.answer()
    server.answer()

    server.cut(0)
    for _ in range(20):
        server.others_say()
    server.settle()

    assert confirmed(server) == [said.text for said in server.log]


def test_what_was_missed_is_on_its_way_until_the_last_page_has_come():
    server = PlayedServer(knows_ids=True)
    server.others_say()
    server.settle()
    server.cut(0)
    for _ in range(7):
        server.others_say()
    server.come_back()
    history = server.stage.network.history("#lobby")
    was_filling = [history.filling]

    while server.answer():
        was_filling.append(history.filling)

    assert was_filling == [True, True, True, True, False]
    assert confirmed(server) == [said.text for said in server.log]


def test_what_is_missing_when_the_line_is_cut_is_shown_so_and_still_to_come():
    server = PlayedServer(knows_ids=True)
    server.others_say()
    server.settle()
    server.cut(0)
    server.come_back()
    history = server.stage.network.history("#lobby")
    assert history.holes() == []

    server.cut(0)

    assert history.holes() == [2]
    assert history.filling


def test_what_is_read_while_a_part_is_missing_does_not_count_that_as_read():
    server = PlayedServer(knows_ids=True)
    server.others_say()
    server.settle()
    server.stage.network.mark_read("#lobby")
    server.cut(0)
    for _ in range(7):
        server.others_say()
    server.come_back()
    server.answer()
    server.cut(0)

    read_as_a_window_does(server)
    server.come_back()
    server.settle()

    assert server.stage.network.room("#lobby").unread == 7

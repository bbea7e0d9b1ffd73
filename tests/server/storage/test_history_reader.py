from dataclasses import replace

import pytest

from chatapp.wire.names import fold
from server.storage.conversation_index import ConversationIndex
from server.storage.history import HistoryReader
from server.storage.journal import Journal
from server.storage.schema import open_for_reading, open_for_writing
from server.world.page import Edge, Page, Sought, Stretch, Surroundings
from server.world.recent import repeat_key_of
from tests.server.storage.test_journal import NothingDeleted, numbers, said

EVERYTHING = Page("#a", 0, 4)


@pytest.fixture(params=[0, 5, 11], ids="{} indexed".format)
def reader(tmp_path, request):
    """Read what is in the index of conversations, in part, not at all, or whole."""
    path, indexed = tmp_path / "history.db", request.param
    connection = open_for_writing(path, "process")
    journal = Journal(connection, NothingDeleted())
    events = [*(said(number) for number in range(1, 11)), said(11, "#b")]
    journal.record([events[:indexed]])
    ConversationIndex(connection).work()
    journal.record([events[indexed:]])
    reader = HistoryReader(open_for_reading(path))
    yield reader
    reader.close()
    journal.close()


def test_a_page_may_begin_with_the_oldest(reader):
    page = Page("#a", 0, 3, after=Edge(sequence=4), from_oldest=True)

    assert numbers(reader.page(page)) == [5, 6, 7]


@pytest.mark.parametrize("centre", [Edge(sequence=5), Edge(time=50)])
def test_surroundings_have_the_centre_and_as_many_on_both_sides(reader, centre):
    assert numbers(reader.surroundings(Surroundings(EVERYTHING, centre))) == [
        3,
        4,
        5,
        6,
    ]


@pytest.mark.parametrize(
    ("centre", "expected"),
    [(2, [1, 2, 3, 4]), (10, [7, 8, 9, 10]), (99, [7, 8, 9, 10]), (0, [1, 2, 3, 4])],
)
def test_what_one_side_lacks_the_other_gives(reader, centre, expected):
    asked = Surroundings(EVERYTHING, Edge(sequence=centre))

    assert numbers(reader.surroundings(asked)) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (Edge(sequence=2), Edge(sequence=9), [3, 4, 5, 6]),
        (Edge(sequence=9), Edge(sequence=2), [5, 6, 7, 8]),
        (Edge(time=20), Edge(time=50), [3, 4]),
        (Edge(time=50), Edge(time=20), [3, 4]),
        (Edge(sequence=2), Edge(time=50), [3, 4]),
        (Edge(time=90), Edge(sequence=2), [5, 6, 7, 8]),
        (Edge(sequence=4), Edge(sequence=4), []),
        (Edge(sequence=4), Edge(sequence=5), []),
    ],
)
def test_a_stretch_goes_from_one_edge_towards_the_other(reader, start, end, expected):
    assert numbers(reader.stretch(Stretch(EVERYTHING, start, end))) == expected


def test_of_a_conversation_the_time_of_the_last_word_is_known(reader):
    asked = [("#a", 0), ("#b", 0), ("#a", 11), ("#c", 0)]

    assert reader.latest_times(asked) == [100, 110, None, None]


def test_a_repeated_message_is_found_while_what_is_older_is_deleted(tmp_path):
    path = tmp_path / "history.db"
    writing, reading = open_for_writing(path, "process"), open_for_reading(path)
    message = said(2300).message._replace(client_tags="+chatapp/id=7")
    sent = replace(said(2300), message=message)
    journal, reader = Journal(writing, NothingDeleted()), HistoryReader(reading)
    journal.record([[*map(said, range(1, 2300)), sent, *map(said, range(2301, 4500))]])
    looks = iter(["first", "second"])

    def delete_before_the_second_look(statement):
        is_look = "instr(" in statement or "OFFSET 1999" in statement
        if is_look and next(looks, None) == "second":
            writing.execute("DELETE FROM messages WHERE sequence < 500")

    reading.set_trace_callback(delete_before_the_second_look)
    found = reader.find(Sought("#a", 0, 0, (repeat_key_of(message, fold),)))
    reader.close()
    journal.close()

    assert next(looks, None) is None
    assert found == message

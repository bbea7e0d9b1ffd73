"""Searches keep nobody from anything else, and do not tell by how long they take."""

import threading
from contextlib import closing

import pytest

from server.network.quota import Quota
from server.storage import searcher
from server.storage.history import HistoryReader
from server.storage.journal import Journal
from server.storage.schema import open_for_reading, open_for_writing
from server.storage.searcher import Searcher
from server.world.search import Search
from tests.server.account_holders import make_account, prove
from tests.server.raw_client import ALL_CAPABILITIES, DEADLINE_SECONDS, commands
from tests.server.storage.test_journal import NothingDeleted, numbers, said

SEARCHING = f"{ALL_CAPABILITIES} soju.im/search"


@pytest.fixture
def slow_search(mocker):
    """Searches that last until the test lets them end."""
    may_end = threading.Event()
    mocker.patch("server.storage.history.SECONDS_FOR_A_SEARCH", DEADLINE_SECONDS)

    def find(*_):
        may_end.wait(DEADLINE_SECONDS * 2)
        return []

    mocker.patch.object(Searcher, "find", find)
    yield
    may_end.set()


def test_many_slow_searches_keep_nobody_from_reading_and_signing_in(chat, slow_search):
    make_account(chat, "anna")
    reader = chat.join("reader", SEARCHING)
    for number in range(4):
        chat.join(f"seeker{number}", SEARCHING).send("SEARCH text=anything")

    page = reader.ask("CHATHISTORY LATEST #lobby * 5")
    proof = prove(chat.connect(), "anna")

    assert commands(page)[-1] == "BATCH"
    assert "903" in commands(proof)


@pytest.mark.parametrize("quota", [Quota(1, 1), Quota(9, 1)])
def test_more_searches_than_can_wait_in_all_or_of_one_address_are_refused(
    chat, slow_search, mocker, quota
):
    mocker.patch.object(chat.workers, "_quota", quota)
    chat.join("seeker", SEARCHING).send("SEARCH text=anything")
    other = chat.join("other", SEARCHING)

    (refusal,) = other.ask("SEARCH text=anything")

    assert refusal.params[:2] == ("SEARCH", "INTERNAL_ERROR")


@pytest.mark.parametrize(
    ("taken", "answered"),
    [
        (0.0001, 0.02),
        (0.003, 0.02),
        (0.02, 0.02),
        (0.021, 0.04),
        (0.1, 0.16),
        (1, 1.28),
    ],
)
def test_how_long_an_answer_takes_tells_little_of_words_said_elsewhere(
    tmp_path, mocker, taken, answered
):
    """All words are in one index, also those of rooms that one may not read."""
    path, waited = tmp_path / "history.db", mocker.Mock()
    open_for_writing(path, "process").close()
    times = iter((0.0, taken))
    reader = HistoryReader(
        open_for_reading(path), monotonic=lambda: next(times), wait=waited
    )

    with closing(reader):
        reader.search(Search({"#a": 0}, 9, "word"))

    ((pause,),) = (call.args for call in waited.call_args_list)
    assert taken + pause == pytest.approx(answered)


def test_a_word_that_was_said_elsewhere_is_read_from_no_row(tmp_path, mocker):
    path = tmp_path / "history.db"
    with closing(open_for_writing(path, "process")) as connection:
        journal = Journal(connection, NothingDeleted())
        journal.record([[said(number, "#secret") for number in range(1, 50)]])
        journal.record([[said(50), said(51)]])
        connection.execute(
            "INSERT INTO message_words (rowid, text) "
            "SELECT sequence, text FROM messages"
        )
        connection.execute("UPDATE word_index SET last_sequence = 51")
    read = mocker.spy(searcher, "message_of")

    with closing(HistoryReader(open_for_reading(path), wait=mocker.Mock())) as reader:
        found = reader.search(Search({"#a": 0}, 9, "text"))

    assert numbers(found) == [50, 51]
    assert read.call_count == 2

"""Whoever searches for much and for long keeps nobody from anything else."""

import threading

import pytest

from server.network.quota import Quota
from server.storage.searcher import Searcher
from tests.server.account_holders import make_account, prove
from tests.server.raw_client import ALL_CAPABILITIES, DEADLINE_SECONDS, commands

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
    mocker.patch.object(chat.server._workers, "_quota", quota)
    chat.join("seeker", SEARCHING).send("SEARCH text=anything")
    other = chat.join("other", SEARCHING)

    (refusal,) = other.ask("SEARCH text=anything")

    assert refusal.params[:2] == ("SEARCH", "INTERNAL_ERROR")

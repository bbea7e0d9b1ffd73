"""Searches go to the server and to what is kept, and come back as one."""

from datetime import timedelta

import pytest

from chatapp.models.entities import FoundPage, Search
from tests.chatapp.models.fakes import FULL, NOON, NetworkStage

CAN_SEARCH = f"{FULL} soju.im/search"


@pytest.fixture
def pages() -> list[FoundPage]:
    return []


@pytest.fixture
def searcher(stage: NetworkStage) -> NetworkStage:
    """Signed in where the server can be searched, in #lobby with one line kept."""
    stage.sign_in(CAN_SEARCH)
    stage.enter()
    stage.give_page("#lobby")
    stage.wire.feed(
        "@msgid=m1;time=2026-11-22T12:00:00.000Z :Ann!a@h PRIVMSG #lobby :the kettle"
    )
    stage.wire.take_sent()
    return stage


@pytest.fixture
def offline_search(lobby: NetworkStage) -> NetworkStage:
    """Signed in where the server cannot be searched."""
    lobby.wire.feed(
        "@msgid=m1;time=2026-11-22T12:00:00.000Z :Ann!a@h PRIVMSG #lobby :the kettle"
    )
    return lobby


def texts(page: FoundPage) -> list[str]:
    return [line.text for line in page.lines]


def answer(stage: NetworkStage, *lines: str) -> None:
    stage.wire.feed(
        ":s BATCH +q soju.im/search",
        *(line.replace("@", "@batch=q;", 1) for line in lines),
        ":s BATCH -q",
    )


def test_without_such_a_server_what_is_kept_is_found(offline_search, pages) -> None:
    offline_search.network.searching.find(Search("kettle"), pages.append)

    assert [texts(page) for page in pages] == [["the kettle"]]
    assert pages[0].is_last
    assert not pages[0].is_local


def test_the_server_is_asked_in_its_words(searcher, pages) -> None:
    wanted = Search("tea pot", "Ann", "#lobby", NOON, NOON + timedelta(hours=1))

    searcher.network.searching.find(wanted, pages.append)

    (asked,) = searcher.wire.take_sent()
    command, _, params = asked.partition(" ")
    assert command == "SEARCH"
    assert params.split(";") == [
        r"text=tea\spot",
        "in=#lobby",
        "from=Ann",
        "after=2026-11-22T12:00:00.000Z",
        "before=2026-11-22T13:00:00.000Z",
        "limit=50",
    ]
    assert pages == []


def test_both_are_joined_the_newest_first(searcher, pages) -> None:
    searcher.network.searching.find(Search("kettle"), pages.append)
    answer(
        searcher,
        "@msgid=m1;time=2026-11-22T12:00:00.000Z :Ann!a@h PRIVMSG #lobby :the kettle",
        "@msgid=m2;time=2026-11-22T12:00:05.000Z :Ann!a@h PRIVMSG noor :kettle two",
    )
    answer(searcher)

    assert [texts(page) for page in pages] == [["kettle two", "the kettle"]]
    assert [line.room for line in pages[0].lines] == ["Ann", "#lobby"]
    assert pages[0].is_last


def test_the_next_page_of_the_server_ends_where_this_one_begins(
    searcher, pages
) -> None:
    searcher.network.searching.find(Search("kettle"), pages.append)
    searcher.wire.take_sent()

    answer(
        searcher,
        "@msgid=m2;time=2026-11-22T12:00:05.000Z :Ann!a@h PRIVMSG noor :kettle two",
    )

    assert searcher.wire.take_sent() == [
        "SEARCH text=kettle;before=2026-11-22T12:00:05.000Z;limit=50"
    ]


def test_a_server_that_refuses_is_done_without(searcher, pages) -> None:
    searcher.network.searching.find(Search("kettle"), pages.append)

    searcher.wire.feed(":s FAIL SEARCH INTERNAL_ERROR :Not today.")

    assert texts(pages[0]) == ["the kettle"]
    assert (pages[0].is_local, pages[0].reason) == (True, "Not today.")


def test_a_server_that_does_not_answer_is_done_without(searcher, pages) -> None:
    searcher.network.searching.find(Search("kettle"), pages.append)

    searcher.stay_online(10)

    assert (texts(pages[0]), pages[0].is_local) == (["the kettle"], True)


def test_an_answer_to_an_older_search_is_not_taken_for_this_one(
    searcher, pages
) -> None:
    stale: list[FoundPage] = []
    searcher.network.searching.find(Search("tea"), stale.append).stop()
    searcher.network.searching.find(Search("kettle"), pages.append)

    answer(
        searcher,
        "@msgid=m9;time=2026-11-22T12:00:09.000Z :Ann!a@h PRIVMSG #lobby :tea",
    )
    answer(searcher)

    assert stale == []
    assert texts(pages[0]) == ["the kettle"]


def test_only_what_has_a_link_is_taken_where_links_are_asked_for(
    searcher, pages
) -> None:
    searcher.network.searching.find(Search(has_link=True), pages.append)
    asked = searcher.wire.take_sent()

    answer(
        searcher,
        "@msgid=m4;time=2026-11-22T12:00:04.000Z :Ann!a@h PRIVMSG #lobby :http is old",
        "@msgid=m3;time=2026-11-22T12:00:03.000Z :Ann!a@h PRIVMSG #lobby :http://a.b",
    )
    answer(searcher)
    answer(searcher)

    assert asked == ["SEARCH text=http;limit=50"]
    assert texts(pages[0]) == ["http://a.b"]


def test_two_searches_at_once_get_each_its_own_answer(searcher, pages) -> None:
    others: list[FoundPage] = []
    searcher.network.searching.find(Search("tea"), others.append)
    searcher.network.searching.find(Search("kettle"), pages.append)

    answer(
        searcher,
        "@msgid=m9;time=2026-11-22T12:00:09.000Z :Ann!a@h PRIVMSG #lobby :tea",
    )
    answer(searcher)
    answer(searcher)

    assert [texts(page) for page in others] == [["tea"]]
    assert [texts(page) for page in pages] == [["the kettle"]]


def test_a_lost_link_leaves_what_is_kept_and_says_so(searcher, pages) -> None:
    searcher.wire.end()

    searcher.network.searching.find(Search("kettle"), pages.append)

    assert (texts(pages[0]), pages[0].is_local) == (["the kettle"], True)

"""Searches at several servers are joined into one, page by page."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from chatapp.models.entities import ChatMessage, FoundPage
from chatapp.models.finding.gathering import GatheredPage, Gathering
from chatapp.models.finding.searching import OnPage
from tests.chatapp.models.fakes import NOON


class PlayedSearch:
    """A search at a server that tells what a test wants, when it wants it."""

    def __init__(self) -> None:
        self.on_page: OnPage = lambda _page: None
        self.asked_for_more = 0
        self.stopped = False

    def begin(self, on_page: OnPage) -> "PlayedSearch":
        self.on_page = on_page
        return self

    def more(self) -> None:
        self.asked_for_more += 1

    def stop(self) -> None:
        self.stopped = True

    def tell(self, *numbers: int, is_last: bool = True, is_local: bool = False) -> None:
        lines = tuple(
            ChatMessage(
                f"k{it}", "#lobby", "Ann", str(it), NOON + timedelta(seconds=it)
            )
            for it in numbers
        )
        self.on_page(FoundPage(lines, is_last, is_local))


@pytest.fixture
def first() -> PlayedSearch:
    return PlayedSearch()


@pytest.fixture
def second() -> PlayedSearch:
    return PlayedSearch()


@pytest.fixture
def pages() -> list[GatheredPage]:
    return []


@pytest.fixture
def gathering(first, second, pages) -> Gathering:
    return Gathering([first.begin, second.begin], pages.append)


def found(page: GatheredPage) -> list[tuple[int, str]]:
    return [(server, line.text) for server, line in page.lines]


def test_what_both_have_comes_the_newest_first_with_its_server(
    gathering, first, second, pages
) -> None:
    first.tell(5, 1)
    second.tell(4, 2)

    assert [found(page) for page in pages] == [[(0, "5"), (1, "4"), (1, "2"), (0, "1")]]
    assert pages[0].is_last


def test_the_same_words_on_two_servers_are_two_messages(
    gathering, first, second, pages
) -> None:
    first.tell(3)
    second.tell(3)

    assert found(pages[0]) == [(0, "3"), (1, "3")]


def test_who_has_told_all_that_was_asked_is_asked_for_more(
    gathering, first, second, pages
) -> None:
    first.tell(9, 8, is_last=False)
    second.tell(5)

    assert (first.asked_for_more, second.asked_for_more) == (1, 0)
    first.tell(7)
    assert [text for _, text in found(pages[0])] == ["9", "8", "7", "5"]


def test_a_page_has_no_more_than_fifty_and_the_next_one_is_asked_for(
    gathering, first, second, pages
) -> None:
    first.tell(*range(100, 50, -1), is_last=False)
    second.tell(20)

    gathering.more()
    first.tell(30)

    assert [len(page.lines) for page in pages] == [50, 2]
    assert [page.is_last for page in pages] == [False, True]


def test_the_servers_that_could_not_be_asked_are_told(
    gathering, first, second, pages
) -> None:
    first.tell(1)
    second.tell(2, is_local=True)

    assert pages[0].local == {1}


def test_searches_that_answer_at_once_are_joined_as_well(pages) -> None:
    def at_once(number: int) -> Callable[[OnPage], PlayedSearch]:
        def begin(on_page: OnPage) -> PlayedSearch:
            search = PlayedSearch()
            search.begin(on_page)
            search.tell(number)
            return search

        return begin

    Gathering([at_once(1), at_once(2)], pages.append)

    assert found(pages[0]) == [(1, "2"), (0, "1")]


def test_nothing_more_is_wanted_of_any_once_it_is_stopped(
    gathering, first, second
) -> None:
    gathering.stop()

    assert first.stopped
    assert second.stopped

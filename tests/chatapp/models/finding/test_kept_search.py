"""What is kept of a server is searched without going there."""

import pytest

from chatapp.models.entities import FoundPage, Search
from chatapp.models.finding.kept_search import KeptSearch
from tests.chatapp.models.fakes import NetworkStage


@pytest.fixture
def pages() -> list[FoundPage]:
    return []


@pytest.fixture
def been_there(lobby: NetworkStage) -> NetworkStage:
    """One was at chat.example as noor, where two people spoke, and has left."""
    lobby.wire.feed(
        "@msgid=m1;time=2026-11-22T12:00:00.000Z :Ann!a@h PRIVMSG #lobby :the kettle",
        "@msgid=m2;time=2026-11-22T12:00:01.000Z :Bore!a@h PRIVMSG #lobby :kettle?",
    )
    lobby.network.sign_out()
    return lobby


def texts(page: FoundPage) -> list[str]:
    return [line.text for line in page.lines]


def test_what_was_said_where_one_was_is_found_by_address_and_name(
    been_there, pages
) -> None:
    KeptSearch(been_there.jobs, "Chat.Example", 6667, "Noor").find(
        Search("kettle"), pages.append
    )

    assert [texts(page) for page in pages] == [["kettle?", "the kettle"]]
    assert pages[0].is_local
    assert pages[0].is_last


def test_who_is_ignored_there_is_not_found(lobby, pages) -> None:
    lobby.network.ignoring.ignore("Bore")
    lobby.wire.feed(":Bore!a@h PRIVMSG #lobby :kettle?")

    KeptSearch(lobby.jobs, "chat.example", 6667, "noor").find(
        Search("kettle"), pages.append
    )

    assert texts(pages[0]) == []


def test_only_the_room_one_names_is_searched(been_there, pages) -> None:
    KeptSearch(been_there.jobs, "chat.example", 6667, "noor").find(
        Search("kettle", room="#tea"), pages.append
    )

    assert texts(pages[0]) == []


def test_of_another_name_nothing_is_found_and_nothing_is_said(
    been_there, pages
) -> None:
    KeptSearch(been_there.jobs, "chat.example", 6667, "lena").find(
        Search("kettle"), pages.append
    )

    assert pages == [FoundPage()]


def test_more_comes_page_by_page_until_it_is_stopped(lobby, pages) -> None:
    lobby.wire.feed(*(f":Ann!a@h PRIVMSG #lobby :kettle {it}" for it in range(60)))
    search = KeptSearch(lobby.jobs, "chat.example", 6667, "noor")

    finding = search.find(Search("kettle"), pages.append)
    finding.more()
    finding.stop()
    finding.more()

    assert [len(page.lines) for page in pages] == [50, 10]

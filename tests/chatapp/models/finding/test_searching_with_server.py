"""Searches over real sockets, with the real server."""

from chatapp.models.entities import FoundPage, Search


def confirm_all(client) -> None:
    history = client.network.history("#lobby")
    client.loop.run_until(lambda: history.confirmed_count == len(history))


def texts(pages: list[FoundPage]) -> list[str]:
    return [line.text for page in pages for line in page.lines]


def test_what_was_said_before_one_came_is_found_and_gone_to(server, make_client):
    noor, ann = make_client(), make_client()
    noor.enter_lobby(server.server.port, "noor")
    noor.network.say("#lobby", "the kettle is on")
    for number in range(150):
        noor.network.say("#lobby", f"line {number}")
    confirm_all(noor)
    ann.enter_lobby(server.server.port, "anna")
    ann.loop.run_until(lambda: len(ann.texts()) >= 90)
    before = ann.texts()

    pages: list[FoundPage] = []
    ann.network.searching.find(Search("kettle", room="#lobby"), pages.append)
    ann.loop.run_until(lambda: pages)
    msgid = pages[0].lines[0].msgid
    ann.network.fetch_around("#lobby", msgid)
    history = ann.network.history("#lobby")
    ann.loop.run_until(lambda: history.with_msgid(msgid))

    assert texts(pages) == ["the kettle is on"]
    assert "the kettle is on" not in before
    assert history.with_msgid(msgid).text == "the kettle is on"


def test_one_page_follows_the_other_without_doubles(server, make_client):
    noor = make_client()
    noor.enter_lobby(server.server.port, "noor")
    for number in range(70):
        noor.network.say("#lobby", f"tea {number}")
    confirm_all(noor)

    pages: list[FoundPage] = []
    finding = noor.network.searching.find(Search("tea"), pages.append)
    noor.loop.run_until(lambda: pages)
    finding.more()
    noor.loop.run_until(lambda: pages[-1].is_last)

    assert texts(pages) == [f"tea {number}" for number in reversed(range(70))]

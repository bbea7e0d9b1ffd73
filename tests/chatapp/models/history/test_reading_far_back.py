"""Memory stays bounded however far one reads back, and nothing is skipped."""

import pytest

from chatapp.models.history import recollection
from tests.chatapp.models.fakes import FULL, NetworkStage

COUNT = 400


def said(number):
    return f"@msgid=m{number:05} :Ann!a@h PRIVMSG #lobby :line {number}"


@pytest.fixture
def stage(monkeypatch):
    """A room of many lines, of which memory holds few and the disk all."""
    monkeypatch.setattr(recollection, "AT_ONCE", 20)
    stage = NetworkStage()
    stage.sign_in(f"{FULL} chatapp/id=abc")
    stage.enter()
    stage.give_page("#lobby")
    history = stage.network.history("#lobby")
    history._most_kept, history._most = 80, 100
    stage.wire.feed(*(said(number) for number in range(COUNT)))
    stage.wire.take_sent()
    return stage


def numbers(lines):
    return [int(line.text.split()[-1]) for line in lines if line.change is None]


def read_back(stage):
    """Go up as a reader does, to the first word; gives everything that was shown."""
    history, shown = stage.network.history("#lobby"), []
    history.note_reader(history[0].key)
    while True:
        reader = history[0].key
        is_coming = stage.network.fetch_older("#lobby")
        shown[:0] = numbers(history[: history.index_of(reader)])
        history.note_reader(history[0].key)
        assert len(history) <= 101
        if not is_coming:
            return shown


def test_one_reads_back_to_the_first_word_with_little_in_memory(stage):
    newest = numbers(stage.network.history("#lobby"))

    shown = read_back(stage)

    assert shown + newest == list(range(COUNT))
    assert not [line for line in stage.wire.take_sent() if "HISTORY" in line]


def test_one_comes_down_again_to_the_newest(stage):
    history = stage.network.history("#lobby")
    read_back(stage)
    assert history.cut is not None
    shown = numbers(history[: history.cut])

    while history.cut is not None:
        last = history[history.cut - 1].key
        history.note_reader(last)
        assert stage.network.fetch_newer("#lobby")
        end = len(history) if history.cut is None else history.cut
        shown += numbers(history[history.index_of(last) + 1 : end])
        assert len(history) <= 101

    assert shown == list(range(COUNT))


def test_what_is_said_meanwhile_stands_at_the_end_once(stage):
    history = stage.network.history("#lobby")
    read_back(stage)

    stage.wire.feed(*(said(number) for number in range(COUNT, COUNT + 150)))
    top, end = numbers(history[: history.cut]), numbers(history[history.cut :])

    assert top == list(range(len(top)))
    assert end == list(range(COUNT + 150 - len(end), COUNT + 150))


def test_who_jumps_to_the_end_can_go_up_again_from_there(stage):
    history = stage.network.history("#lobby")
    read_back(stage)

    history.note_reader(None)
    before = numbers(history[history.cut :])[0]
    stage.network.fetch_older("#lobby")

    assert history.cut is None
    assert numbers(history) == list(range(numbers(history)[0], COUNT))
    assert numbers(history)[0] < before


def test_after_a_lost_connection_one_still_reads_where_one_was(stage):
    history = stage.network.history("#lobby")
    read_back(stage)
    reader, before = history[5], history[:15]
    history.note_reader(reader.key)

    stage.wire.end()
    stage.reconnect()
    stage.welcome(f"{FULL} chatapp/id=abc")
    stage.enter()
    lines = [said(number)[1:] for number in range(COUNT - 1, COUNT + 5)]
    stage.give_page("#lobby", *lines)

    assert history[:15] == before
    assert history.cut is not None
    assert numbers(history)[-6:] == list(range(COUNT - 1, COUNT + 5))

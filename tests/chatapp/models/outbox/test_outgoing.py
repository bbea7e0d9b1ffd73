"""Messages on their way keep the order in which they were written, and their place."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from chatapp.models.entities import ChatMessage, MessageKind, RoomKind
from chatapp.models.history.history import History
from chatapp.models.outbox.outgoing import Entries, Entry, written
from chatapp.models.rooms.conversations import Conversation

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def entry(conversation: Conversation, key: str, seconds: int) -> Entry:
    time = NOON + timedelta(seconds=seconds)
    return Entry(
        written(key, conversation.name, "noor", key, MessageKind.TEXT, time),
        conversation,
    )


def echo(number: int) -> ChatMessage:
    time = NOON + timedelta(seconds=number)
    return ChatMessage(
        f"k{number}", "#lobby", "noor", "words", time, msgid=f"m{number}", mine=True
    )


def history_of(*numbers: int, complete: bool = False) -> History:
    history = History()
    history.complete = complete
    for number in numbers:
        history.append(echo(number))
    return history


def test_what_a_slow_disk_gives_back_goes_before_what_was_written_since() -> None:
    entries, room = Entries(), Conversation("#lobby", RoomKind.CHANNEL)
    since = [entry(room, "c", 30), entry(room, "d", 31)]
    for each in since:
        entries[each.message.key] = each
        room.history.add_pending(each.message)

    entries.put_back(entry(room, "a", 1))
    entries.put_back(entry(room, "b", 99))

    assert list(entries) == ["a", "b", "c", "d"]
    assert [line.key for line in room.history.pending()] == ["a", "b", "c", "d"]


def test_an_echo_of_now_stands_at_the_end() -> None:
    history = history_of(5, 6)

    assert history.append_echo(echo(7))
    assert [line.key for line in history] == ["k5", "k6", "k7"]


def test_an_echo_of_before_the_oldest_line_comes_with_its_page() -> None:
    history = history_of(5, 6)

    assert not history.append_echo(echo(3))
    assert [line.key for line in history] == ["k5", "k6"]


def test_an_echo_of_the_oldest_lines_millisecond_comes_with_its_page() -> None:
    history = history_of(5, 6)

    assert not history.append_echo(replace(echo(4), time=echo(5).time))


def test_an_echo_of_what_was_missed_comes_with_its_page() -> None:
    history = history_of(1, 2, complete=True)
    history.open_gap()
    history.append(echo(6))

    assert not history.append_echo(echo(4))
    assert [line.key for line in history] == ["k1", "k2", "k6"]


def test_an_echo_that_no_page_is_to_bring_is_not_lost() -> None:
    history = history_of(5, 6, complete=True)

    assert history.append_echo(replace(echo(3), time=NOON))
    assert [line.key for line in history] == ["k5", "k6", "k3"]


def test_what_is_finished_stays_known() -> None:
    entries, room = Entries(), Conversation("#lobby", RoomKind.CHANNEL)
    entries["a"], entries["b"] = entry(room, "a", 1), entry(room, "b", 2)

    entries.finish("a")
    entries.finish("b", for_good=False)

    assert [entries.knows(key) for key in "abc"] == [True, False, False]

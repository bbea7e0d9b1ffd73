"""A page that leaves out who came and went is woven into lines that tell of it."""

from datetime import UTC, datetime, timedelta

from chatapp.models.entities import Change, ChatMessage, MessageKind
from chatapp.models.history.history import History
from tests.chatapp.models.fakes import NetworkStage

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def said(second: int) -> ChatMessage:
    time = NOON + timedelta(seconds=second)
    return ChatMessage(
        f"k{second}", "#lobby", "ann", f"{second}", time, msgid=f"m{second}"
    )


def joined(second: int) -> ChatMessage:
    time = NOON + timedelta(seconds=second)
    return ChatMessage(
        f"k{second}",
        "#lobby",
        "ann",
        "",
        time,
        MessageKind.CHANGE,
        Change.JOINED,
        msgid=f"m{second}",
    )


def history_of(*lines: ChatMessage) -> History:
    history = History()
    for line in lines:
        history.append(line)
    return history


def test_what_was_said_before_somebody_came_stands_before_that() -> None:
    history = history_of(joined(5), said(6))

    history.merge_front([said(3), said(4), said(6)])

    assert [line.key for line in history] == ["k3", "k4", "k5", "k6"]


def test_what_was_said_after_somebody_came_stands_behind_that() -> None:
    history = history_of(joined(2), said(6))

    history.merge_front([said(3), said(6)])

    assert [line.key for line in history] == ["k2", "k3", "k6"]


def test_nothing_goes_before_a_gap_that_it_is_behind() -> None:
    history = history_of(said(1), joined(9))
    history.open_gap()
    history.append(said(8))

    history.merge_page([said(7), said(8)])

    assert [line.key for line in history] == ["k1", "k9", "k7", "k8"]


def test_what_was_said_is_asked_from_where_only_that_is_kept() -> None:
    history = history_of(joined(2), said(6))

    assert history.oldest_with_id() == joined(2)
    assert history.oldest_with_id(said=True) == said(6)


def test_who_came_is_asked_from_where_nothing_was_said() -> None:
    history = history_of(joined(2), joined(3))

    assert history.oldest_with_id(said=True) == joined(2)


def test_a_server_that_keeps_only_words_is_asked_up_to_the_first(
    stage: NetworkStage,
) -> None:
    stage.sign_in()
    stage.wire.feed("@msgid=m9 :noor!u@h JOIN #lobby")
    stage.give_page("#lobby", "msgid=m7 :ann!u@h PRIVMSG #lobby :words")
    stage.wire.take_sent()

    stage.network.fetch_older("#lobby")

    assert stage.wire.take_sent() == ["CHATHISTORY BEFORE #lobby msgid=m7 100"]

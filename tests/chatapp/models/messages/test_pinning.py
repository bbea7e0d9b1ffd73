"""Messages are pinned for everybody in a channel, by who looks after it."""

from typing import TYPE_CHECKING

import pytest

from chatapp.models.entities import ChatMessage
from chatapp.models.messages.late_pins import MOST_ASKED
from tests.chatapp.models.fakes import FULL, NetworkStage

if TYPE_CHECKING:
    from collections.abc import Sequence

HAS_PINS = f"{FULL} draft/metadata-2=max-value-bytes=20"
SAID = "@msgid=m{0};time=2026-11-22T12:00:0{0}.000Z :Ann!a@h PRIVMSG #lobby :line {0}"


@pytest.fixture
def stage() -> NetworkStage:
    """In #lobby, as its operator, where three lines were said."""
    stage = NetworkStage()
    stage.network.connect("chat.example", 6667, "noor")
    stage.wire.open()
    stage.wire.feed(f":s CAP * LS :{HAS_PINS}")
    stage.wire.feed(f":s CAP noor ACK :{FULL} draft/metadata-2")
    stage.wire.feed(
        ":s 001 noor :Welcome",
        ":s 005 noor NETWORK=Test CASEMAPPING=precis PREFIX=(ov)@+ :are",
        ":s 422 noor :No message of the day",
        ":noor!u@h JOIN #lobby",
        ":s 353 noor = #lobby :@noor Ann",
        ":s 366 noor #lobby :End",
        ":s 770 noor chatapp/pins",
        ":s 766 noor #lobby chatapp/pins :is not set",
    )
    stage.give_page("#lobby")
    stage.wire.feed(*(SAID.format(number) for number in range(3)))
    return stage


def said(stage: NetworkStage, number: int) -> ChatMessage:
    line = stage.network.history("#lobby").with_msgid(f"m{number}")
    assert line is not None
    return line


def pinned(stage: NetworkStage) -> list[tuple[str, str]]:
    told: list[Sequence[ChatMessage]] = []
    stage.network.pinning.read("#lobby", told.append)
    return [(line.msgid, line.text) for line in told[0]]


def test_pins_are_followed_from_the_sign_in_on(stage) -> None:
    assert "METADATA * SUB chatapp/pins" in stage.wire.take_sent()


def test_a_pinned_message_stands_in_the_channels_metadata(stage) -> None:
    stage.wire.feed(":Ann!a@h METADATA #lobby chatapp/pins * m1")
    stage.wire.take_sent()

    stage.network.pinning.pin(said(stage, 0))

    assert stage.wire.take_sent() == ["METADATA #lobby SET chatapp/pins :m1 m0"]


def test_nothing_is_pinned_before_it_is_known_what_others_have_pinned(stage) -> None:
    stage.wire.feed(":noor!u@h PART #lobby", ":noor!u@h JOIN #lobby")
    stage.wire.feed(":s 353 noor = #lobby :@noor Ann", SAID.format(0))
    stage.wire.take_sent()

    is_pinned = stage.network.pinning.pin(said(stage, 0))

    assert not is_pinned
    assert not stage.network.pinning.knows("#lobby")
    assert stage.wire.take_sent() == []


def test_rooms_of_before_the_server_knows_that_one_follows_are_asked(stage) -> None:
    stage.wire.feed(":noor!u@h JOIN #tea", ":s 774 noor #tea 2", ":noor!u@h JOIN #den")
    stage.wire.take_sent()

    stage.wire.feed(":s 770 noor chatapp/pins")

    assert stage.wire.take_sent() == ["METADATA #den GET chatapp/pins"]


def test_what_is_pinned_is_listed_the_latest_first(stage) -> None:
    stage.wire.feed(":s 761 noor #lobby chatapp/pins * :m0 m2")

    assert pinned(stage) == [("m2", "line 2"), ("m0", "line 0")]
    assert stage.network.pinning.is_pinned(said(stage, 0))
    assert not stage.network.pinning.can_pin(said(stage, 0))


def test_what_was_said_while_one_was_not_there_has_its_place(stage) -> None:
    stage.wire.feed(":s 761 noor #lobby chatapp/pins * :gone m2")

    assert pinned(stage) == [("m2", "line 2"), ("gone", "")]


def test_a_message_is_taken_off(stage) -> None:
    stage.wire.feed(":s 761 noor #lobby chatapp/pins * :m1")
    stage.wire.take_sent()

    stage.network.pinning.unpin("#lobby", "m1")
    asked = stage.wire.take_sent()
    stage.wire.feed(":s 766 noor #lobby chatapp/pins :is not set")

    assert asked == ["METADATA #lobby SET chatapp/pins"]
    assert pinned(stage) == []


def test_who_watches_hears_of_each_change_once(stage) -> None:
    heard: list[str] = []
    stage.network.pinning.watch(heard.append)

    stage.wire.feed(
        ":Ann!a@h METADATA #lobby chatapp/pins * m1",
        ":s 761 noor #lobby chatapp/pins * m1",
    )

    assert heard == ["#lobby"]


def test_who_watches_hears_once_it_is_known_that_nothing_is_pinned(stage) -> None:
    heard: list[str] = []
    stage.wire.feed(":noor!u@h PART #lobby", ":noor!u@h JOIN #lobby")
    stage.network.pinning.watch(heard.append)

    stage.wire.feed(":s 766 noor #lobby chatapp/pins :is not set")

    assert heard == ["#lobby"]


def test_more_than_has_room_is_not_pinned(stage) -> None:
    stage.wire.feed(":s 761 noor #lobby chatapp/pins * :123456789 12345678")
    stage.wire.take_sent()

    assert not stage.network.pinning.pin(said(stage, 1))
    assert stage.wire.take_sent() == []


def test_only_who_looks_after_a_room_may_pin(stage) -> None:
    may_before = stage.network.pinning.can_pin(said(stage, 1))

    stage.wire.feed(":s MODE #lobby -o noor")

    assert may_before
    assert not stage.network.pinning.can_pin(said(stage, 1))


def test_where_rooms_tell_nothing_nobody_pins(lobby) -> None:
    lobby.wire.feed(":s MODE #lobby +o noor", *(SAID.format(0),))

    assert not lobby.network.pinning.can_pin(said(lobby, 0))
    assert not lobby.network.pinning.is_possible


def test_where_pins_come_later_they_are_asked_for_after_that_time(stage) -> None:
    stage.wire.take_sent()

    stage.wire.feed(":s 774 noor #lobby 2")
    stage.time.pass_by(1.9)
    before = stage.wire.take_sent()
    stage.time.pass_by(0.2)

    assert "METADATA #lobby SYNC" not in before
    assert "METADATA #lobby SYNC" in stage.wire.take_sent()


def test_nobody_pins_over_pins_that_are_not_known_yet(stage) -> None:
    pinning, line = stage.network.pinning, said(stage, 0)
    stage.wire.feed(":s 774 noor #lobby 2")
    stage.wire.take_sent()

    was_pinned, knew = pinning.pin(line), pinning.knows("#lobby")
    sent = stage.wire.take_sent()
    stage.wire.feed(":s 761 noor #lobby chatapp/pins * :m1")
    pinning.pin(line)

    assert (was_pinned, knew, sent) == (False, False, [])
    assert pinning.knows("#Lobby")
    assert stage.wire.take_sent() == ["METADATA #lobby SET chatapp/pins :m1 m0"]


@pytest.mark.parametrize(
    "answer",
    [
        (":s BATCH +m metadata #lobby", ":s BATCH -m"),
        (":s 766 noor #lobby chatapp/pins :is not set",),
    ],
)
def test_that_nothing_is_pinned_is_known_too(stage, answer) -> None:
    stage.wire.feed(":s 774 noor #lobby 2")

    stage.wire.feed(*answer)

    assert stage.network.pinning.knows("#lobby")


def test_a_server_that_always_puts_one_off_is_not_asked_for_ever(stage) -> None:
    stage.wire.take_sent()

    for _ in range(20):
        stage.wire.feed(":s 774 noor #lobby 0")
        stage.time.pass_by(1)
    asked = stage.wire.take_sent()
    stage.network.pinning.ask("#lobby")

    assert asked.count("METADATA #lobby SYNC") == MOST_ASKED
    assert stage.wire.take_sent() == ["METADATA #lobby GET chatapp/pins"]


def test_nothing_is_asked_about_a_room_that_was_left(stage) -> None:
    stage.wire.feed(":s 774 noor #lobby 2", ":noor!u@h PART #lobby")
    stage.wire.take_sent()

    stage.time.pass_by(3)

    assert "METADATA #lobby SYNC" not in stage.wire.take_sent()


def test_what_is_pinned_in_rooms_one_is_not_in_is_not_kept(stage) -> None:
    pinning = stage.network.pinning
    heard: list[str] = []
    pinning.watch(heard.append)

    stage.wire.feed(
        ":s 761 noor #other chatapp/pins * :m1",
        ":s 761 noor Ann chatapp/pins * :m1",
        ":s 774 noor #other 2",
    )

    assert heard == []
    assert pinning.knows("#other")


def test_what_is_pinned_is_forgotten_with_the_room(stage) -> None:
    line, heard = said(stage, 0), []
    stage.wire.feed(":s 761 noor #lobby chatapp/pins * m0")
    stage.network.pinning.watch(heard.append)

    stage.wire.feed(":Ann!a@h KICK #lobby noor :out")

    assert heard == ["#lobby"]
    assert not stage.network.pinning.is_pinned(line)


def test_who_watches_hears_that_pins_are_not_known_after_another_sign_in(stage) -> None:
    heard: list[str] = []
    stage.wire.feed(":s 761 noor #lobby chatapp/pins * m0")
    stage.network.pinning.watch(heard.append)

    stage.wire.end()
    stage.time.pass_by(60)
    stage.wire.open()
    stage.wire.feed(
        ":s CAP * LS :batch",
        ":s CAP noor ACK :batch",
        ":s 001 noor :Welcome",
        ":s 422 noor :No message of the day",
    )

    assert heard == ["#lobby"]

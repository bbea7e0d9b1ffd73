"""People who come and go, in one line for several, or not told at all."""

from datetime import timedelta

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.reading.conversation import (
    MOST_SHOWN,
    OPENING,
    ConversationController,
    TranscriptView,
)
from chatapp.controllers.reading.folding import Folding
from chatapp.controllers.reading.folding_wording import folded
from chatapp.models.entities import Change, ChatMessage, MessageKind
from chatapp.models.events import FrameEnded, RoomSelected
from chatapp.models.program.event_bus import EventBus
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.choices import Comings
from tests.chatapp.controllers.fakes import ListTranscript, message, messages, say


def coming(nick: str, change: Change = Change.JOINED, **about) -> ChatMessage:
    key = f"{change.name}-{nick}"
    return message(key, sender=nick, kind=MessageKind.CHANGE, change=change, **about)


def joins(count: int, start: int = 0) -> list[ChatMessage]:
    return [coming(f"guest{number}") for number in range(start, start + count)]


def texts(lines) -> list[str]:
    return [line.text for line in lines]


@pytest.fixture
def folding() -> Folding:
    return Folding(lambda: Comings.FOLDED)


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ((["Ada"], [], [], []), "Ada joined"),
        ((["Ada", "Ben"], [], [], []), "Ada and Ben joined"),
        ((["Ada", "Ben", "Cy"], ["Dee"], [], []), "Ada, Ben and Cy joined, Dee left"),
        ((list("abcde"), list("xyzw"), [], []), "5 people joined, 4 people left"),
        (([], [], ["Ada"], ["Ben"]), "Ada came and went, Ben left and came back"),
    ],
)
def test_few_are_named_and_many_are_counted(people, words):
    assert folded(*people) == words


def test_what_follows_each_other_is_one_line(folding):
    lines = [*messages(1), *joins(4), coming("Ben", Change.LEFT), *messages(1, 1)]

    shown = folding.fold(lines)

    assert texts(shown) == ["text of k0", "4 people joined, Ben left", "text of k1"]
    assert shown[1].kind is MessageKind.FOLD


def test_who_comes_and_goes_is_told_once(folding):
    lines = [
        coming("Ada"),
        coming("Ada", Change.QUIT),
        coming("Ben", Change.LEFT),
        coming("Ben"),
    ]

    assert texts(folding.fold(lines)) == ["Ada came and went, Ben left and came back"]


def test_a_single_one_is_told_as_ever(folding):
    lines = [coming("Ada"), *messages(1), coming("Ben")]

    assert folding.fold(lines) == lines


def test_other_changes_and_ones_own_are_not_folded(folding):
    lines = [
        coming("Ada", Change.KICKED),
        coming("Ada", Change.RENAMED),
        coming("Kofi", Change.LEFT, mine=True),
    ]

    assert folding.fold(lines) == lines


def test_a_new_day_begins_a_new_line(folding):
    later = timedelta(days=1)
    lines = joins(2)
    tomorrow = [coming(n, time=lines[0].time + later) for n in ("Ada", "Ben")]

    assert len(folding.fold([*lines, *tomorrow])) == 2


def test_what_is_unfolded_stays_so_until_another_room_is_opened(folding):
    lines = joins(3)
    key = folding.fold(lines)[0].key

    folding.unfold(key)
    unfolded = folding.fold(lines)
    folding.forget()

    assert unfolded == lines
    assert len(folding.fold(lines)) == 1


def test_who_comes_later_is_folded_although_others_are_unfolded(folding):
    folding.unfold(folding.fold(joins(2))[0].key)

    assert len(folding.fold(joins(5))) == 3


@pytest.mark.parametrize(
    ("comings", "count"), [(Comings.SHOWN, 3), (Comings.FOLDED, 1), (Comings.HIDDEN, 0)]
)
def test_the_setting_decides(comings, count):
    folding = Folding(lambda: comings)
    lines = [line for line in joins(3) if not folding.is_hidden(line)]

    assert len(folding.fold(lines)) == count


class Chosen:
    """What was chosen in the settings."""

    comings = Comings.FOLDED


@pytest.fixture
def transcript(mocker: MockerFixture):
    view = mocker.create_autospec(TranscriptView, instance=True)
    return ListTranscript(view), view


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def controller(transcript, network, bus: EventBus, chosen) -> ConversationController:
    return ConversationController(transcript[1], network, bus, lambda: chosen.comings)


def test_a_room_opens_with_as_many_words_as_ever(
    controller, transcript, history, bus: EventBus
):
    history += [*messages(OPENING), *joins(400), *messages(1, OPENING)]

    bus.publish(RoomSelected("#lobby"))

    assert len(transcript[0].shown) == OPENING
    assert texts(transcript[0].shown)[-2:] == ["400 people joined", "text of k200"]


def test_the_line_grows_with_who_comes(controller, transcript, history, bus: EventBus):
    history += [*messages(1), *joins(2)]
    bus.publish(RoomSelected("#lobby"))

    say(bus, history, coming("Ben", Change.QUIT))
    bus.publish(FrameEnded())

    assert texts(transcript[0].shown) == [
        "text of k0",
        "guest0 and guest1 joined, Ben left",
    ]


def test_many_who_come_push_nothing_out_of_sight(
    controller, transcript, history, bus: EventBus
):
    history += messages(100)
    bus.publish(RoomSelected("#lobby"))

    history += joins(2 * MOST_SHOWN)
    say(bus, history, coming("Ben"))
    bus.publish(FrameEnded())

    assert len(transcript[0].shown) == 101


def test_pressing_the_line_shows_each_of_them(
    controller, transcript, history, bus: EventBus
):
    history += [*messages(1), *joins(3)]
    bus.publish(RoomSelected("#lobby"))

    controller.unfold(transcript[0].shown[-1].key)

    assert transcript[0].keys() == ["k0", *(f"JOINED-guest{n}" for n in range(3))]


def test_another_choice_holds_at_once(
    controller, transcript, history, bus: EventBus, chosen
):
    history += [*messages(1), *joins(3)]
    bus.publish(RoomSelected("#lobby"))

    chosen.comings = Comings.HIDDEN
    controller.setting_changed(table.COMINGS)

    assert transcript[0].keys() == ["k0"]


def test_who_reads_back_passes_a_thousand_of_them_in_one_step(
    controller, transcript, history, bus: EventBus
):
    history += [*messages(50), *joins(1_000), *messages(OPENING, 50)]
    bus.publish(RoomSelected("#lobby"))

    controller.show_older()

    assert "text of k49" in texts(transcript[0].shown)
    assert "1,000 people joined" in texts(transcript[0].shown)

"""The transcript is a window on the history, and follows it."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.reading.conversation import (
    MOST_SHOWN,
    OPENING,
    PAGE,
    ConversationController,
    TranscriptView,
)
from chatapp.controllers.rooms.rooms_wording import invite_to_write
from chatapp.models.entities import Change, Delivery, MessageKind, Room, RoomKind
from chatapp.models.events import (
    FrameEnded,
    HistoryLoaded,
    MessageAdded,
    MessageReplaced,
    RoomRenamed,
    RoomSelected,
)
from chatapp.models.program.event_bus import EventBus
from tests.chatapp.controllers.fakes import (
    ListTranscript,
    message,
    messages,
    say,
)


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(TranscriptView, instance=True)


@pytest.fixture
def transcript(view) -> ListTranscript:
    return ListTranscript(view)


@pytest.fixture
def controller(view, transcript, network, bus: EventBus) -> ConversationController:
    return ConversationController(view, network, bus)


@pytest.mark.usefixtures("controller")
def test_opening_a_room_shows_its_end(transcript, view, bus, history) -> None:
    history.extend(messages(1000))

    bus.publish(RoomSelected("#lobby"))

    assert transcript.shown == history[-OPENING:]
    view.scroll_to_end.assert_called_once_with()


@pytest.mark.usefixtures("controller")
def test_a_frame_of_messages_is_drawn_in_one_go(transcript, view, bus, history) -> None:
    bus.publish(RoomSelected("#lobby"))
    view.splice.reset_mock()

    for said in messages(50):
        say(bus, history, said)
    bus.publish(FrameEnded())

    view.splice.assert_called_once_with(0, 0, history)
    assert transcript.shown == history


@pytest.mark.usefixtures("controller")
def test_a_message_of_another_room_draws_nothing(view, bus) -> None:
    bus.publish(RoomSelected("#lobby"))
    view.splice.reset_mock()

    bus.publish(MessageAdded(message("k1", room="#other")))
    bus.publish(FrameEnded())

    view.splice.assert_not_called()


@pytest.mark.usefixtures("controller")
def test_a_confirmed_message_takes_its_place(transcript, view, bus, history) -> None:
    history.extend([message("a"), message("mine"), message("b")])
    bus.publish(RoomSelected("#lobby"))
    confirmed = message("mine", msgid="7")

    del history[1]
    history.append(confirmed)
    bus.publish(MessageReplaced("#lobby", "mine", confirmed))
    bus.publish(FrameEnded())

    assert transcript.shown == history


@pytest.mark.usefixtures("controller")
def test_what_comes_before_the_first_unsent_message_is_shown(
    transcript, bus, history
) -> None:
    history.append(message("mine", delivery=Delivery.FAILED))
    bus.publish(RoomSelected("#lobby"))

    history.insert(0, message("answer"))
    bus.publish(MessageAdded(message("answer")))
    bus.publish(FrameEnded())

    assert transcript.keys() == ["answer", "mine"]


@pytest.mark.usefixtures("controller")
def test_a_conversation_goes_on_under_its_new_name(transcript, bus, history) -> None:
    bus.publish(RoomSelected("Ada"))

    bus.publish(RoomRenamed("Ada", "Ada2"))
    say(bus, history, message("k1", room="Ada2"))
    bus.publish(FrameEnded())

    assert transcript.shown == history


@pytest.mark.usefixtures("controller")
def test_an_empty_room_says_what_it_is_for(view, bus) -> None:
    bus.publish(RoomSelected("#lobby"))

    assert view.show_empty.call_args.args[0] == "Welcome to #lobby"


@pytest.mark.usefixtures("controller")
def test_scrolling_up_shows_older_messages_first_from_memory(
    transcript, view, network, bus, history
) -> None:
    history.extend(messages(1000))
    bus.publish(RoomSelected("#lobby"))

    view.on_end(False)
    view.on_older()

    assert transcript.shown == history[-OPENING - PAGE :]
    network.fetch_older.assert_not_called()


@pytest.mark.usefixtures("controller")
def test_at_the_oldest_message_more_are_asked_for(view, network, bus, history) -> None:
    history.extend(messages(10))
    bus.publish(RoomSelected("#lobby"))

    view.on_older()

    network.fetch_older.assert_called_once_with("#lobby")
    view.show_loading.assert_called_with(True)


@pytest.mark.usefixtures("controller")
def test_older_messages_that_came_are_put_above(transcript, view, bus, history) -> None:
    history.extend(messages(OPENING + PAGE, start=100))
    bus.publish(RoomSelected("#lobby"))
    view.on_end(False)
    view.on_older()
    view.on_older()

    history[0:0] = messages(PAGE)
    bus.publish(HistoryLoaded("#lobby", PAGE, complete=True))
    bus.publish(FrameEnded())

    assert transcript.shown == history


@pytest.mark.usefixtures("controller")
def test_the_window_stays_bounded_however_far_one_reads_back(
    transcript, view, bus, history
) -> None:
    history.extend(messages(3000))
    bus.publish(RoomSelected("#lobby"))
    view.on_end(False)

    for _ in range(10):
        view.on_older()

    assert len(transcript.shown) == MOST_SHOWN
    assert transcript.keys()[0] == f"k{3000 - OPENING - 10 * PAGE}"


@pytest.mark.usefixtures("controller")
def test_back_in_history_new_messages_are_counted_not_shown(
    transcript, view, bus, history, rooms
) -> None:
    history.extend(messages(3000))
    bus.publish(RoomSelected("#lobby"))
    view.on_end(False)
    for _ in range(10):
        view.on_older()
    before = transcript.keys()

    rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=1)
    say(bus, history, message("new"))
    bus.publish(FrameEnded())

    assert transcript.keys() == before
    view.show_new.assert_called_with(1)


@pytest.mark.usefixtures("controller")
def test_jumping_to_the_end_shows_the_newest(transcript, view, bus, history) -> None:
    history.extend(messages(3000))
    bus.publish(RoomSelected("#lobby"))
    view.on_end(False)
    for _ in range(10):
        view.on_older()

    view.on_jump()

    assert transcript.shown == history[-OPENING:]
    view.show_new.assert_called_with(0)


@pytest.mark.usefixtures("controller")
def test_reading_at_the_end_marks_the_room_as_read(
    view, network, bus, history, rooms
) -> None:
    bus.publish(RoomSelected("#lobby"))
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=1)

    say(bus, history, message("new"))
    bus.publish(FrameEnded())

    network.mark_read.assert_called_with("#lobby")


@pytest.mark.usefixtures("controller")
def test_what_was_missed_is_read_only_when_all_of_it_has_come(
    network, bus, history, rooms
) -> None:
    bus.publish(RoomSelected("#lobby"))
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=1)
    history.filling = True
    say(bus, history, message("new"))
    bus.publish(FrameEnded())
    network.mark_read.assert_not_called()

    history.filling = False
    bus.publish(HistoryLoaded("#lobby", 1, complete=False))

    network.mark_read.assert_called_once_with("#lobby")


@pytest.mark.usefixtures("controller")
def test_what_is_kept_is_not_read_before_it_is_shown(
    view, network, bus, history, rooms
) -> None:
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=1)
    bus.publish(RoomSelected("#lobby"))
    network.mark_read.assert_not_called()

    history.extend(messages(2))
    bus.publish(HistoryLoaded("#lobby", 2, complete=False))

    view.show_unread_line.assert_called_with("k1")
    network.mark_read.assert_called_once_with("#lobby")


@pytest.mark.usefixtures("controller")
def test_the_new_line_stands_before_the_first_unread(view, bus, history, rooms) -> None:
    history.extend(
        [
            message("a"),
            message("b"),
            message("c", kind=MessageKind.CHANGE),
            message("d"),
        ]
    )
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, unread=2)

    bus.publish(RoomSelected("#lobby"))

    view.show_unread_line.assert_called_with("b")


@pytest.mark.usefixtures("controller")
def test_who_comes_is_told_in_a_sentence(transcript, bus, history) -> None:
    history.append(message("k", text="", kind=MessageKind.CHANGE, change=Change.JOINED))

    bus.publish(RoomSelected("#lobby"))

    assert transcript.shown[0].text == "Ada joined"


@pytest.mark.usefixtures("controller")
def test_where_no_room_is_open_one_is_told_how_to_come_into_one(view, bus) -> None:
    bus.publish(RoomSelected(""))

    view.show_empty.assert_called_once_with(*invite_to_write(None))

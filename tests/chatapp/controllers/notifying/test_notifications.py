"""What is told of messages while one looks elsewhere, and how often."""

from datetime import timedelta

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notifying.notifications import (
    CallingWindow,
    NoticesOfSystem,
    NotificationsController,
    Sound,
)
from chatapp.models.entities import Attention, Change, MessageKind, Room, RoomKind
from chatapp.models.events import MessageAdded, RoomRenamed, RoomSelected
from chatapp.models.program.event_bus import EventBus
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.settings import Settings
from tests.chatapp.controllers.fakes import NOON, message


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture
def window(mocker: MockerFixture):
    window = mocker.create_autospec(CallingWindow, instance=True)
    window.has_focus.return_value = False
    return window


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesOfSystem, instance=True)


@pytest.fixture
def sound(mocker: MockerFixture):
    return mocker.create_autospec(Sound, instance=True)


@pytest.fixture
def calls(window, notices, sound, network, bus, settings, scheduler):
    calls = NotificationsController(
        window,
        notices,
        sound,
        network,
        bus,
        settings,
        scheduler,
        lambda: NOON,
    )
    bus.publish(RoomSelected("#lobby"))
    return calls


@pytest.fixture
def hear(bus: EventBus, calls):
    def hear(text: str = "hello", room: str = "#lobby", **about) -> None:
        said = message(text, room, text=text, **about)
        bus.publish(MessageAdded(said))

    return hear


def told(notices) -> list[tuple[str, str]]:
    return [call.args[:2] for call in notices.show.call_args_list]


def test_what_is_said_while_one_looks_elsewhere_is_told(hear, notices, sound, window):
    hear("hello")

    assert told(notices) == [("Ada in #lobby", "hello")]
    sound.play.assert_called_once_with()
    window.ask_for_attention.assert_called_once_with()


def test_the_open_room_is_not_told_to_who_looks_at_it(hear, notices, sound, window):
    window.has_focus.return_value = True

    hear("hello")

    notices.show.assert_not_called()
    sound.play.assert_not_called()


def test_the_open_conversation_is_not_told_under_a_new_name_either(
    hear, notices, window, bus, rooms
):
    window.has_focus.return_value = True
    bus.publish(RoomSelected("Ada"))
    rooms.append(Room("Countess", RoomKind.DIRECT))

    bus.publish(RoomRenamed("Ada", "Countess"))
    hear("hello", "Countess")

    notices.show.assert_not_called()


def test_what_was_gathered_is_told_under_the_new_name(
    hear, notices, bus, rooms, scheduler
):
    hear("one", "Ada")
    hear("two", "Ada")
    rooms[:] = [Room("Countess", RoomKind.DIRECT)]

    bus.publish(RoomRenamed("ada", "Countess"))
    scheduler.run_next()

    assert told(notices)[1:] == [("Ada", "two")]


def test_another_room_is_told_also_to_who_looks_at_the_window(hear, notices, window):
    window.has_focus.return_value = True

    hear("psst", "Ada")

    assert told(notices) == [("Ada", "psst")]
    window.ask_for_attention.assert_not_called()


def test_what_is_played_back_from_long_ago_is_not_told(hear, notices):
    hear("hello", time=NOON - timedelta(hours=1))

    notices.show.assert_not_called()


def test_a_server_whose_clock_is_wrong_is_told_of_all_the_same(hear, notices):
    an_hour_ago = NOON - timedelta(hours=1)
    joined = {"kind": MessageKind.CHANGE, "change": Change.JOINED}
    hear("", mine=True, time=an_hour_ago, **joined)

    hear("hello", time=an_hour_ago)

    assert told(notices) == [("Ada in #lobby", "hello")]


def test_a_muted_room_is_not_told(hear, notices, rooms):
    rooms[0] = Room("#lobby", RoomKind.CHANNEL, attention=Attention.NOTHING)

    hear("hello")

    notices.show.assert_not_called()


def test_a_flood_is_told_once_and_then_counted(hear, notices, sound, scheduler):
    hear("one")
    hear("two")
    hear("three")
    scheduler.run_next()

    assert told(notices) == [
        ("Ada in #lobby", "one"),
        ("2 more messages in #lobby", "Ada: three"),
    ]
    assert sound.play.call_count == 2


def test_a_single_message_that_waited_is_told_as_itself(hear, notices, scheduler):
    hear("one")
    hear("two")
    scheduler.run_next()

    assert told(notices)[1] == ("Ada in #lobby", "two")


def test_a_flood_that_goes_on_is_told_every_few_seconds(hear, notices, scheduler):
    hear("one")
    hear("two")
    scheduler.run_next()
    hear("three")
    hear("four")
    scheduler.run_next()

    assert [title for title, _ in told(notices)] == [
        "Ada in #lobby",
        "Ada in #lobby",
        "2 more messages in #lobby",
    ]


def test_after_a_while_the_next_message_is_told_at_once(hear, notices, scheduler):
    hear("one")
    scheduler.run_next()
    hear("two")

    assert [text for _, text in told(notices)] == ["one", "two"]


def test_each_room_is_told_for_itself(hear, notices):
    hear("hello")
    hear("psst", "Ada")

    assert [title for title, _ in told(notices)] == ["Ada in #lobby", "Ada"]


def test_what_was_gathered_is_not_told_to_who_has_looked(
    hear, notices, scheduler, calls
):
    hear("one")
    hear("two")
    calls.look()
    scheduler.run_next()

    assert len(told(notices)) == 1


def test_a_click_leads_to_the_room(hear, notices, calls, mocker: MockerFixture):
    calls.on_click = mocker.stub()
    hear("psst", "Ada")

    notices.show.call_args.args[3]()

    calls.on_click.assert_called_once_with("Ada")


def test_the_open_room_of_a_server_that_is_not_shown_is_told(
    hear, notices, window, calls
):
    window.has_focus.return_value = True
    calls.is_shown = lambda: False

    hear("hello")

    assert told(notices) == [("Ada in #lobby", "hello")]


def test_who_is_not_to_be_disturbed_is_told_nothing(
    hear, notices, sound, window, settings
):
    settings.change(table.QUIET, True)

    hear("hello")

    notices.show.assert_not_called()
    sound.play.assert_not_called()
    window.ask_for_attention.assert_not_called()


def test_sounds_and_notices_have_a_switch_each(hear, notices, sound, settings):
    settings.change(table.NOTIFICATIONS, False)
    hear("one")
    settings.change(table.SOUNDS, False)
    hear("psst", "Ada")

    notices.show.assert_not_called()
    sound.play.assert_called_once_with()


def test_a_notice_has_no_codes_and_no_end_of_text(hear, notices):
    hear("\x02bold\x02 \x0304red\x03 \u202ex\n" + "a" * 500)

    _, text = told(notices)[0]
    assert text.startswith("bold red x aaa")
    assert len(text) == 241


def test_what_somebody_does_is_told_with_the_name(hear, notices):
    hear("waves", "Ada", kind=MessageKind.ACTION)

    assert told(notices) == [("Ada", "Ada waves")]

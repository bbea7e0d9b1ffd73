"""A disk that takes nothing is told once, kindly, and not while it works."""

from pathlib import Path

import pytest

from chatapp.controllers.keeping import KEEPING, KeepingController, Loss, lost_trust
from chatapp.controllers.notices_view import NoticesView
from chatapp.models.entities import Tone
from chatapp.models.events import KeepingChanged
from chatapp.models.program.event_bus import EventBus

FULL = KeepingChanged("The disk is full.")


@pytest.fixture
def notices(mocker, bus: EventBus):
    view = mocker.create_autospec(NoticesView, instance=True)
    KeepingController(view, bus)
    return view


def test_what_cannot_be_kept_is_told_with_what_to_do(notices, bus):
    bus.publish(FULL)

    key, text, tone = notices.show.call_args.args
    assert (key, tone) == (KEEPING, Tone.WARNING)
    assert text.startswith("The disk is full. You can go on talking;")


def test_it_is_told_once_however_often_it_happens(notices, bus):
    bus.publish(FULL)
    bus.publish(FULL)

    notices.show.assert_called_once()


def test_the_notice_goes_when_the_disk_works_again(notices, bus):
    bus.publish(FULL)

    bus.publish(KeepingChanged())

    notices.hide.assert_called_once_with(KEEPING)


def test_a_disk_that_fails_a_second_time_is_told_a_second_time(notices, bus):
    for event in (FULL, KeepingChanged(), FULL):
        bus.publish(event)

    assert notices.show.call_count == 2


@pytest.mark.parametrize(
    ("loss", "beginning", "end"),
    [
        (Loss.DATABASE, "What was kept on this computer", "A new one was begun."),
        (Loss.KNOWN_SERVERS, "By what certificates", "before you trust it."),
        (Loss.SAVED_SERVERS, "The list of your servers", "that are missing."),
        (Loss.POLICIES, "Which servers asked", "ask for it again."),
    ],
)
def test_what_could_not_be_read_and_where_it_lies_is_told(
    mocker, bus, loss, beginning, end
):
    notices = mocker.create_autospec(NoticesView, instance=True)
    aside = Path("data", "chatapp.db.broken-1")

    KeepingController(notices, bus).tell_of_loss(loss, aside)

    _key, text, tone = notices.show.call_args.args
    assert text.startswith(beginning)
    assert f"could not be read. It lies in {aside}." in text
    assert text.endswith(end)
    assert tone is Tone.WARNING


def test_only_lost_trust_is_told_before_one_signs_in():
    servers, saved = Path("known.broken"), Path("saved.broken")

    assert lost_trust([(Loss.SAVED_SERVERS, saved)]) == ""
    assert str(servers) in lost_trust([(Loss.KNOWN_SERVERS, servers)])

"""Tells a script what is said in a room from now on."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from chatapp.controllers.scripts.tailing import TailingController, as_json, as_line
from chatapp.controllers.scripts.visit import Visit
from chatapp.models.entities import Change, MessageKind
from chatapp.models.events import FrameEnded
from tests.chatapp.controllers.fakes import message

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def line(key, second, **others):
    return message(key, time=NOON + timedelta(seconds=second), **others)


def came_in(key="in", second=10):
    change = {"kind": MessageKind.CHANGE, "change": Change.JOINED, "mine": True}
    return line(key, second, **change)


@pytest.fixture
def visit(mocker):
    visit = mocker.create_autospec(Visit, instance=True)
    visit.room, visit.has_entered = "#lobby", True
    return visit


@pytest.fixture
def written(visit, network, bus):
    """The keys of the lines that are written."""
    written = []
    TailingController(
        visit,
        network,
        bus,
        lambda: NOON,
        lambda line: written.append(line.key),
    )
    visit.on_entered()
    return written


def test_what_was_said_before_one_came_is_not_told(written, history, bus):
    history.extend([line("old", 9), came_in(), line("new", 11)])

    bus.publish(FrameEnded())

    assert written == ["new"]


def test_nothing_is_told_twice(written, history, bus):
    history.extend([came_in(), line("a", 11)])
    bus.publish(FrameEnded())
    history.append(line("b", 12))

    bus.publish(FrameEnded())
    bus.publish(FrameEnded())

    assert written == ["a", "b"]


def test_what_was_missed_is_told_in_its_place(written, history, bus):
    history.extend([came_in(), line("a", 11)])
    bus.publish(FrameEnded())
    history.extend([came_in("again", 20), line("c", 21)])
    history.filling = True
    bus.publish(FrameEnded())
    history.insert(2, line("b", 15))
    history.filling = False

    bus.publish(FrameEnded())

    assert written == ["a", "b", "c"]


def test_what_was_missed_is_told_although_nothing_had_been_said(written, history, bus):
    history.append(came_in())
    bus.publish(FrameEnded())
    history.extend([line("missed", 15), came_in("again", 20)])

    bus.publish(FrameEnded())

    assert written == ["missed"]


def test_a_line_that_is_taken_away_does_not_bring_the_others_back(
    written, history, bus
):
    history.extend([came_in(), line("a", 11), line("b", 12)])
    bus.publish(FrameEnded())
    history.pop()

    bus.publish(FrameEnded())

    assert written == ["a", "b"]


def test_who_comes_and_goes_is_not_told(written, history, bus):
    joined = line("j", 11, kind=MessageKind.CHANGE, change=Change.JOINED)
    history.extend([came_in(), joined, line("a", 12)])

    bus.publish(FrameEnded())

    assert written == ["a"]


def test_with_one_person_it_begins_when_one_looks(written, history, bus):
    history.extend([line("old", -1, room="ada"), line("new", 1, room="ada")])

    bus.publish(FrameEnded())

    assert written == ["new"]


def test_before_one_is_there_nothing_is_told(written, visit, history, bus):
    visit.has_entered = False
    history.extend([came_in(), line("a", 11)])

    bus.publish(FrameEnded())

    assert written == []


def test_a_line_has_time_nick_and_text():
    assert as_line(line("a", 1, text="hi all")) == "2026-11-26T12:00:01.000Z Ada hi all"


def test_an_action_is_written_as_one_types_it():
    action = line("a", 1, kind=MessageKind.ACTION, text="waves")

    assert as_line(action) == "2026-11-26T12:00:01.000Z Ada /me waves"


def test_a_line_cannot_give_orders_to_a_terminal():
    hostile = line("a", 1, text="red\x1b[31m\r2026 Bert \x9b2Jhi\u2028\u202e")

    assert as_line(hostile) == "2026-11-26T12:00:01.000Z Ada red[31m2026 Bert 2Jhi"


def test_an_edit_is_told_when_it_comes(written, history, bus):
    edit = line("b", 12, kind=MessageKind.EDIT, target="m1", text="hello")
    history.extend([came_in(), line("a", 11, msgid="m1"), edit])
    bus.publish(FrameEnded())

    assert written == ["a", "b"]
    assert as_line(edit).endswith(" Ada * hello")
    assert json.loads(as_json(edit))["edits"] == "m1"


def test_each_of_several_lines_tells_whose_it_is():
    several = line("a", 1, text="one\n\n2026 Bert hi")

    assert as_line(several).splitlines() == [
        "2026-11-26T12:00:01.000Z Ada one",
        "2026-11-26T12:00:01.000Z Ada 2026 Bert hi",
    ]


def test_a_line_is_plain_where_its_words_were_coloured():
    coloured = line("a", 1, text="\x0304red\x03 and \x02bold")

    assert as_line(coloured) == "2026-11-26T12:00:01.000Z Ada red and bold"


def test_an_object_of_json_has_all_of_it():
    told = json.loads(as_json(line("a", 1, text="red\x1b", msgid="m1")))

    assert told == {
        "time": "2026-11-26T12:00:01.000Z",
        "room": "#lobby",
        "nick": "Ada",
        "kind": "text",
        "text": "red\x1b",
        "msgid": "m1",
    }

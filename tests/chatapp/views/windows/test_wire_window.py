"""The window that shows what goes over the wire."""

import pytest
import ttkbootstrap as ttk

from chatapp.controllers.wire_log import wire_wording
from chatapp.models.entities import WireRow
from chatapp.views.emoji.emoji_area import MOST
from chatapp.views.widgets.wheel import with_all_in
from tests.chatapp.views.waiting import wait_until


def row(number=0, **others):
    values = {
        "time": "12:00:00.000",
        "sent": True,
        "tags": "",
        "source": "",
        "command": "PING",
        "params": str(number),
        "meaning": "Asks.",
        **others,
    }
    return WireRow(**values)


@pytest.fixture
def wire(main_window, settle):
    main_window.open_chat()
    window = main_window.beside.new_wire_window(*wire_wording.WINDOW)
    settle()
    yield window
    main_window.close_chat()


def words(wire):
    return wire.text.get("1.0", "end-1c")


def test_lines_stand_with_their_meanings(wire):
    assert words(wire) == wire_wording.NOTHING

    wire.add([row(1), row(2, sent=False, tags="@a=b", source=":s")])

    assert words(wire).splitlines() == [
        "12:00:00.000 → PING 1 ",
        "Asks.",
        "12:00:00.000 ← @a=b :s PING 2 ",
        "Asks.",
    ]


def test_the_oldest_lines_go_when_there_are_too_many(wire):
    wire.add([row(number) for number in range(600)])
    wire.add([row(number) for number in range(600, 1200)])

    shown = words(wire).splitlines()
    assert len(shown) == 2000
    assert "PING 200 " in shown[0]


def test_it_follows_the_end_unless_somebody_reads_further_up(wire, settle):
    wire.add([row(number) for number in range(300)])
    settle()
    assert wire.text.dlineinfo("end-1c") is not None

    wire.text.yview_moveto(0)
    wire.add([row(300)])
    settle()

    assert wire.text.yview()[0] == 0.0


def test_closing_tells_it(wire, main_window):
    told = []
    wire.on_closed = lambda: told.append(True)

    main_window.close_chat()

    assert told == [True]


def test_its_buttons_say_what_they_do(wire):
    pressed = []
    wire.on_pause = lambda: pressed.append("pause")

    wire.pause.invoke()
    wire.show_paused(True)

    assert pressed == ["pause"]
    assert wire.pause.cget("text") == wire_wording.GO_ON


def test_its_buttons_stand_below_the_field_where_that_would_be_narrow(wire, settle):
    window = wire.winfo_toplevel()

    def is_below(width: int) -> bool:
        window.geometry(f"{width}x500")
        wait_until(wire, lambda: window.winfo_width() == width)
        settle()
        return wire.pause.winfo_rooty() > wire.filter.entry.winfo_rooty() + 20

    assert [is_below(width) for width in (800, 490, 800)] == [False, True, False]


@pytest.fixture
def large(main_window):
    main_window.zoom_to(2.0)
    yield
    main_window.zoom_to(1.0)


@pytest.mark.usefixtures("large")
def test_its_buttons_have_several_lines_where_one_has_no_room(wire, settle):
    window = wire.winfo_toplevel()
    window.geometry("480x500")
    wait_until(wire, lambda: window.winfo_width() == 480)
    settle()

    right = window.winfo_rootx() + window.winfo_width()
    buttons = [it for it in with_all_in(wire) if isinstance(it, ttk.Button)]

    assert len(buttons) == 3
    assert all(it.winfo_rootx() + it.winfo_width() <= right for it in buttons)


def test_emoji_are_pictures_and_are_copied_as_they_came(wire, settle):
    wire.add([row("well 🎉 done 👍🏽", meaning="Says 🎉.")])
    settle()

    wire._copy()

    assert wire.text.pictured() == ["🎉", "👍🏽", "🎉"]
    assert "PING well 🎉 done 👍🏽 \nSays 🎉." in wire.clipboard_get()


def test_pictures_go_with_their_lines(wire):
    wire.add([row(f"{number} 🎉") for number in range(600)])
    wire.add([row(number) for number in range(600, 1700)])

    assert wire.text.pictured() == []
    assert wire.text._pictured == {}


def test_however_many_emoji_come_only_so_many_are_pictures(wire):
    wire.add([row("🎉" * 100, meaning="Says it.") for _ in range(10)])
    wire.add([row("👍🏽" * 100) for _ in range(10)])

    assert len(wire.text.pictured()) == MOST
    assert wire.text.contents().count("🎉") == 1000
    assert wire.text.contents().count("👍🏽") == 1000


def test_new_emoji_are_pictures_in_the_place_of_those_that_went(wire):
    wire.add([row("🎉" * MOST)])

    wire.add([row(f"{number} 👍🏽") for number in range(1000)])

    assert set(wire.text.pictured()) == {"👍🏽"}
    assert len(wire.text.pictured()) == MOST


def test_a_part_keeps_its_colour_around_its_emoji(wire):
    wire.add([row("well 🎉 done 🎉", source=":s🎉", meaning="Says it.")])

    coloured = {
        tag: [
            wire.text.contents(str(start), str(stop))
            for start, stop in zip(ranges[::2], ranges[1::2], strict=True)
        ]
        for tag in ("source", "command", "params", "meaning")
        if (ranges := wire.text.tag_ranges(tag))
    }

    assert coloured == {
        "source": [":s🎉 "],
        "command": ["PING "],
        "params": ["well 🎉 done 🎉 "],
        "meaning": ["\nSays it.\n"],
    }


def test_lines_without_emoji_are_written_all_at_once(wire, mocker):
    insert = mocker.spy(wire.text, "insert")

    wire.add([row(number) for number in range(300)])

    assert insert.call_count == 1
    assert len(words(wire).splitlines()) == 600

"""The panel at the side, by keyboard and by mouse."""

import tkinter as tk

import pytest

from chatapp.models.entities import ExcerptPart, PanelLine, PanelTab
from chatapp.views.side_panel import SidePanel


def line(number: int, words: str = "the kettle is on 🎉") -> PanelLine:
    parts = (ExcerptPart(words), ExcerptPart("kettle", True))
    return PanelLine(f"k{number}", "#lobby", "Ada", "14:03", parts)


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def panel(place, look, settle, told) -> SidePanel:
    panel = SidePanel(place, look)
    panel.pack(fill="both", expand=True)
    panel.on_choose = told.append
    panel.on_enter = panel.go_to_chosen
    panel.on_more = lambda: told.append("more")
    panel.on_opened = told.append
    panel.show_tabs(list(PanelTab))
    panel.open(PanelTab.SEARCH)
    settle()
    panel.field.entry.focus_force()
    settle()
    told.clear()
    return panel


def press(panel: SidePanel, settle, *keys: str) -> None:
    for key in keys:
        panel.focus_get().event_generate(key)
        settle()


def test_what_is_typed_is_told(panel, told, settle) -> None:
    panel.on_type = told.append

    panel.fill("kettle")
    settle()

    assert told == ["kettle"]


def test_arrows_choose_and_enter_goes_there(panel, told, settle) -> None:
    panel.add_lines([line(0), line(1), line(2)], has_more=False)

    press(panel, settle, "<Down>", "<Down>", "<Up>", "<Return>")

    assert told == ["k1"]


def test_a_click_goes_to_a_message(panel, told, settle) -> None:
    panel.add_lines([line(0), line(1)], has_more=False)
    settle()

    x, y, _width, height = panel.list.text.bbox("5.5")
    panel.list.text.event_generate("<Motion>", x=x, y=y + height // 2)
    panel.list.text.event_generate("<Button-1>", x=x, y=y + height // 2)
    settle()

    assert told == ["k1"]


def test_where_the_panel_lies_over_the_page_it_goes(panel, told, settle) -> None:
    panel.closes_itself = True
    panel.add_lines([line(0)], has_more=False)

    press(panel, settle, "<Return>")

    assert told == ["k0", False]


def test_more_is_asked_for_once_where_the_end_is_seen(panel, told, settle) -> None:
    panel.add_lines([line(0)], has_more=True)
    settle()

    assert told == ["more"]


def test_a_long_list_asks_for_more_only_at_its_end(panel, told, settle) -> None:
    panel.add_lines([line(number) for number in range(60)], has_more=True)
    settle()
    at_first = list(told)

    panel.list.step(60)
    settle()

    assert (at_first, told) == ([], ["more"])


def test_hits_are_marked(panel, settle) -> None:
    panel.add_lines([line(0)], has_more=False)

    first, last = panel.list.text.tag_ranges("hit")

    assert panel.list.text.get(first, last) == "kettle"


def test_the_mark_of_a_hit_is_as_high_as_its_line(panel, look, settle) -> None:
    panel.add_lines([line(0), line(1)], has_more=False)
    settle()

    first, _last, *_ = panel.list.text.tag_ranges("hit")
    height = panel.list.text.dlineinfo(first)[3]
    lines = [look.fonts.line_height(it) for it in (look.fonts.note, look.fonts.label)]

    assert height <= max(*lines, look.px(16)) + look.px(2)


def test_delete_takes_a_message_out_of_a_list(panel, told, settle) -> None:
    panel.on_remove = lambda key: told.append(f"remove {key}")
    panel.open(PanelTab.SAVED)
    panel.add_lines([line(0), line(1)], has_more=False)
    settle()
    told.clear()

    press(panel, settle, "<Delete>")
    panel.remove_line("k0")
    press(panel, settle, "<Return>")

    assert told == ["remove k0", "k1"]


def test_escape_closes_the_panel(panel, told, settle) -> None:
    press(panel, settle, "<Escape>")

    assert told == [False]


def test_the_scope_is_chosen_by_its_buttons(panel, told, settle) -> None:
    panel.on_scope = lambda here: told.append(("scope", here))
    panel.show_scope(True, "#lobby")

    panel._scope._buttons[False].invoke()

    assert told == [("scope", False)]


def test_the_scope_that_is_chosen_stands_out(panel, look) -> None:
    panel.show_scope(False, "#lobby")

    here, everywhere = (panel._scope._buttons[it] for it in (True, False))
    inks = [
        str(look.styles.lookup(it.cget("style"), "foreground", it.state()))
        for it in (here, everywhere)
    ]
    assert not here.instate(["selected"])
    assert everywhere.instate(["selected"])
    assert inks == [look.palette.muted, look.palette.text]


def test_without_a_room_one_can_only_search_everywhere(panel, settle) -> None:
    for here, room, is_seen in ((False, "", False), (True, "#lobby", True)):
        panel.show_scope(here, room)
        settle()

        scopes = (panel._scope._buttons[it] for it in (True, False))
        seen = [button for button in scopes if button.winfo_viewable()]
        words = [button["text"] or "In #lobby" for button in seen]
        assert words == ["In #lobby", "Everywhere"][not is_seen :]


def test_hostile_words_are_shown_safely(panel, settle) -> None:
    words = "\u202e\x07" + "e\u0301" * 50 + "👨‍👩‍👧‍👦" * 20

    panel.add_lines([line(0, words)], has_more=False)
    settle()

    assert "\u202e" not in panel.list.text.get("1.0", "end")


def test_what_was_searched_before_goes_as_one_types_again(panel, settle) -> None:
    panel.fill("kettle")
    panel.open(PanelTab.SEARCH)
    settle()

    press(panel, settle, "<t>")

    assert panel.text() == "t"


def test_whoever_has_gone_on_elsewhere_is_led_nowhere(panel, place, told, settle):
    panel.add_lines([line(0)], has_more=False)
    elsewhere = tk.Entry(place)
    elsewhere.pack()
    settle()
    elsewhere.focus_set()

    panel.go_to_chosen()

    assert told == []

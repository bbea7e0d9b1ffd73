"""The parts of the chat window, side by side and folded."""

import pytest

from chatapp.models.entities import NoticeAction, PanelTab, RoomKind, Tone
from chatapp.views.chat_view import ChatView


def resize(view: ChatView, size: str, settle) -> None:
    view.winfo_toplevel().geometry(size)
    settle()
    settle()
    view.winfo_toplevel().focus_force()
    settle()


def press(view: ChatView, key: str, settle) -> None:
    (view.focus_get() or view).event_generate(key)
    settle()


def panes(view: ChatView) -> list:
    return [
        view.rooms.rail.canvas,
        view.transcript.text,
        view.composer.entry,
        view.roster.canvas,
        view.status.palette,
    ]


def test_all_parts_stand_side_by_side_in_a_wide_window(view):
    assert all(part.winfo_viewable() for part in panes(view))
    assert not view.header.rooms.winfo_ismapped()


def test_below_900_pixels_the_rails_are_folded_away(view, settle):
    resize(view, "880x600", settle)

    assert not view.rooms.winfo_viewable()
    assert not view.roster.winfo_viewable()
    assert view.header.rooms.winfo_viewable()


def test_what_waits_in_a_folded_rail_is_seen_at_its_button(view, settle):
    resize(view, "480x400", settle)

    view.header.show_waiting(2)
    some = view.header.rooms.cget("text"), view.header.rooms.tip
    view.header.show_waiting(0)

    assert some == ("2", "Show the rooms: 2 for you")
    assert view.header.rooms.cget("text") == ""


def test_a_folded_rail_comes_over_the_page_and_goes_again(view, settle):
    resize(view, "480x400", settle)

    view.header.rooms.invoke()
    settle()
    over = view.rooms.winfo_viewable(), view.focus_get()
    view.header.rooms.invoke()
    settle()

    assert over == (True, view.rooms.rail.canvas)
    assert not view.rooms.winfo_viewable()
    assert view.focus_get() is view.composer.entry


def test_choosing_a_room_folds_the_rail_away_again(view, settle):
    chosen = []
    view.rooms.on_select = chosen.append
    resize(view, "480x400", settle)
    view.header.rooms.invoke()
    settle()

    press(view, "<Down>", settle)
    press(view, "<Return>", settle)

    assert chosen == ["#design"]
    assert not view.rooms.winfo_viewable()


def test_people_can_be_hidden_in_a_wide_window(view, settle):
    view.header.people.invoke()
    settle()
    hidden = not view.roster.winfo_viewable()
    view.header.people.invoke()
    settle()

    assert hidden
    assert view.roster.winfo_viewable()


def test_the_panel_stands_in_place_of_the_people(view, settle):
    view.panel.open(PanelTab.SEARCH)
    settle()
    open_then = (view.panel.winfo_viewable(), view.roster.winfo_viewable())
    press(view, "<Escape>", settle)

    assert open_then == (1, 0)
    assert (view.panel.winfo_viewable(), view.roster.winfo_viewable()) == (0, 1)
    assert view.focus_get() is view.composer.entry


def test_in_a_narrow_window_the_panel_comes_over_the_page(view, settle):
    resize(view, "480x400", settle)

    view.panel.open(PanelTab.SEARCH)
    settle()

    assert view.panel.winfo_viewable()
    assert view.focus_get() is view.panel.field.entry
    assert view.panel.winfo_rootx() >= view.winfo_rootx()


def test_unfolding_brings_both_rails_back(view, settle):
    resize(view, "600x500", settle)
    resize(view, "1100x700", settle)

    assert view.rooms.winfo_viewable()
    assert view.roster.winfo_viewable()


def test_the_composer_is_there_in_the_smallest_window(view, settle):
    resize(view, "480x400", settle)

    bottom = view.composer.winfo_rooty() + view.composer.winfo_height()
    assert bottom <= view.winfo_rooty() + view.winfo_height()
    assert view.transcript.winfo_height() > 80


def test_f6_goes_through_the_panes_and_back(view, settle):
    view.composer.take_focus()
    settle()
    forth = []

    for _ in range(5):
        press(view, "<F6>", settle)
        forth.append(view.focus_get())
    press(view, "<Shift-F6>", settle)

    order = panes(view)
    assert forth == [*order[3:], *order[:3]]
    assert view.focus_get() is view.transcript.text


def test_f6_leaves_out_what_is_folded_away(view, settle):
    resize(view, "600x500", settle)
    view.composer.take_focus()
    settle()

    press(view, "<F6>", settle)

    assert view.focus_get() is view.status.palette


def test_escape_leads_back_to_the_composer(view, settle):
    view.rooms.rail.canvas.focus_force()
    settle()

    press(view, "<Escape>", settle)

    assert view.focus_get() is view.composer.entry


def test_escape_first_answers_a_question(view, settle):
    answers = []
    view.composer.ask("Send them?", "Send", lambda: answers.append("yes"))
    settle()

    press(view, "<Escape>", settle)

    assert answers == []
    assert view.composer._question is None
    assert view.focus_get() is view.composer.entry


@pytest.mark.parametrize("key", ["<Control-r>", "<Control-R>"])
def test_control_r_rolls_wherever_the_focus_is(main_window, view, settle, key):
    rolled = []
    main_window.bind_chat_keys({"Mod-r": lambda: rolled.append(1)})
    view.composer.entry.focus_force()
    settle()

    press(view, key, settle)

    assert rolled == [1]


def test_the_header_names_the_room_and_offers_what_can_be_done(view, settle):
    done = []
    view.header.on_topic = lambda: done.append("topic")
    view.header.on_leave = lambda: done.append("leave")
    view.header.show_room("design", "Pixels", RoomKind.CHANNEL, leave=True, topic=True)
    settle()

    view.header.topic.invoke()
    view.header.leave.invoke()

    assert str(view.header._title.cget("text")) == "design"
    assert done == ["topic", "leave"]


def test_a_long_topic_ends_with_dots_where_the_room_for_it_ends(view, settle):
    topic = "about the harbour, the film and the cables " * 6
    view.header.show_room("design", topic, RoomKind.CHANNEL, leave=True, topic=True)
    settle()
    label = view.header._subtitle

    shown = str(label.cget("text"))

    assert shown.endswith("…")
    assert topic.startswith(shown[:-1])
    assert view._look.fonts.width("ChatSmall", shown) <= label.winfo_width()


def test_what_cannot_be_done_is_absent(view, settle):
    view.header.show_room("Ada", "", RoomKind.DIRECT, leave=False, topic=False)
    settle()

    absent = (view.header.topic, view.header.leave, view.header.people)
    assert not any(button.winfo_ismapped() for button in absent)


def test_what_is_typed_after_a_click_into_the_messages_is_written_in_the_box(
    view, settle
):
    view.transcript.text.focus_force()
    settle()

    for key in "hi":
        press(view, f"<{key}>", settle)

    assert view.composer.text().strip() == "hi"
    assert view.focus_get() is view.composer.entry


def test_what_is_held_over_the_conversation_shows_where_it_goes(view, settle):
    view.composer.show_placeholder("Message #lobby")
    sign, box = view._drop_sign, view.composer._box

    view.drop.on_hover(True)
    settle()
    held = [str(it.cget("text")) for it in (sign._title, sign._text)]
    is_seen = [bool(sign._frame.winfo_viewable()), box.instate(["active"])]
    view.drop.on_hover(False)
    settle()

    assert held == ["Message #lobby", "Let go to put it into your message"]
    assert is_seen == [True, True]
    assert not sign._frame.winfo_viewable()
    assert not box.instate(["active"])


def test_shift_tab_leads_from_the_box_to_the_messages_whatever_stands_between(
    view, settle
):
    view.notices.show("left", "You left.", Tone.INFO, NoticeAction("Join", view.bell))
    view.purpose.show("Reply to Ann", "Hello", "Give it up")
    view.composer.take_focus()
    settle()

    press(view, "<Shift-Tab>", settle)

    assert view.focus_get() is view.transcript.text


def test_a_click_on_a_button_leaves_the_keyboard_with_who_writes(view, settle):
    view.composer.take_focus()
    pressed = []
    view.header.on_people = lambda: pressed.append(1)
    settle()

    for event in ("<Enter>", "<Button-1>", "<ButtonRelease-1>"):
        view.header.people.event_generate(event, x=4, y=4)
    settle()

    assert pressed == [1]
    assert view.focus_get() is view.composer.entry

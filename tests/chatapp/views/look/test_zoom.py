import tkinter as tk
from collections.abc import Iterator

import pytest

from chatapp.controllers.look.palette_names import parse_name
from chatapp.controllers.look.palettes import make_palette
from chatapp.models.entities import PanelTab
from chatapp.views.chat_view import ChatView
from chatapp.views.emoji.emoji_picker import EmojiPicker
from chatapp.views.look.followers import Followers
from chatapp.views.look.scale import ZOOMS, nearest_zoom, next_zoom
from tests.chatapp.views.content import fill
from tests.chatapp.views.messages import messages
from tests.chatapp.views.waiting import wait_until

OTHER = make_palette(parse_name("rose-lark"))


@pytest.fixture
def view(main_window, settle) -> Iterator[ChatView]:
    view = main_window.open_chat()
    fill(view)
    main_window.chat.geometry("1180x760+0+0")
    settle()
    main_window.chat.focus_force()
    settle()
    yield view
    main_window.close_chat()
    main_window.on_zoom = lambda _zoom: None
    main_window.zoom_to(1.0)


def press(view: ChatView, key: str, settle) -> None:
    view.composer.entry.focus_force()
    settle()
    view.composer.entry.event_generate(f"<Control-{key}>")
    settle()


def settled(view: ChatView) -> None:
    wait_until(view, lambda: not view.transcript._settling.goes_on)
    view.update()


# -- steps -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zoom", "step"), [(0, 0.7), (1.04, 1.0), (1.9, 2.0), (9, 2.0)]
)
def test_any_zoom_that_was_kept_becomes_one_of_the_steps(zoom, step):
    assert nearest_zoom(zoom) == step


def test_steps_lead_from_70_to_200_percent_and_no_further():
    assert next_zoom(1.0, 1) == 1.1
    assert next_zoom(1.0, -20) == ZOOMS[0] == 0.7
    assert next_zoom(1.0, 20) == ZOOMS[-1] == 2.0


# -- the keys --------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["plus", "equal", "KP_Add"])
def test_a_key_makes_everything_larger(main_window, view, settle, key):
    told = []
    main_window.on_zoom = told.append

    press(view, key, settle)

    assert told == [1.1] == [main_window.look.scale.zoom]


@pytest.mark.parametrize("key", ["minus", "KP_Subtract"])
def test_a_key_makes_everything_smaller(main_window, view, settle, key):
    told = []
    main_window.on_zoom = told.append

    press(view, key, settle)

    assert told == [0.9]


@pytest.mark.parametrize("key", ["Key-0", "KP_0"])
def test_a_key_leads_back_to_the_usual_size(main_window, view, settle, key):
    told = []
    main_window.look.zoom(1.5)
    main_window.on_zoom = told.append

    press(view, key, settle)

    assert told == [1.0]


def test_at_the_last_step_nothing_happens(main_window, view, settle):
    told = []
    main_window.look.zoom(2.0)
    main_window.on_zoom = told.append

    press(view, "plus", settle)

    assert told == []


# -- what becomes larger ---------------------------------------------------------------


def test_fonts_rails_paddings_and_pictures_grow_alike(view, look, settle):
    before = sizes(view, look)

    look.zoom(2.0)
    settle()

    assert sizes(view, look) == [2 * size for size in before]


def sizes(view: ChatView, look) -> list[int]:
    lead = view.transcript.text.image_names()[0]
    picture = view.transcript.text.image_cget(lead, "image")
    return [
        look.px(15),
        int(str(view._left.cget("width"))),
        int(str(view.composer._box.cget("padding")[0])),
        int(view.tk.call("image", "height", view.header._photo)),
        int(view.tk.call("image", "width", picture)),
    ]


def test_back_at_the_usual_size_everything_is_as_it_was(view, look, settle):
    settled(view)
    before = geometry(view)

    for zoom in (2.0, 0.7, 1.25, 1.0):
        look.zoom(zoom)
        settle()
        settled(view)

    assert geometry(view) == before


def geometry(view: ChatView) -> dict[str, tuple[str, str]]:
    return {
        str(widget): (widget.winfo_geometry(), str(widget.winfo_ismapped()))
        for widget in descendants(view)
        if widget.winfo_ismapped()
    }


def descendants(widget: tk.Misc) -> Iterator[tk.Misc]:
    for child in widget.winfo_children():
        yield child
        yield from descendants(child)


def test_a_roll_keeps_the_zoom(view, look, settle):
    look.zoom(1.5)
    look.wear(OTHER)
    settle()

    rolled = sizes(view, look)
    look.zoom(1.5)

    assert rolled == sizes(view, look)
    assert look.scale.zoom == 1.5


def test_rails_fold_when_they_would_leave_no_room(view, look, settle):
    look.zoom(1.5)
    settle()
    folded = view.folded

    look.zoom(1.0)
    settle()

    assert (folded, view.folded) == (True, False)


# -- where the reader is ---------------------------------------------------------------


def test_the_end_stays_in_view_at_every_zoom(view, look, settle):
    view.transcript.splice(0, 6, messages(200))
    view.transcript.scroll_to_end()
    settle()
    ends = []

    for zoom in (1.5, 2.0, 0.7, 1.0):
        look.zoom(zoom)
        settled(view)
        ends.append(view.transcript.text.dlineinfo("end-1c") is not None)

    assert all(ends)


def test_the_line_at_the_top_stays_there(view, look, settle):
    view.transcript.splice(0, 6, messages(200))
    settle()
    view.transcript.text.yview_moveto(0.5)
    settle()
    before = view.transcript.rows.at("@0,0").message.key

    look.zoom(1.25)
    settled(view)

    assert view.transcript.rows.at("@0,0").message.key == before


# -- the sign-in window ----------------------------------------------------------------


def test_the_sign_in_window_grows_as_far_as_the_screen_allows(main_window, settle):
    main_window.open_sign_in()
    settle()

    main_window.zoom_to(2.0)
    settle()
    window = main_window.sign_in
    bottom = window.winfo_y() + window.winfo_height()

    assert main_window.look.scale.zoom > 1.0
    assert window.winfo_height() <= window.winfo_screenheight()
    assert bottom <= window.winfo_screenheight()
    main_window.close_sign_in()
    main_window.zoom_to(1.0)


# -- what has gone ---------------------------------------------------------------------


def test_a_zoom_reaches_everything_after_an_emoji_was_picked_and_a_search(
    main_window, view, look, settle
):
    picker = EmojiPicker(main_window.chat, look, "Search", "Nothing")
    picker.open()
    settle()
    picker.close()
    view.panel.open(PanelTab.SEARCH)
    view.panel.show_note("nothing found")
    view.panel.open(PanelTab.PINNED)
    view.panel.show_note("")
    settle()
    before = view.composer.send_button.winfo_reqheight()

    main_window.zoom_to(1.5)
    settle()

    assert view.composer.send_button.winfo_reqheight() > before


def test_a_packed_widget_that_is_not_shown_takes_no_place_at_a_zoom(place, look):
    frame = tk.Frame(place)
    hidden, shown = tk.Label(frame), tk.Label(frame)
    hidden.pack()
    shown.pack()
    look.space(hidden, pady=4)
    hidden.pack_forget()

    look.scale.resize()

    assert hidden.winfo_manager() == ""


def test_nobody_is_told_whose_widget_has_gone(place):
    followers, told = Followers(), []
    gone, stays = tk.Frame(place), tk.Frame(place)
    followers.add(gone, lambda: told.append("gone"))
    followers.add(stays, lambda: told.append("stays"))
    gone.bind("<Destroy>", lambda _event: None)  # in place of what Followers bound
    gone.destroy()
    told.clear()

    followers.call()

    assert told == ["stays"]

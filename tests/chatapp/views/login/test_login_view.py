import pytest

from chatapp.models.entities import Field, SignInForm
from chatapp.views.login_view import LoginView
from tests.chatapp.views.login.forms import FORM, NO_ANSWER, entry


def press(view: LoginView, key: str, settle) -> None:
    view.focus_get().event_generate(key)
    settle()


def test_the_form_is_given_back_as_it_was_filled_in(view):
    assert view.form() == FORM


def test_what_is_typed_is_what_is_given(view, settle):
    entry(view, Field.USERNAME).delete(0, "end")
    entry(view, Field.USERNAME).insert(0, "  ada ")

    assert view.form().username == "  ada "


def test_the_cursor_stands_where_the_controller_wants_it(view, settle):
    view.show_form(FORM, Field.USERNAME)
    settle()

    assert view.focus_get() is entry(view, Field.USERNAME)


def test_tab_walks_the_fields_in_their_order_and_then_the_button(view, settle):
    view.show_password(True)
    view.show_at_start(False)
    settle()
    walked = []

    for _ in range(7):
        walked.append(view.focus_get())
        press(view, "<<NextWindow>>", settle)

    buttons = [view.ways.at_start, view.ways.account, view.sign_in]
    assert walked == [entry(view, field) for field in Field] + buttons


def test_the_box_about_the_next_starts_tells_how_it_is_ticked_and_can_go(view, settle):
    chosen = []
    view.on_at_start = chosen.append
    for is_on in (False, True):
        view.show_at_start(is_on)
        view.ways.at_start.invoke()
    settle()
    was_there = view.ways.at_start.winfo_ismapped()

    view.show_at_start(None)
    settle()

    assert chosen == [True, False]
    assert was_there
    assert not view.ways.at_start.winfo_ismapped()


@pytest.mark.parametrize("name", ["sign_in", "host", "fields"])
def test_on_a_low_screen_the_part_with_the_focus_is_in_sight(view, settle, name):
    view.pack_forget()
    view.place(x=0, y=0, width=480, height=240)
    fields = view.fields[Field.ADDRESS].entry
    parts = {"sign_in": view.sign_in, "host": view.offer.button, "fields": fields}
    widget = parts[name]

    widget.focus_force()
    settle()

    top = widget.winfo_rooty() - view.winfo_rooty()
    assert 0 <= top <= 240 - widget.winfo_height()


@pytest.mark.parametrize("field", list(Field)[:3])
def test_enter_signs_in_from_every_field(view, settle, field):
    signed_in = []
    view.on_sign_in = signed_in.append
    entry(view, field).focus_force()

    press(view, "<Return>", settle)

    assert signed_in == [FORM]


@pytest.mark.parametrize("key", ["<space>", "<Return>"])
def test_space_and_enter_press_the_button(view, settle, key):
    signed_in = []
    view.on_sign_in = signed_in.append
    view.sign_in.focus_force()

    press(view, key, settle)

    assert signed_in == [FORM]


def test_an_empty_address_shows_an_example_until_something_is_typed(view, settle):
    view.show_form(SignInForm("", "6667", "noor"), Field.ADDRESS)
    settle()
    example = view.fields[Field.ADDRESS]._example
    empty = example.winfo_ismapped()

    entry(view, Field.ADDRESS).insert(0, "1")
    settle()

    assert empty
    assert not example.winfo_ismapped()


def test_the_window_grows_with_what_it_has_to_say(view, place, settle):
    place.geometry("480x430")
    settle()

    view.show_problems({None: NO_ANSWER, **dict.fromkeys(list(Field)[:3], "Wrong.")})
    settle()
    settle()

    assert place.winfo_height() >= view.sheet.winfo_height()


def test_while_it_tries_the_fields_rest_and_there_is_a_way_out(view, settle):
    cancelled = []
    view.on_cancel = lambda: cancelled.append(1)

    view.show_progress("Connecting …")
    settle()
    view.cancel.invoke()

    assert cancelled == [1]
    assert entry(view, Field.ADDRESS).instate(["disabled"])
    assert view.focus_get() is view.cancel
    assert not view.sign_in.winfo_ismapped()


def test_escape_gives_up_a_sign_in_but_closes_nothing_else(view, settle):
    cancelled = []
    view.on_cancel = lambda: cancelled.append(1)

    view.escape()
    idle = list(cancelled)
    view.show_progress("Connecting …")
    view.escape()

    assert (idle, cancelled) == ([], [1])


def test_nothing_is_sent_twice_while_it_tries(view, settle):
    signed_in = []
    view.on_sign_in = signed_in.append
    view.show_progress("Connecting …")

    view.sign_in.invoke()

    assert signed_in == []


def test_when_it_is_done_the_fields_are_back_as_they_were(view, settle):
    view.show_progress("Connecting …")
    view.show_progress(None)
    settle()

    assert view.form() == FORM
    assert entry(view, Field.ADDRESS).instate(["!disabled"])
    assert view.sign_in.winfo_ismapped()
    assert not view.cancel.winfo_ismapped()


def test_a_password_is_asked_for_only_when_it_is_needed_and_never_shown(view, settle):
    before = view.fields[Field.PASSWORD].winfo_ismapped()

    view.show_password(True)
    settle()

    assert not before
    assert view.fields[Field.PASSWORD].winfo_ismapped()
    assert str(entry(view, Field.PASSWORD).cget("show")) == "•"


def test_a_chat_can_be_started_here(view, settle):
    started = []
    view.on_host = lambda: started.append(1)

    view.offer.button.invoke()

    assert started == [1]


def test_who_cannot_connect_is_offered_to_find_out_why(view, settle):
    asked = []
    view.on_find_out = lambda: asked.append("why")
    view.show_find_out(True)
    settle()

    view.ways.find_out.invoke()
    view.show_find_out(False)
    settle()

    assert asked == ["why"]
    assert not view.ways.find_out.winfo_ismapped()


def test_a_port_that_is_held_cannot_be_written(view, settle):
    port = entry(view, Field.PORT)
    port.focus_force()

    view.hold(Field.PORT, True)
    settle()
    port.event_generate("<Key>", keysym="9")
    held = view.text_in(Field.PORT)
    view.hold(Field.PORT, False)
    port.event_generate("<Key>", keysym="9")

    assert held == "6667"
    assert view.text_in(Field.PORT) != held


def test_an_address_that_changes_is_told_and_the_port_can_be_shown(view, settle):
    told = []
    view.on_address = told.append

    entry(view, Field.ADDRESS).insert("end", ":7000")
    view.put_text(Field.PORT, "7000")

    assert told == ["chat.example.org:7000"]
    assert (view.text_in(Field.PORT), view.form().port) == ("7000", "7000")


def test_a_port_is_held_also_after_a_sign_in_that_failed(view):
    view.hold(Field.PORT, True)

    view.show_progress("Connecting …")
    view.show_progress(None)

    assert entry(view, Field.PORT).instate(["disabled"])
    assert entry(view, Field.USERNAME).instate(["!disabled"])

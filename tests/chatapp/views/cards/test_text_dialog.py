"""A card that asks for one line of text, in a real window."""

import pytest

from chatapp.views.windows.keys import sequences


@pytest.fixture
def ask(main_window, settle):
    main_window.open_chat()
    settle()
    main_window.chat.focus_force()
    asked: list[str] = []

    def on_text(text: str) -> str | None:
        asked.append(text)
        return None if text.startswith("#") else "A room's name begins with #."

    main_window.ask_text(
        title="Join a room",
        label="Room",
        initial="#lobby",
        action="Join",
        on_text=on_text,
        hint="A room that is not there yet is made.",
    )
    settle()
    yield main_window.dialog, asked
    main_window.close_chat()


def test_the_dialog_asks_with_a_text_to_begin_with(ask):
    dialog, _ = ask

    assert dialog.field.text == "#lobby"
    assert dialog.focus_get() is dialog.field.entry


def test_enter_gives_the_text_and_closes(ask, settle):
    dialog, asked = ask

    dialog.field.entry.event_generate("<Return>")
    settle()

    assert asked == ["#lobby"]
    assert not dialog.winfo_exists()


def test_a_refused_text_is_told_why_and_may_be_put_right(ask, settle):
    dialog, asked = ask
    dialog.field.text = "lobby"

    dialog.submit()
    problem = dialog.field.problem
    dialog.field.text = "#lobby"
    dialog.submit()

    assert problem == "A room's name begins with #."
    assert asked == ["lobby", "#lobby"]
    assert not dialog.winfo_exists()


def test_escape_closes_the_dialog_and_asks_nothing(ask, settle):
    dialog, asked = ask

    dialog.field.entry.event_generate("<Escape>")
    settle()

    assert asked == []
    assert not dialog.winfo_exists()


def test_tab_stays_inside_the_dialog(ask, settle):
    dialog, _ = ask
    seen = []

    for _ in range(3):
        dialog.focus_get().event_generate("<Tab>")
        settle()
        seen.append(dialog.focus_get())

    assert seen == [dialog.cancel, dialog.action, dialog.field.entry]


def test_shift_tab_goes_back_wherever_its_name_is_that_of_tab(ask, settle):
    dialog, _ = ask

    dialog.field.entry.event_generate("<Shift-Tab>")
    settle()

    assert dialog.focus_get() is dialog.action
    # X11 has no Tab with Shift that could be pressed: it gives that another name.
    assert all(map(dialog.field.entry.bind, sequences("Shift-Tab")))


@pytest.mark.parametrize("key", ["Control-Tab", "Control-Shift-Tab"])
def test_tab_with_control_leads_nowhere_from_the_line(main_window, ask, settle, key):
    dialog, _ = ask
    main_window.bind_chat_keys({})

    for sequence in sequences(key):
        dialog.field.entry.event_generate(sequence)
        settle()

    assert dialog.focus_get() is dialog.field.entry


def test_asking_again_takes_the_place_of_the_first_dialog(main_window, ask, settle):
    first, _ = ask

    main_window.ask_text(
        title="Topic",
        label="Topic",
        initial="",
        action="Set",
        on_text=lambda _text: None,
    )
    settle()

    assert not first.winfo_exists()
    assert main_window.dialog.winfo_exists()


def test_something_else_can_be_wanted_than_what_is_asked(main_window, settle):
    main_window.open_chat()
    settle()
    wanted = []
    main_window.ask_text(
        title="Your username",
        label="Username",
        initial="noor",
        action="Change",
        on_text=lambda _text: None,
        other="Use it on another computer",
        on_other=lambda: wanted.append(1),
    )
    settle()
    dialog = main_window.dialog

    dialog.other.invoke()

    assert wanted == [1]
    assert not dialog.winfo_exists()
    main_window.close_chat()


def test_a_card_that_grows_stays_where_it_begins_until_it_would_be_cut(ask, settle):
    dialog, _asked = ask
    before = dialog.winfo_rooty(), dialog.field.entry.winfo_rooty()

    dialog.field.show_problem("This is wrong. " * 20)
    settle()
    grown = dialog.winfo_rooty(), dialog.field.entry.winfo_rooty()
    dialog.field.show_problem("This is wrong. " * 500)
    settle()

    assert grown == before
    assert dialog.winfo_rooty() < before[0]


def test_in_a_window_of_another_height_a_card_stands_in_its_middle_again(
    ask, main_window, settle
):
    dialog, _asked = ask
    main_window.chat.geometry("900x900")
    settle()
    settle()

    middle = dialog.winfo_y() + dialog.winfo_height() / 2
    assert abs(middle - 0.42 * 900) <= 2


@pytest.fixture
def topic(main_window, settle):
    """Give a card whose text begins with a picture."""
    main_window.open_chat()
    settle()
    main_window.chat.focus_force()
    main_window.ask_text(
        title="Topic of #otters",
        label="Topic",
        initial="🎉 for otters",
        action="Set",
        on_text=lambda _text: None,
    )
    settle()
    yield main_window.dialog
    main_window.close_chat()


def test_emoji_in_the_text_are_pictures(topic):
    assert topic.field.entry.pictured() == ["🎉"]
    assert topic.field.text == "🎉 for otters"


def test_an_emoji_that_is_written_becomes_a_picture(topic, settle):
    topic.field.entry.insert("end", " 👍🏽")
    settle()

    assert topic.field.entry.pictured() == ["🎉", "👍🏽"]
    assert topic.field.text == "🎉 for otters 👍🏽"


def test_what_is_typed_takes_the_place_of_what_stood_there(topic, settle):
    topic.field.entry.event_generate("<n>")
    settle()

    assert topic.field.text == "n"


@pytest.mark.parametrize("key", ["<Control-i>", "<Control-I>", "<Control-o>"])
def test_no_key_writes_a_tab_or_a_line_into_it(topic, settle, key):
    topic.field.entry.event_generate(key)
    settle()

    assert topic.field.text == "🎉 for otters"


def test_several_lines_become_one(topic, settle):
    topic.field.text = ""
    topic.field.entry.insert("end", "one\n  two\nthree")
    settle()

    assert topic.field.text == "one two three"


def press(topic, settle, *events: str) -> list[str]:
    """Press keys in the line; give what stands there after each."""
    texts = []
    for event in events:
        topic.field.entry.event_generate(event)
        settle()
        texts.append(topic.field.text)
    return texts


def test_what_is_typed_is_undone_and_done_again_emoji_included(topic, settle):
    texts = press(topic, settle, "<n>", "<<Undo>>", "<<Redo>>", "<<Undo>>", "<<Undo>>")

    assert texts == ["n", "🎉 for otters", "n", *["🎉 for otters"] * 2]
    assert topic.field.entry.pictured() == ["🎉"]


def test_lines_that_were_pasted_are_undone_in_one_go(topic, settle):
    topic.field.entry.insert("end", "\nand\nseals")
    settle()

    texts = press(topic, settle, "<<Undo>>", "<<Redo>>")

    assert texts == ["🎉 for otters", "🎉 for otters and seals"]


def test_what_stood_in_the_line_before_its_text_does_not_come_back(topic, settle):
    topic.field.text = "otters"
    settle()

    assert press(topic, settle, "<<Undo>>") == ["otters"]


def test_what_is_wrong_goes_with_the_next_letter(topic, settle):
    topic.field.show_problem("This is wrong.")
    wrong = topic.field._box.instate(["invalid"])

    topic.field.entry.insert("end", "!")
    settle()

    assert (wrong, topic.field._box.instate(["invalid"])) == (True, False)

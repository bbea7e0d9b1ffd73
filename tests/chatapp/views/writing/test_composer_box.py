"""The box to write in, by keyboard and by mouse."""

import pytest

from chatapp.views.writing.composer_box import ComposerBox


@pytest.fixture
def box(place, look, settle) -> ComposerBox:
    composer = ComposerBox(place, look)
    composer.pack(fill="x")
    settle()
    composer.entry.focus_force()
    settle()
    return composer


def press(box: ComposerBox, key: str, settle) -> None:
    box.focus_get().event_generate(key)
    settle()


def test_enter_sends_what_is_written(box, settle):
    sent = []
    box.on_send = sent.append
    box.show_text("hello\nworld")

    press(box, "<Return>", settle)

    assert sent == ["hello\nworld"]
    assert box.text() == "hello\nworld"


def test_what_blanks_mean_is_not_for_the_box_to_know(box, settle):
    sent = []
    box.on_send = sent.append
    box.show_text(" \n ")

    press(box, "<Return>", settle)

    assert sent == [" \n "]


def test_up_in_an_empty_box_goes_to_what_one_said_last(box, settle):
    asked = []
    box.on_edit_last = lambda: not asked.append("last")

    press(box, "<Up>", settle)
    box.show_text("half a thought")
    press(box, "<Up>", settle)

    assert asked == ["last"]


def test_shift_enter_begins_a_new_line(box, settle):
    sent = []
    box.on_send = sent.append
    box.show_text("hello")

    press(box, "<Shift-Return>", settle)

    assert (box.text(), sent) == ("hello\n", [])


def test_the_button_sends_too(box):
    sent = []
    box.on_send = sent.append
    box.show_text("hello")

    box.send_button.invoke()

    assert sent == ["hello"]


def test_each_change_is_told_once(box, settle):
    told = []
    box.on_change = told.append

    box.entry.insert("end", "a")
    settle()
    box.entry.insert("end", "b")
    settle()

    assert told == ["a", "ab"]


def test_the_box_grows_with_its_text_up_to_six_lines(box, settle):
    heights = []

    for lines in (1, 3, 6, 20):
        box.show_text("\n".join("x" * lines))
        settle()
        heights.append(int(box.entry.cget("height")))

    assert heights == [1, 3, 6, 6]


def test_a_long_line_that_wraps_makes_it_grow(box, settle):
    box.show_text("word " * 60)
    settle()

    assert int(box.entry.cget("height")) > 1


def test_the_placeholder_is_there_while_nothing_is_written(box, settle):
    box.show_placeholder("Message #lobby")
    settle()
    empty = box._placeholder.winfo_ismapped()

    box.show_text("x")
    settle()

    assert empty
    assert not box._placeholder.winfo_ismapped()


def test_tab_completes_the_word_before_the_cursor(box, settle):
    asked = []

    def complete(text: str, cursor: int):
        asked.append((text, cursor))
        return "🙂 Kofi: and more", 8

    box.on_complete = complete
    box.show_text("🙂 Ko and more")
    box.entry.fill("🙂 Ko and more", 4)

    press(box, "<Tab>", settle)

    assert asked == [("🙂 Ko and more", 4)]
    assert (box.text(), box.entry.cursor()) == ("🙂 Kofi: and more", 8)


def test_tab_goes_on_where_there_is_nothing_to_complete(box, settle):
    press(box, "<Tab>", settle)

    assert box.focus_get() is box.marks_button


def test_the_button_beside_it_has_an_emoji_picked(box, settle):
    asked = []
    box.on_emoji = lambda: asked.append("emoji")
    box.show_text("hello")

    box.emoji_button.invoke()
    box.insert("🎉")
    settle()

    assert asked == ["emoji"]
    assert box.text() == "hello🎉"


def test_whoever_presses_the_emoji_button_goes_on_writing_in_the_box(box, settle):
    box.emoji_button.focus_force()
    settle()

    box.emoji_button.invoke()
    settle()

    assert box.focus_get() is box.entry


def test_the_history_of_what_was_written_is_gone_through(box, settle):
    steps = []

    def recall(step: int, text: str) -> str | None:
        steps.append((step, text))
        return "earlier" if step < 0 else None

    box.on_history = recall
    box.show_text("now")

    press(box, "<Control-Up>", settle)
    press(box, "<Control-Down>", settle)

    assert steps == [(-1, "now"), (1, "earlier")]
    assert box.text() == "earlier"


def test_a_question_is_answered_with_yes(box, settle):
    answers = []
    box.show_text("many lines")
    box.ask("Send 7 messages?", "Send them", lambda: answers.append("yes"))
    settle()

    press(box, "<space>", settle)

    assert answers == ["yes"]
    assert box._question is None
    assert box.focus_get() is box.entry


def test_escape_keeps_what_is_written(box, settle):
    answers = []
    box.show_text("many lines")
    box.ask("Send 7 messages?", "Send them", lambda: answers.append("yes"))
    settle()

    press(box, "<Escape>", settle)

    assert (answers, box._question, box.text()) == ([], None, "many lines")


@pytest.mark.parametrize("change", ["type", "show"])
def test_a_question_about_other_words_is_none(box, settle, change):
    box.show_text("many lines")
    box.ask("Send 7 messages?", "Send them", lambda: None)
    settle()
    asked = box._question

    if change == "type":
        box.insert("!")
    else:
        box.show_text("of another room")
    settle()

    assert asked is not None
    assert box._question is None


def test_a_second_question_takes_the_place_of_the_first(box, settle):
    box.ask("One?", "Yes", lambda: None)
    first = box._question
    box.ask("Two?", "Yes", lambda: None)
    settle()

    assert not first.winfo_exists()


@pytest.mark.parametrize("text", ["👩‍👩‍👧‍👦" * 200, "\u0301" * 500, "x" * 20_000, "𝓗𒀀"])
def test_any_text_can_be_written(box, settle, text):
    box.show_text(text)
    settle()

    assert box.text() == text
    assert box.entry.cursor() == len(text)


def test_emoji_in_the_placeholder_are_pictures(box, settle):
    box.show_placeholder("Message #otters🎉")
    settle()

    [canvas] = box._placeholder.winfo_children()
    kinds = [canvas.type(it) for it in canvas.find_all()]
    assert canvas.winfo_ismapped()
    assert kinds == ["text", "image"]


def test_a_click_on_a_picture_in_the_placeholder_leads_to_the_box(box, place, settle):
    box.show_placeholder("🎉")
    box.send_button.focus_force()
    settle()

    box._placeholder.winfo_children()[0].event_generate("<Button-1>", x=3, y=3)
    settle()

    assert box.focus_get() is box.entry

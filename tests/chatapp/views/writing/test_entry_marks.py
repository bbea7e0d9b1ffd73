import pytest

from chatapp.views.writing.composer_box import ComposerBox


@pytest.fixture
def box(place, look, settle) -> ComposerBox:
    composer = ComposerBox(place, look)
    composer.pack(fill="x")
    composer.entry.focus_force()
    settle()
    return composer


def press(box: ComposerBox, key: str, settle) -> None:
    box.entry.event_generate(key)
    settle()


def select(box: ComposerBox, first: str, last: str) -> None:
    box.entry.tag_add("sel", first, last)


@pytest.mark.parametrize(
    ("key", "marked"),
    [
        ("<Control-b>", "say **this** now"),
        ("<Control-i>", "say *this* now"),
        ("<Control-Shift-X>", "say ~~this~~ now"),
        ("<Control-e>", "say `this` now"),
    ],
)
def test_a_key_marks_what_is_selected_and_takes_that_back(box, settle, key, marked):
    box.show_text("say this now")
    select(box, "1.4", "1.8")

    press(box, key, settle)
    once = box.text()
    press(box, key, settle)

    assert once == marked
    assert box.text() == "say this now"
    assert box.entry.get("sel.first", "sel.last") == "this"


def test_blanks_at_the_edges_stay_outside_of_the_marks(box, settle):
    box.show_text("say this now")
    select(box, "1.3", "1.9")

    press(box, "<Control-b>", settle)

    assert box.text() == "say **this** now"


def test_italic_and_bold_go_together_and_apart(box, settle):
    box.show_text("say **this** now")
    select(box, "1.6", "1.10")

    press(box, "<Control-i>", settle)
    both = box.text()
    press(box, "<Control-b>", settle)

    assert (both, box.text()) == ("say ***this*** now", "say *this* now")


def test_marks_that_are_selected_too_are_taken_away(box, settle):
    box.show_text("say **this** now")
    select(box, "1.4", "1.12")

    press(box, "<Control-b>", settle)

    assert box.text() == "say this now"


def test_with_nothing_selected_one_writes_between_the_marks_and_then_on(box, settle):
    press(box, "<Control-b>", settle)
    box.entry.insert("insert", "bold")
    press(box, "<Control-b>", settle)
    box.entry.insert("insert", " and not")

    assert box.text() == "**bold** and not"


def test_each_of_several_lines_gets_its_own_marks(box, settle):
    box.show_text("one\n\ntwo three")
    select(box, "1.0", "3.3")

    press(box, "<Control-b>", settle)

    assert box.text() == "**one**\n\n**two** three"


def test_several_lines_of_code_get_a_fence(box, settle):
    box.show_text("x = 1\nprint(x)")
    select(box, "1.0", "2.8")

    press(box, "<Control-e>", settle)

    assert box.text() == "```\nx = 1\nprint(x)\n```"


def test_what_was_marked_can_be_undone_at_once(box, settle):
    box.show_text("say this now")
    select(box, "1.4", "1.8")

    press(box, "<Control-b>", settle)
    box.entry.event_generate("<<Undo>>")

    assert box.text() == "say this now"


def test_the_button_offers_it_all_by_mouse(box, settle):
    box.show_text("say this now")
    select(box, "1.4", "1.8")

    box.marks_button.menu.invoke("Bold")

    assert box.text() == "say **this** now"
    assert box.entry.focus_get() is box.entry


def test_lines_become_a_quote(box, settle):
    box.show_text("one\ntwo\nthree")
    select(box, "1.1", "2.2")

    box.marks_button.menu.invoke("Quote")

    assert box.text() == "> one\n> two\nthree"

"""Words that are underlined in the box, and its menu."""

import tempfile

import pytest

from chatapp.views.transcript.stipples import has_stipples
from chatapp.views.windows.keys import MENU_CLICKS
from chatapp.views.writing.composer_box import ComposerBox


@pytest.fixture
def box(place, look, settle) -> ComposerBox:
    composer = ComposerBox(place, look)
    composer.pack(fill="x")
    settle()
    composer.entry.focus_force()
    settle()
    return composer


@pytest.fixture
def popped(box, mocker):
    return mocker.patch.object(box.menu.menu, "tk_popup")


def marked(box: ComposerBox) -> list[str]:
    ranges = [str(it) for it in box.entry.tag_ranges("misspelled")]
    places = zip(ranges[::2], ranges[1::2], strict=True)
    return [box.entry.contents(start, end) for start, end in places]


def entries(box: ComposerBox) -> list[str]:
    menu = box.menu.menu
    count = menu.index("end") + 1
    kinds = [(place, menu.type(place)) for place in range(count)]
    return [menu.entrycget(at, "label") for at, kind in kinds if kind == "command"]


def test_words_are_marked_where_they_stand(box):
    box.show_text("a\n\U0001d11e helo \U0001f600 wrld")

    box.spelling.mark([(1, 2, 6), (1, 9, 13)])

    assert marked(box) == ["helo", "wrld"]


def test_new_marks_take_the_place_of_the_old_ones(box):
    box.show_text("helo wrld")

    box.spelling.mark([(0, 0, 4)])
    box.spelling.mark([(0, 5, 9)])

    assert marked(box) == ["wrld"]


def drawn_with(box: ComposerBox, option: str) -> str:
    return str(box.entry.tag_cget("misspelled", option))


def test_the_line_has_a_colour_that_can_be_read_in_every_palette(box, look):
    assert drawn_with(box, "underlinefg") == look.palette.danger_text


def test_the_line_is_a_wave_where_tk_can_draw_one(box, look):
    is_wave = has_stipples(box)

    assert drawn_with(box, "background") == (
        look.palette.danger_text if is_wave else ""
    )
    assert bool(drawn_with(box, "bgstipple")) is is_wave
    assert drawn_with(box, "underline") == str(int(not is_wave))


def test_a_wave_that_cannot_be_drawn_is_a_line(box, look, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))

    look.wear(look.palette)

    assert drawn_with(box, "underline") == "1"
    assert drawn_with(box, "background") == drawn_with(box, "bgstipple") == ""


def test_nothing_is_left_of_the_waves_of_earlier_palettes(
    box, look, monkeypatch, tmp_path
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    look.wear(look.palette)

    assert list(tmp_path.iterdir()) == []


def test_the_cursor_is_told_in_characters_of_the_text(box):
    box.show_text("one\n\U0001f600 two")

    assert box.spelling.written() == ("one\n\ufffc two", 1, 5)


def test_keys_and_changes_are_told(box, settle):
    told = []
    box.spelling.on_edited = lambda: told.append(1)

    box.entry.event_generate("<KeyRelease-Left>")
    box.entry.insert("end", "a")
    settle()

    assert len(told) == 2


def test_the_menu_of_a_marked_word_offers_what_may_be_meant(box, popped, settle):
    box.show_text("helo you")
    box.spelling.mark([(0, 0, 4)])
    box.spelling.on_suggest = lambda word, then: then([f"{word}!", "hello"])
    settle()
    x, y, _width, _height = box.entry.bbox("1.1")

    box.entry.event_generate(MENU_CLICKS[0], x=x, y=y + 4)

    assert entries(box)[:3] == ["helo!", "hello", "Add “helo” to the dictionary"]
    assert popped.called


def test_a_word_that_is_chosen_takes_the_place_of_the_wrong_one(box, popped):
    box.show_text("oh helo you")
    box.spelling.mark([(0, 3, 7)])
    box.spelling.on_suggest = lambda _word, then: then(["hello"])
    box.entry.mark_set("insert", "1.7")

    box.entry.event_generate("<Shift-F10>")
    box.menu.menu.invoke(0)

    assert box.text() == "oh hello you"
    assert box.entry.cursor() == 8


def test_a_word_can_be_learned_by_key(box, popped):
    learned = []
    box.show_text("helo")
    box.spelling.mark([(0, 0, 4)])
    box.spelling.on_suggest = lambda _word, then: then([])
    box.spelling.on_learn = learned.append

    box.entry.event_generate("<Shift-F10>")
    box.menu.menu.invoke("Add “helo” to the dictionary")

    assert entries(box)[0] == "No word is similar"
    assert learned == ["helo"]


def test_a_right_click_in_the_empty_box_opens_the_menu(box, popped, settle):
    settle()

    box._placeholder.event_generate(MENU_CLICKS[0], x=3, y=3)

    popped.assert_called_once()


def test_where_nothing_is_marked_the_menu_has_the_clipboard(box, popped):
    box.show_text("fine")
    box.entry.tag_add("sel", "1.0", "1.2")

    box.entry.event_generate("<Shift-F10>")
    box.menu.menu.invoke("Cut")

    assert entries(box)[:4] == ["Cut", "Copy", "Paste", "Select all"]
    assert box.text() == "ne"
    assert box.clipboard_get() == "fi"


def test_a_word_that_has_changed_meanwhile_stays(box, popped):
    box.show_text("helo")
    box.spelling.mark([(0, 0, 4)])
    word = box.spelling.word_at("1.1")
    box.show_text("other")

    box.spelling.replace(word, "hello")

    assert box.text() == "other"


@pytest.mark.parametrize("which", ["menu", "marks_button"])
def test_a_file_can_be_chosen_in_both_menus(box, popped, which):
    chosen = []
    box.menu.on_insert_file = lambda: chosen.append(which)
    box.entry.event_generate("<Shift-F10>")

    getattr(box, which).menu.invoke("Insert a file…")

    assert chosen == [which]


def test_what_stands_before_the_cursor_is_told(box):
    box.show_text("one\ntwo \U0001f600")

    assert box.before_cursor() == "two \U0001f600"


def test_of_very_many_words_only_the_first_are_marked(box):
    box.show_text("ab " * 300)

    box.spelling.mark([(0, 3 * at, 3 * at + 2) for at in range(300)])

    assert marked(box) == ["ab"] * 100


def test_marks_that_are_right_already_are_left_alone(box, mocker):
    box.show_text("helo wrld")
    box.spelling.mark([(0, 0, 4), (0, 5, 9)])
    remove = mocker.spy(box.entry, "tag_remove")

    box.spelling.mark([(0, 0, 4), (0, 5, 9)])

    remove.assert_not_called()

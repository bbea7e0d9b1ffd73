import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from chatapp.views.transcript import right_to_left
from chatapp.views.transcript.rich_text import bare, plain
from chatapp.views.transcript.right_to_left import (
    begins_right,
    is_right_to_left,
    join_letters,
    turned,
    visual_order,
)

HELLO, WORLD = "שלום", "עולם"


@pytest.fixture(autouse=True)
def as_on_x11(monkeypatch):
    monkeypatch.setattr(right_to_left, "IS_NEEDED_HERE", True)


def test_hebrew_is_turned_and_latin_is_not():
    assert turned(HELLO) == HELLO[::-1]
    assert turned("hello, world") == "hello, world"


def test_words_of_both_directions_stand_as_one_reads_them():
    assert turned(f"{HELLO} abc {WORLD}") == f"{WORLD[::-1]} abc {HELLO[::-1]}"
    assert turned(f"abc {HELLO} {WORLD} def") == (
        f"abc {WORLD[::-1]} {HELLO[::-1]} def"
    )


def test_numbers_stay_and_brackets_are_mirrored():
    assert turned(f"{HELLO} (12)") == f"(12) {HELLO[::-1]}"


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        (f"{HELLO} (test) abc", f"abc (test) {HELLO[::-1]}"),
        (f"{HELLO} (a [1] b) abc", f"abc (a [1] b) {HELLO[::-1]}"),
        (f"abc ({HELLO}) {WORLD}", f"abc ({HELLO[::-1]}) {WORLD[::-1]}"),
        (f"abc {WORLD} ({HELLO})", f"abc ({HELLO[::-1]}) {WORLD[::-1]}"),
        (f"{HELLO} a(b{WORLD}) c", f"c ({WORLD[::-1]}b)a {HELLO[::-1]}"),
        (f"{HELLO} () abc", f"abc () {HELLO[::-1]}"),
        (f"{HELLO} )a(", f")a( {HELLO[::-1]}"),
        (f"{HELLO} (a]", f"[a) {HELLO[::-1]}"),
    ],
)
def test_both_brackets_of_a_pair_go_the_same_way(said, drawn):
    assert turned(said) == drawn


def test_arabic_letters_take_the_forms_that_they_have_beside_each_other():
    assert join_letters("بيت") == "\ufe91\ufef4\ufe96"
    assert turned("بيت") == "\ufe96\ufef4\ufe91"


def test_no_word_becomes_a_sign_that_fonts_do_not_have():
    assert "\ufdf2" not in join_letters("الله")


def test_points_are_left_out():
    assert join_letters("שָׁלוֹם") == "שלום"


def test_the_first_letter_decides_where_a_text_begins():
    assert begins_right(f"12, {HELLO} abc")
    assert not begins_right(f"abc {HELLO}")
    assert not begins_right("12")


def test_each_character_tells_where_it_was():
    assert visual_order("aשל", from_right=False) == [("a", 0), ("ל", 2), ("ש", 1)]


def test_labels_are_turned_but_not_what_is_only_compared():
    assert plain(f"\x02{HELLO}\x02") == HELLO[::-1]
    assert bare(f"\x02{HELLO}\x02") == HELLO


def test_where_the_system_does_it_nothing_is_turned(monkeypatch):
    monkeypatch.setattr(right_to_left, "IS_NEEDED_HERE", False)

    assert turned(HELLO) == HELLO
    assert not is_right_to_left(HELLO)


def test_without_the_libraries_a_text_stays_as_it_is(monkeypatch):
    monkeypatch.setattr(right_to_left, "_algorithm", lambda: None)
    monkeypatch.setattr(right_to_left, "_reshaper", lambda: None)

    assert turned(HELLO) == HELLO


@given(st.text(alphabet="אבגدبي abc12()[].\u0301", max_size=40))
def test_nothing_is_lost_by_turning(text):
    order = visual_order(text, from_right=begins_right(text))

    assert sorted(place for _character, place in order) == list(range(len(text)))


@given(st.text(alphabet="אבabبد12 .()[]", max_size=14), st.booleans())
def test_texts_are_turned_as_the_librarys_whole_algorithm_has_it(text, from_right):
    one_sided = str.maketrans(")]", "([")  # it mirrors nothing, and tells no places
    order = visual_order(text, from_right=from_right)

    drawn = "".join(character for character, _place in order)

    expected = get_display(text, base_dir="LR"[from_right])
    assert drawn.translate(one_sided) == expected.translate(one_sided)


@given(st.text(max_size=60))
def test_any_text_can_be_turned(text):
    order = visual_order(f"\u05d0{text}", from_right=True)

    assert sorted(place for _character, place in order) == list(range(len(text) + 1))


@pytest.mark.parametrize(
    "strange",
    [
        "\u0378",
        "\ufffe",
        "\U000e0001",
        "\U0001fffe",
        "\ud800",
        "\u202e",
        "\u2066",
        "\x1c",
    ],
)
def test_characters_that_unicode_does_not_have_yet_stay_where_they_are(strange):
    order = visual_order(f"a{strange}\u05d0", from_right=False)

    assert order == [("a", 0), (strange, 1), ("\u05d0", 2)]

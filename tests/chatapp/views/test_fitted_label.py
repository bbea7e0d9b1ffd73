import pytest

from chatapp.views.fitted_label import FittedLabel

WORDS = "a name that is longer than there is room for, whatever one does"


@pytest.fixture
def label(place, look, settle) -> FittedLabel:
    label = FittedLabel(place, look, "PageSmall.TLabel", look.fonts.small)
    label.place(x=0, y=0, width=200)
    settle()
    return label


def shown(label: FittedLabel) -> str:
    return str(label.cget("text"))


def test_what_fits_is_shown_as_it_is(label):
    label.show("a name")

    assert shown(label) == "a name"


def test_emoji_are_named_as_a_label_has_no_pictures(label, look, monkeypatch):
    monkeypatch.setattr(look, "spell_emoji", lambda text: text.replace("👍", ":+1:"))

    label.show("well done 👍")

    assert shown(label) == "well done :+1:"


def test_what_does_not_fit_ends_with_dots(label, look):
    label.show(WORDS)

    assert shown(label).endswith("…")
    assert WORDS.startswith(shown(label)[:-1])
    assert look.fonts.width(look.fonts.small, shown(label)) <= 200


def test_with_more_room_more_is_shown(label, settle):
    label.show(WORDS)

    label.place(width=700)
    settle()

    assert shown(label) == WORDS


def test_a_larger_zoom_leaves_room_for_less(label, look):
    label.show(WORDS)
    before = shown(label)

    look.zoom(1.5)
    after = shown(label)
    look.zoom(1.0)

    assert len(after) < len(before)
    assert shown(label) == before


def test_several_lines_become_one(label):
    label.show("a\nname")

    assert shown(label) == "a name"

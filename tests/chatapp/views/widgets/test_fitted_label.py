import pytest

from chatapp.views.widgets.fitted_label import FittedLabel

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


@pytest.fixture
def spelled(look, monkeypatch):
    monkeypatch.setattr(look, "spell_emoji", lambda text: text.replace("👍", ":+1:"))


def drawn(label: FittedLabel) -> list[str]:
    """Give the kinds of what is drawn over a label, in their order."""
    canvases = [it for it in label.winfo_children() if it.winfo_ismapped()]
    return [canvas.type(it) for canvas in canvases for it in canvas.find_all()]


@pytest.mark.usefixtures("spelled")
def test_emoji_are_pictures_and_the_label_says_their_names(label, settle):
    label.show("well done 👍")
    settle()

    assert shown(label) == "well done :+1:"
    assert drawn(label) == ["text", "image"]


@pytest.mark.usefixtures("spelled")
def test_a_line_without_emoji_is_the_label_s_own_again(label, settle):
    label.show("well done 👍")
    settle()
    label.show("well done")
    settle()

    assert drawn(label) == []


@pytest.mark.usefixtures("spelled")
def test_emoji_that_cannot_be_drawn_are_named(label, look, settle, monkeypatch):
    monkeypatch.setattr(look.emoji, "has", lambda _emoji, _size: False)

    label.show("well done 👍")
    settle()

    assert (shown(label), drawn(label)) == ("well done :+1:", [])


@pytest.mark.usefixtures("spelled")
def test_what_is_pressed_over_an_emoji_is_the_label(label, settle):
    pressed = []
    label.bind("<Button-1>", pressed.append)
    label.show("👍")
    settle()

    label.winfo_children()[0].event_generate("<Button-1>", x=3, y=3)

    assert len(pressed) == 1


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

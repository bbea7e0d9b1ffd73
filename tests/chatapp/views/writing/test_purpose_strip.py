"""The strip over the box that says what the next message is for."""

import pytest

from chatapp.views.chat_view import ChatView


@pytest.fixture
def view(place, look, settle) -> ChatView:
    view = ChatView(place, look)
    view.pack(fill="both", expand=True)
    settle()
    return view


@pytest.fixture
def given_up(view) -> list[str]:
    given_up: list[str] = []
    view.purpose.on_end = lambda: given_up.append("end")
    view.purpose.show("Replying to Ada", "tea?", "Do not reply (Esc)")
    return given_up


def test_it_stands_between_the_messages_and_the_box(view, given_up, settle):
    settle()

    strip, box = view.purpose, view.composer
    assert strip.winfo_ismapped()
    assert strip.winfo_rooty() + strip.winfo_height() <= box.winfo_rooty()
    assert view.transcript.winfo_rooty() < strip.winfo_rooty()


def test_it_goes_when_there_is_nothing_to_say(view, given_up, settle):
    view.purpose.hide()
    settle()

    assert not view.purpose.winfo_ismapped()


def test_its_cross_gives_it_up(view, given_up):
    view.purpose._cross.invoke()

    assert given_up == ["end"]


def test_escape_in_the_box_gives_it_up_and_elsewhere_leads_to_the_box(
    view, given_up, settle
):
    view.transcript.text.focus_force()
    settle()
    view.escape()
    settle()
    before = list(given_up)

    view.escape()

    assert before == []
    assert given_up == ["end"]


def test_emoji_in_its_words_are_pictures(view, settle):
    view.purpose.show("Replying to Ada", "tea 🍵 and 🎉?", "Do not reply (Esc)")
    settle()

    [canvas] = view.purpose._words.winfo_children()
    kinds = [canvas.type(it) for it in canvas.find_all()]
    assert kinds == ["text", "image", "text", "image", "text"]

"""The card of completions: it offers, and leaves the keyboard where it is."""

import pytest

from chatapp.models.entities import Suggestion, SuggestionKind
from chatapp.views.windows.keys import sequences
from chatapp.views.writing.completion_card import CompletionCard
from chatapp.views.writing.composer_box import ComposerBox

PEOPLE = [Suggestion(SuggestionKind.PERSON, nick, nick) for nick in ("Ada", "Adele")]
MANY = [
    Suggestion(SuggestionKind.EMOJI, f":e{at}:", chr(0x1F600 + at)) for at in range(20)
]


@pytest.fixture
def box(place, look, settle) -> ComposerBox:
    composer = ComposerBox(place, look)
    composer.pack(side="bottom", fill="x")
    settle()
    composer.entry.focus_force()
    settle()
    return composer


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def card(box, look, told) -> CompletionCard:
    card = CompletionCard(box.entry, look)
    card.on_write = lambda text, cursor: told.append((text, cursor))
    card.on_choose = lambda suggestion: told.append(suggestion.text)
    return card


def press(card: CompletionCard, settle, *keys: str) -> None:
    for key in keys:
        card.focus_get().event_generate(key)
        settle()


def test_each_key_that_writes_is_told_with_the_cursor(card, told, settle) -> None:
    press(card, settle, "<a>", "<b>")

    assert told == [("a", 1), ("ab", 2)]


def test_what_was_put_into_the_box_opens_nothing(card, box, told, settle) -> None:
    box.show_text("@a")
    settle()

    assert told == []


def test_arrows_choose_and_tab_takes(card, told, settle) -> None:
    card.show_suggestions(PEOPLE, written=1, enter_takes=False)

    press(card, settle, "<Down>", "<Tab>")

    assert told == ["Adele"]


def test_enter_takes_where_it_may_or_where_somebody_chose(
    card, box, told, settle
) -> None:
    box.on_send = lambda text: told.append(f"sent {text}")
    box.show_text("/me")
    settle()

    card.show_suggestions(PEOPLE, written=1, enter_takes=False)
    press(card, settle, "<Return>")
    card.show_suggestions(PEOPLE, written=1, enter_takes=False)
    press(card, settle, "<Up>", "<Return>")

    assert told == ["sent /me", "Adele"]


def test_the_card_goes_when_enter_or_the_button_sends(card, box, settle) -> None:
    box.show_text("/msg")
    settle()
    card.show_suggestions(PEOPLE, written=4, enter_takes=False)

    press(card, settle, "<Return>")
    after_enter = card.winfo_ismapped()
    card.show_suggestions(PEOPLE, written=4, enter_takes=False)
    settle()
    box.send_button.event_generate("<Button-1>")
    settle()

    assert (after_enter, card.winfo_ismapped()) == (False, False)


def test_escape_dismisses_and_goes_no_further(card, place, told, settle) -> None:
    place.bind("<Escape>", lambda _event: told.append("window"))
    card.on_dismiss = lambda: told.append("dismissed")
    card.show_suggestions(PEOPLE, written=1, enter_takes=True)

    press(card, settle, "<Escape>")

    assert told == ["dismissed"]


def test_a_click_takes_the_row_under_it(card, told, look, settle) -> None:
    card.show_suggestions(PEOPLE, written=1, enter_takes=True)
    settle()

    card.canvas.event_generate("<Button-1>", x=20, y=look.px(34 + 10))
    settle()

    assert told == ["Adele"]


def test_the_keyboard_stays_in_the_box(card, box, settle) -> None:
    card.show_suggestions(MANY, written=2, enter_takes=True)
    settle()

    assert card.winfo_ismapped()
    assert card.focus_get() is box.entry


def test_more_than_fit_are_scrolled_to(card, told, settle) -> None:
    card.show_suggestions(MANY, written=2, enter_takes=True)

    press(card, settle, *["<Down>"] * 12, "<Tab>")

    assert told == [MANY[12].text]


def test_the_card_goes_when_the_keyboard_goes_elsewhere(card, box, settle) -> None:
    card.show_suggestions(PEOPLE, written=1, enter_takes=True)
    settle()

    box.send_button.focus_force()
    settle()

    assert not card.winfo_ismapped()
    assert not card._suggestions


def test_shift_and_tab_take_nothing_on_any_system(card, box) -> None:
    """X11 has a name of its own for them, so they cannot be pressed as elsewhere."""
    taken = box.entry.bind_class(f"Completion{box.entry}", "<Tab>")
    bound = {
        box.entry.bind_class(f"Completion{box.entry}", sequence)
        for sequence in sequences("Shift-Tab")
    }

    assert all(bound)
    assert taken not in bound

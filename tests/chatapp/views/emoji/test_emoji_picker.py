"""The emoji picker's card, by keyboard and by mouse."""

import pytest

from chatapp.models.entities import Emoji, EmojiGroup
from chatapp.views.emoji.emoji_entry import EmojiEntry
from chatapp.views.emoji.emoji_grid import CELL
from chatapp.views.emoji.emoji_picker import EmojiPicker
from tests.chatapp.views.cards.fitting import what_is_wrong
from tests.chatapp.views.waiting import wait_until

FACES = tuple(Emoji(chr(0x1F600 + at), f"face{at}") for at in range(20))
BEASTS = tuple(Emoji(chr(0x1F400 + at), f"beast{at}") for at in range(200))
GROUPS = [EmojiGroup("Faces", "😀", FACES), EmojiGroup("Beasts", "🐀", BEASTS)]


@pytest.fixture
def picked() -> list[str]:
    return []


@pytest.fixture
def picker(place, look, settle, picked) -> EmojiPicker:
    card = EmojiPicker(place, look, "Search", "Nothing")
    card.on_pick = picked.append
    card.show_groups(GROUPS)
    card.open()
    settle()
    card.field.entry.focus_force()
    settle()
    return card


def press(picker: EmojiPicker, settle, *keys: str) -> None:
    for key in keys:
        picker.field.entry.event_generate(key)
    settle()


def test_enter_takes_the_first_and_the_card_goes(picker, picked, settle) -> None:
    press(picker, settle, "<Return>")

    assert picked == [FACES[0].text]
    assert not picker.winfo_exists()


def test_arrows_go_from_row_to_row_and_from_group_to_group(
    picker, picked, settle
) -> None:
    press(picker, settle, "<Right>", "<Down>", "<Down>", "<Down>", "<Return>")

    assert picked == [BEASTS[1].text]


def test_with_shift_the_card_stays_for_another(picker, picked, settle) -> None:
    press(picker, settle, "<Shift-Return>", "<Right>", "<Return>")

    assert picked == [FACES[0].text, FACES[1].text]


def test_tab_goes_to_the_next_group(picker, picked, settle) -> None:
    press(picker, settle, "<Tab>", "<Return>")

    assert picked == [BEASTS[0].text]


def test_escape_gives_the_card_up(picker, picked, settle) -> None:
    press(picker, settle, "<Escape>")

    assert (picked, bool(picker.winfo_exists())) == ([], False)


def test_a_click_takes_what_is_under_the_pointer(picker, picked, look, settle) -> None:
    picker.show_found(FACES)
    canvas = picker.grid_of_emoji.canvas

    x, y = look.px(CELL * 2.5), look.px(CELL * 1.5)
    canvas.event_generate("<Button-1>", x=x, y=y)
    settle()

    assert picked == [FACES[11].text]


def test_a_click_beside_the_card_gives_it_up(picker, place, picked, settle) -> None:
    place.event_generate("<Button-1>", x=2, y=2)
    settle()

    assert (picked, bool(picker.winfo_exists())) == ([], False)


def test_only_the_rows_that_are_seen_are_drawn(picker) -> None:
    images = [
        item
        for item in picker.grid_of_emoji.canvas.find_all()
        if picker.grid_of_emoji.canvas.type(item) == "image"
    ]

    assert 40 < len(images) < 100


def test_what_one_types_is_searched(picker, settle) -> None:
    asked: list[str] = []
    picker.on_search = asked.append

    picker.field.fill("heart")
    picker.show_found([])
    settle()

    assert asked == ["heart"]
    assert picker._nothing.winfo_ismapped()


def test_by_key_the_card_stands_over_the_box(place, look, settle) -> None:
    box = EmojiEntry(place, look)
    box.pack(side="bottom", fill="x")
    settle()
    box.focus_force()
    settle()
    card = EmojiPicker(place, look, "Search", "Nothing")
    card.show_groups(GROUPS)

    card.open()
    settle()

    bottom = card.winfo_rooty() + card.winfo_height()
    assert box.winfo_rooty() - look.px(40) < bottom <= box.winfo_rooty()


def test_a_tone_is_chosen_by_a_click_and_by_key(picker, settle) -> None:
    chosen = []
    picker.show_tones([("none", "✋"), ("light", "✋🏻"), ("dark", "✋🏿")], "none")
    picker.on_tone = chosen.append
    settle()

    picker.tones.buttons["light"].invoke()
    press(picker, settle, "<Alt-Left>", "<Alt-Right>")

    assert chosen == ["light", "dark", "light"]


def test_the_chosen_tone_is_marked(picker, settle) -> None:
    tones = [("none", "✋"), ("dark", "✋🏿")]
    picker.show_tones(tones, "none")
    picker.show_tones(tones, "dark")
    settle()

    buttons = picker.tones.buttons
    marked = [key for key in buttons if buttons[key].instate(["selected"])]
    assert marked == ["dark"]


def test_a_long_name_leaves_room_for_the_tones(picker, settle) -> None:
    before = picker.winfo_reqwidth()
    picker.show_found([Emoji("🧑", "person_in_motorized_wheelchair_facing_right")])
    settle()

    assert picker.winfo_reqwidth() == before


@pytest.mark.parametrize("zoom", [1.5, 1.75])
@pytest.mark.parametrize("corner", [(2, 2), (478, 2), (2, 398), (478, 398)])
def test_in_the_smallest_window_the_card_is_whole_wherever_it_opens(
    main_window, place, look, settle, monkeypatch, zoom, corner
) -> None:
    main_window.zoom_to(zoom)
    place.geometry("480x400+0+0")
    wait_until(place, lambda: place.winfo_height() == 400)
    monkeypatch.setattr(EmojiPicker, "_anchor", lambda _card: corner)
    card = EmojiPicker(place, look, "Search", "Nothing")
    card.show_groups([EmojiGroup(f"Group {n}", "😀", FACES) for n in range(9)])
    card.show_tones([(str(n), "✋") for n in range(6)], "0")

    card.open()
    settle()
    settle()
    wrong = what_is_wrong(card)
    main_window.zoom_to(1.0)

    assert wrong == []

import gc
from unittest.mock import Mock

import pytest
from PIL import Image

from chatapp.views.emoji.emoji import EmojiArtist
from chatapp.views.emoji.emoji_photos import EmojiPhotos
from chatapp.views.look.pictures import Photo, Pictures
from tests.chatapp.views.waiting import wait_until

GROUND, INK, SIZE = "#102030", "#ffffff", 18
RED = Image.new("RGBA", (SIZE, SIZE), "#ff0000")


@pytest.fixture
def artist() -> Mock:
    drawn: set[str] = set()
    artist = Mock(spec=EmojiArtist)
    artist.has_drawn.side_effect = lambda sequence, _size: sequence in drawn
    artist.draw.side_effect = lambda sequence, _size: drawn.add(sequence) or RED
    return artist


@pytest.fixture
def photos(place, artist) -> EmojiPhotos:
    """Photos whose clock stands still: a turn once begun has time for everything."""
    return EmojiPhotos(place, Pictures(), artist, lambda: 1.0)


def middle(place, photo: Photo) -> str:
    pixel = place.tk.call(str(photo), "get", SIZE // 2, SIZE // 2)
    return "#" + "".join(f"{int(part):02x}" for part in place.tk.splitlist(pixel)[:3])


def test_in_a_turn_that_has_just_begun_an_emoji_is_drawn_at_once(place, photos):
    photos.begin()

    photo = photos.photo("🙂", SIZE, GROUND, INK)

    assert middle(place, photo) == "#ff0000"


def test_where_there_is_no_time_it_is_blank_and_painted_later(place, photos):
    photo = photos.photo("🙂", SIZE, GROUND, INK)
    at_first = middle(place, photo)

    wait_until(place, lambda: middle(place, photo) != at_first)

    assert at_first == GROUND
    assert middle(place, photo) == "#ff0000"


def test_the_same_picture_is_given_again_while_it_is_blank(photos):
    first = photos.photo("🙂", SIZE, GROUND, INK)

    assert photos.photo("🙂", SIZE, GROUND, INK) is first


def test_what_nobody_shows_any_more_is_not_painted(place, photos, artist):
    photo = photos.photo("🙂", SIZE, GROUND, INK)
    place.update_idletasks()
    photos._pictures.forget()

    del photo
    gc.collect()
    wait_until(place, lambda: photos._due is None)

    artist.draw.assert_not_called()


def test_an_emoji_of_several_parts_takes_the_room_it_needs(place, photos, artist):
    artist.draw.side_effect = lambda _sequence, _size: RED.resize((3 * SIZE, SIZE))
    photo = photos.photo("👩‍🚀", SIZE, GROUND, INK)

    wait_until(place, lambda: middle(place, photo) != GROUND)

    assert place.tk.call("image", "width", str(photo)) == 3 * SIZE


def test_what_no_font_has_becomes_a_sign(place, photos, artist):
    artist.draw.side_effect = lambda _sequence, _size: None
    photos.begin()

    photo = photos.photo("\U0001fae9", SIZE, GROUND, INK)

    assert (photo.width(), photo.height()) == (SIZE, SIZE)
    assert not photos.has("\U0001fae9", SIZE)


def test_what_is_not_drawn_yet_is_taken_for_a_picture(photos, artist):
    assert photos.has("🙂", SIZE)
    artist.draw.assert_not_called()

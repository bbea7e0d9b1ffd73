from pathlib import Path

import pytest

from chatapp.views.emoji.emoji import EmojiArtist, emoji_font_files

FONTS = [file for file in emoji_font_files() if file.is_file()]


@pytest.fixture(scope="module")
def artist() -> EmojiArtist:
    return EmojiArtist()


def test_the_system_has_a_colour_font_for_these_tests():
    assert FONTS


@pytest.mark.parametrize("sequence", ["🙂", "👋🏽", "👩‍🚀", "🇩🇪", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️", "1️⃣"])
def test_a_sequence_is_one_coloured_picture(artist, sequence):
    picture = artist.draw(sequence, 18)

    assert max(picture.size) == 18
    assert len(picture.getcolors(maxcolors=1000)) > 8


def test_a_sequence_that_the_font_does_not_join_is_drawn_as_its_parts(artist):
    picture = artist.draw("👋‍👋‍👋", 18)

    assert picture.width > 2.5 * picture.height


@pytest.mark.parametrize("family", ["👩‍👩‍👧", "👨‍👩‍👧", "👩‍👩‍👧‍👦"])
def test_a_family_has_colours_even_where_the_font_has_a_grey_sign_for_it(
    artist, family
):
    red, green, blue = artist.draw(family, 18).convert("RGB").split()

    assert red.tobytes() != green.tobytes()
    assert green.tobytes() != blue.tobytes()


def test_a_sign_whose_parts_are_grey_too_stays_one(artist):
    assert max(artist.draw("🏴‍☠️", 18).size) == 18


def test_a_picture_is_drawn_once(artist):
    assert artist.draw("🙂", 18) is artist.draw("🙂", 18)


def test_what_the_font_has_not_got_is_left_to_the_text(artist):
    assert artist.draw("\U0001faff", 18) is None


def test_without_a_colour_font_everything_is_left_to_the_text(tmp_path: Path):
    artist = EmojiArtist([tmp_path / "missing.ttf"])

    assert artist.draw("🙂", 18) is None


def test_a_file_that_is_no_font_is_passed_over(tmp_path: Path):
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"no font at all")

    artist = EmojiArtist([broken, *FONTS])

    assert artist.draw("🙂", 18) is not None


@pytest.mark.parametrize(
    "sequence", ["👩‍" * 12, "🏻" * 3, "\u200d", "\ufe0f", "🇦", "👩‍\u200d‍👩"]
)
def test_hostile_sequences_end_in_a_picture_of_a_line_or_in_none(artist, sequence):
    picture = artist.draw(sequence, 18)

    assert picture is None or 0 < picture.height <= 18


def test_a_font_tells_what_it_has_as_one_picture() -> None:
    artist = EmojiArtist()

    assert artist.has_whole("😀")
    assert artist.has_whole("👩‍🚀")
    assert not artist.has_whole("😀‍🚀")
    assert not artist.has_whole("\U0001fa8f\U0001fa8f")
    assert not EmojiArtist([]).has_whole("😀")

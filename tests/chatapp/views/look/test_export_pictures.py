"""Faces and emoji for pages are drawn as the window draws them."""

import io

import pytest
from PIL import Image

from chatapp.views.look.export_pictures import ExportPictures


@pytest.fixture
def pictures(look) -> ExportPictures:
    return ExportPictures(look)


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGBA")


def colours(png: bytes) -> set[tuple[int, ...]]:
    return {colour for _, colour in opened(png).getcolors(100_000)}


def test_a_face_is_a_person_s_own_and_clear_round_its_corners(pictures) -> None:
    noor, ada = pictures.face("noor"), pictures.face("ada")

    assert opened(noor).size == (80, 80)
    assert opened(noor).getpixel((0, 0))[3] == 0
    assert noor == pictures.face("noor")
    assert colours(noor) != colours(ada)


def test_every_second_part_of_a_text_is_an_emoji(pictures) -> None:
    parts = list(pictures.parts("a 🎉🎉 <b> 👩\u200d🚀"))

    assert parts == ["a ", "🎉", "", "🎉", " <b> ", "👩\u200d🚀", ""]


def test_an_emoji_is_drawn_in_its_colours(pictures) -> None:
    picture = opened(pictures.emoji("🎉"))

    assert picture.size == (48, 48)
    assert len(picture.getcolors(100_000)) > 20


def test_what_no_font_has_is_not_drawn(pictures) -> None:
    assert pictures.emoji("\U0010fffe") is None

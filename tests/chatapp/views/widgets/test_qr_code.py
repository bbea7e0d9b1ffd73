"""QR codes on the screen, scanned as a telephone does."""

import pytest
import zxingcpp
from PIL import Image, ImageTk

from chatapp.controllers.look.palette_names import parse_name
from chatapp.controllers.look.palettes import make_palette
from chatapp.views.widgets.qr_code import QUIET_MODULES, QrCode, modules_of

LINK = f"ircs://192.168.1.20:6667/#class?fp={'5f' * 32}&t=Ab_d-12efGh34ijkLmn56opq"


@pytest.fixture
def code(place, look):
    code = QrCode(place, look, 240)
    code.pack()
    return code


def picture_of(code: QrCode) -> Image.Image:
    return ImageTk.getimage(code._photo).convert("L")


def test_what_is_shown_can_be_scanned(code):
    code.show(LINK)

    assert [it.text for it in zxingcpp.read_barcodes(picture_of(code))] == [LINK]
    assert picture_of(code).width <= 240


def test_it_stays_dark_on_white_in_every_palette(code, look):
    palette = look.palette
    code.show(LINK)

    look.wear(make_palette(parse_name("amber-ibis")))
    scanned = zxingcpp.read_barcodes(picture_of(code))
    look.wear(palette)

    assert [it.text for it in scanned] == [LINK]
    assert picture_of(code).getpixel((0, 0)) == 255


def test_it_grows_with_the_window(code, look):
    code.show(LINK)
    before = picture_of(code).width

    look.zoom(2.0)
    after = picture_of(code).width
    look.zoom(1.0)

    assert after > before


def test_white_is_left_around_it():
    rows = modules_of(LINK)

    assert not any(any(row) for row in rows[:QUIET_MODULES])
    assert not any(any(row[:QUIET_MODULES]) for row in rows)


def test_nothing_is_shown_for_no_text(code):
    code.show(LINK)

    code.show("")

    assert code.text == ""
    assert code.cget("image") in ("", ())

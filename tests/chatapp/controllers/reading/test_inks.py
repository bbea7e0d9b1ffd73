import pytest

from chatapp.controllers.look.contrast import contrast
from chatapp.controllers.look.palette_names import parse_name
from chatapp.controllers.look.palettes import make_palette
from chatapp.controllers.reading.inks import fit_ink
from chatapp.wire.code_colors import COLORS
from tests.chatapp.controllers.hues import hue_of


@pytest.mark.parametrize("name", ["teal-otter", "teal-fox", "rose-bee", "rose-hare"])
def test_every_colour_of_the_codes_reads_on_every_ground_of_a_message(name):
    palette = make_palette(parse_name(name))
    grounds = [palette.page, palette.hover, palette.found, palette.mention]

    fitted = [fit_ink(color, grounds) for color in COLORS]

    assert min(contrast(ink, ground) for ink in fitted for ground in grounds) >= 4.5


def test_every_colour_of_the_codes_reads_on_every_other():
    weakest = min(
        contrast(fit_ink(ink, [ground]), ground)
        for ink in COLORS[:16]
        for ground in COLORS
    )

    assert weakest >= 4.5


def test_a_colour_that_reads_stays_as_it_is():
    assert fit_ink("#ff0000", ["#000000"]) == "#ff0000"


def test_a_colour_that_does_not_read_keeps_its_hue():
    fitted = fit_ink("#00007f", ["#101818"])

    assert fitted != "#00007f"
    assert hue_of(fitted) == pytest.approx(2 / 3, abs=0.01)

from collections.abc import Iterator
from functools import lru_cache
from math import dist
from random import Random

import pytest

from chatapp.controllers.look.contrast import BLACK, WHITE, luminance, ratio, shades
from chatapp.controllers.look.palette_names import (
    DAY,
    HUES,
    NIGHT,
    PaletteName,
    parse_name,
)
from chatapp.controllers.look.palettes import make_palette
from chatapp.controllers.look.strength import STRENGTHS, Strength
from chatapp.models.entities import Palette
from chatapp.models.settings.choices import Contrast
from tests.chatapp.controllers.hues import hue_of

SURFACES = (
    "page side side_hover card hover input mention code selected_row found".split()  # noqa: SIM905 - a row of words reads best
)
TEXTS = "muted accent link danger_text success_text warning_text".split()  # noqa: SIM905 - as above
FILLS = "primary secondary success info warning danger".split()  # noqa: SIM905 - as above
PLAIN_SURFACES = ("page", "side", "card", "hover", "input")
NAMES = [PaletteName(hue, animal) for hue in HUES for animal in (*NIGHT, *DAY)]
CHOSEN = Random(2).sample(NAMES, 10_000)

Pair = tuple[str, str, float]


def pairs(palette: Palette, strength: Strength) -> Iterator[Pair]:
    """Give each text, the ground it may stand on, and the contrast that needs."""
    yield from _texts(palette, strength)
    yield from _buttons(palette, strength)
    for ground in (palette.mention, palette.found):
        yield (ground, palette.page, 1.3)
    yield (palette.on_selection, palette.selection, strength.body)
    for avatar in palette.avatars:
        yield (palette.on_avatar, avatar, strength.text)
    for mark in (palette.online, palette.away, palette.offline):
        for ground in (palette.page, palette.side, palette.side_hover):
            yield (mark, ground, strength.mark)


def _texts(palette: Palette, strength: Strength) -> Iterator[Pair]:
    for surface in SURFACES:
        ground = getattr(palette, surface)
        yield (palette.text, ground, strength.body)
        for text in (*(getattr(palette, name) for name in TEXTS), *palette.people):
            yield (text, ground, strength.text)


def _buttons(palette: Palette, strength: Strength) -> Iterator[Pair]:
    for fill in (getattr(palette, name) for name in FILLS):
        for shade in shades(fill):
            yield (palette.on_accent, shade, strength.text)
        for surface in PLAIN_SURFACES:
            yield (fill, getattr(palette, surface), strength.text)
    for shade in (palette.primary_hover, palette.primary_pressed):
        yield (palette.on_accent, shade, strength.text)


@lru_cache(maxsize=200)
def level(color: str) -> float:
    """Give a colour's luminance; a ground is looked at many times."""
    return luminance(color)


def too_faint(
    name: PaletteName, choice: Contrast = Contrast.USUAL
) -> list[tuple[str, Pair]]:
    return [
        (str(name), pair)
        for pair in pairs(make_palette(name, choice), STRENGTHS[choice])
        if ratio(level(pair[0]), level(pair[1])) < pair[2]
    ]


@pytest.mark.parametrize("choice", [Contrast.HIGH, Contrast.PROJECTOR])
def test_stronger_palettes_reach_what_is_asked_of_them(choice):
    faint = [pair for name in CHOSEN[:60] for pair in too_faint(name, choice)]

    assert faint == []


@pytest.mark.parametrize("choice", [Contrast.HIGH, Contrast.PROJECTOR])
def test_the_lines_of_stronger_palettes_can_be_seen(choice):
    palettes = [make_palette(name, choice) for name in CHOSEN[:30]]

    assert [it for it in palettes if ratio(level(it.border), level(it.page)) < 3] == []


def test_what_is_projected_is_light():
    palette = make_palette(parse_name("teal-otter"), Contrast.PROJECTOR)

    assert not palette.dark


@pytest.mark.parametrize("start", range(0, 10_000, 500))
def test_ten_thousand_random_palettes_have_no_pair_under_its_contrast(start):
    faint = [pair for name in CHOSEN[start : start + 500] for pair in too_faint(name)]

    assert faint == []


def test_a_name_always_gives_the_same_palette_back():
    palette = make_palette(parse_name("teal-otter"))

    assert palette == make_palette(parse_name("teal-otter"))
    assert (palette.name, palette.page, palette.dark) == ("teal-otter", "#121c1c", True)


def test_what_mentions_one_is_not_taken_for_what_is_chosen():
    def parts(color: str) -> list[int]:
        return [int(color[at : at + 2], 16) for at in (1, 3, 5)]

    palettes = [make_palette(name) for name in CHOSEN[:200]]

    nearest = min(dist(parts(it.mention), parts(it.found)) for it in palettes)

    assert nearest > 12


def test_two_names_look_different():
    one, other = (make_palette(parse_name(name)) for name in ("teal-otter", "teal-fox"))

    assert one.page != other.page


def test_animals_of_the_night_are_dark_and_those_of_the_day_light():
    night, day = (make_palette(parse_name(f"rose-{who}")) for who in ("owl", "lark"))

    assert (night.dark, night.on_accent) == (True, BLACK)
    assert (day.dark, day.on_accent) == (False, WHITE)


@pytest.mark.parametrize("hue", HUES)
def test_the_first_word_tells_the_hue_honestly(hue):
    palette = make_palette(PaletteName(hue, "wren"))

    off = abs(hue_of(palette.primary) - PaletteName(hue, "wren").turn)

    assert min(off, 1 - off) < 0.025


def test_there_are_enough_names_and_none_stands_twice():
    assert len(NAMES) == len(set(NAMES)) > 10_000
    assert not set(NIGHT) & set(DAY)

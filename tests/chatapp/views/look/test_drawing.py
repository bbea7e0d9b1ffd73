import pytest

from chatapp.views.look import drawing

GROUND, FILL, INK = "#102030", "#40a060", "#ffffff"


def pixel(picture, x, y):
    return "#" + "".join(f"{part:02x}" for part in picture.getpixel((x, y))[:3])


def test_corners_show_the_ground_and_the_middle_the_fill():
    picture = drawing.rounded(40, 30, 10, FILL, GROUND)

    assert picture.size == (40, 30)
    assert (pixel(picture, 0, 0), pixel(picture, 20, 15)) == (GROUND, FILL)


def test_an_outline_runs_round_the_fill():
    picture = drawing.rounded(40, 30, 10, FILL, GROUND, outline="#ff0000", line=2)

    assert pixel(picture, 20, 0) == pixel(picture, 20, 1) == "#ff0000"
    assert pixel(picture, 20, 3) == FILL


def test_edges_have_no_colour_that_is_not_between_ground_and_fill():
    picture = drawing.rounded(24, 24, 8, "#e9ecf5", "#e9ecf5")

    assert picture.getcolors() == [(24 * 24, (0xE9, 0xEC, 0xF5))]


def test_without_a_ground_a_picture_is_see_through():
    picture = drawing.icon("hash", 16, FILL)

    assert picture.mode == "RGBA"
    assert picture.getpixel((0, 0))[3] == 0


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("ada", "Ad"),
        ("x", "X"),
        ("李雷", "李雷"),
        ("_-noor", "No"),
        ("🦊", ""),
        ("", ""),
    ],
)
def test_initials_are_the_first_letters(name, letters):
    assert drawing.initials(name) == letters


def test_a_small_avatar_has_one_letter():
    assert drawing.initials("ada", small=True) == "A"


@pytest.mark.parametrize("letters", ["Ad", "", "李雷", "\uffff"])
def test_every_name_gets_an_avatar_with_something_on_it(letters):
    picture = drawing.avatar(letters, 40, FILL, INK, GROUND)

    assert picture.size == (40, 40)
    assert (255, 255, 255) in [color for _, color in picture.getcolors(maxcolors=4000)]


def test_presence_is_a_dot_in_the_lower_corner():
    without = drawing.avatar("Ad", 40, FILL, INK, GROUND)
    present = drawing.avatar("Ad", 40, FILL, INK, GROUND, presence="#00ff00")

    assert pixel(present, 33, 33) == "#00ff00"
    assert pixel(present, 10, 10) == pixel(without, 10, 10)


def test_a_pill_is_as_wide_as_its_text():
    assert (
        drawing.pill("99+", 19, FILL, INK).width
        > drawing.pill("1", 19, FILL, INK).width
    )


def test_modules_are_squares_of_whole_pixels():
    picture = drawing.modules([[True, False], [False, True]], 41)

    assert picture.size == (40, 40)
    assert pixel(picture, 19, 19) == pixel(picture, 20, 20) == "#000000"
    assert pixel(picture, 20, 19) == pixel(picture, 19, 20) == "#ffffff"


def test_modules_are_drawn_also_where_there_is_no_room():
    assert drawing.modules([[True] * 30] * 30, 10).size == (30, 30)

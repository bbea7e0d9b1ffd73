from PIL import Image

from tools.pictures import is_at_rest, side_by_side

SCREEN = Image.new("RGB", (200, 100), "white")


def with_box(size: tuple[int, int]) -> Image.Image:
    changed = SCREEN.copy()
    changed.paste("black", (50, 50, 50 + size[0], 50 + size[1]))
    return changed


def test_a_screen_that_did_not_change_is_at_rest() -> None:
    assert is_at_rest(SCREEN, SCREEN.copy())


def test_a_blinking_cursor_leaves_a_screen_at_rest() -> None:
    assert is_at_rest(SCREEN, with_box((2, 20)))


def test_a_line_that_appears_does_not() -> None:
    assert not is_at_rest(SCREEN, with_box((100, 20)))


def test_pictures_stand_side_by_side_with_a_gap() -> None:
    whole = side_by_side([SCREEN, Image.new("RGB", (50, 120), "black")], gap=10)

    assert whole.size == (260, 120)
    assert whole.getpixel((210, 119)) == (0, 0, 0)

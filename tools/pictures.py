"""Takes pictures of virtual screens, once nothing moves on them any more."""

import time

from PIL import Image, ImageChops, ImageGrab

SECONDS_TO_WAIT = 20.0
SECONDS_BETWEEN = 0.4
A_BLINKING_CURSOR = 400  # pixels


def picture_of(display: str) -> Image.Image:
    """What the screen shows when it has come to rest, without its empty border."""
    deadline = time.monotonic() + SECONDS_TO_WAIT
    before = ImageGrab.grab(xdisplay=display)
    while time.monotonic() < deadline:
        time.sleep(SECONDS_BETWEEN)
        now = ImageGrab.grab(xdisplay=display)
        if now.getbbox() and is_at_rest(before, now):
            break
        before = now
    return before.crop(before.getbbox())


def is_at_rest(before: Image.Image, now: Image.Image) -> bool:
    """Whether no more than a cursor's blinking tells the two apart."""
    left, top, right, bottom = ImageChops.difference(before, now).getbbox() or (0,) * 4
    return (right - left) * (bottom - top) <= A_BLINKING_CURSOR


def side_by_side(pictures: list[Image.Image], gap: int = 16) -> Image.Image:
    """One picture of several."""
    width = sum(picture.width + gap for picture in pictures) - gap
    height = max(picture.height for picture in pictures)
    whole = Image.new("RGB", (width, height), "white")
    left = 0
    for picture in pictures:
        whole.paste(picture, (left, 0))
        left += picture.width + gap
    return whole

"""What is dragged out of a real file manager is dropped on the real window."""

import time

import pytest

from tests.desktop.conftest import Files
from tests.desktop.pointer import SECONDS_TO_WAIT, Place, Pointer
from tools.window import Window

pytestmark = pytest.mark.desktop

BOX, MESSAGES, HEADER = (900, 755), (900, 400), (1000, 150)


@pytest.fixture
def waiting(window: Window) -> Window:
    """Our window, as soon as it takes what is dropped."""
    deadline = time.monotonic() + SECONDS_TO_WAIT
    while not window.order("takes_drops"):
        assert time.monotonic() < deadline, "nothing can be dropped"
        time.sleep(0.05)
    return window


@pytest.mark.parametrize("place", [BOX, MESSAGES, HEADER])
def test_a_file_that_is_dropped_becomes_a_block_of_code(
    waiting: Window, files: Files, pointer: Pointer, place: Place
) -> None:
    file = files.add("notes.py", "print('dropped')\n")

    pointer.drag(file, place, lambda: waiting.shows("```python\nprint('dropped')\n"))


def test_a_file_is_found_whatever_its_name_is(
    waiting: Window, files: Files, pointer: Pointer
) -> None:
    file = files.add('Ärger {1} "100%" [a] $x.txt', "found\n")

    pointer.drag(file, BOX, lambda: waiting.shows("```\nfound\n```"))


def test_a_file_that_is_held_over_the_messages_shows_where_it_goes(
    waiting: Window, files: Files, pointer: Pointer
) -> None:
    file = files.add("notes.py", "print('dropped')\n")
    words = "Let go to put it into your message"

    pointer.hold(file, MESSAGES, lambda: waiting.shows(words))
    pointer.give_up()

    deadline = time.monotonic() + SECONDS_TO_WAIT
    while waiting.shows(words):
        assert time.monotonic() < deadline, "it is still said"
        time.sleep(0.05)

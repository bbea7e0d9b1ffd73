"""Spelling in a real window, with a dictionary of the system."""

import time

from tests.end_to_end.conftest import OpenWindow
from tools.window import Window

SECONDS = 30.0


def wait_for_misspelled(window: Window, *words: str) -> None:
    deadline = time.monotonic() + SECONDS
    while window.order("misspelled") != list(words):
        assert time.monotonic() < deadline, window.order("texts")


def test_wrong_words_are_underlined_while_one_writes(sign_in: OpenWindow) -> None:
    ada = sign_in("adaa")

    ada.order("paste", text="A lettter for adaa at `wrongg` www.exampel.org, quikly.")

    wait_for_misspelled(ada, "lettter", "quikly")

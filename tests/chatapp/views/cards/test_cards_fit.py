"""Every card in the smallest window with large letters: nothing cut, nothing hidden."""

import json
import subprocess
import sys

import pytest

from chatapp import language
from tests.chatapp.views.cards.every_card import (
    CARDS,
    USUAL,
    ZOOM,
    make_small,
    settle,
)
from tests.chatapp.views.cards.fitting import what_is_wrong

OTHERS = [code for code in language.available() if code != language.SOURCE]
SECONDS_TO_WAIT = 120.0


@pytest.fixture
def small(main_window):
    """Give the program with a chat window that is as small as it can be."""
    make_small(main_window, ZOOM)
    yield main_window
    main_window.zoom_to(USUAL)
    main_window.close_chat()


@pytest.mark.parametrize("name", CARDS)
def test_a_card_fits_the_smallest_window_with_large_letters(small, name):
    CARDS[name](small)
    settle(small)

    assert what_is_wrong(small.dialog) == []


@pytest.mark.parametrize("code", OTHERS)
def test_all_cards_fit_in_each_language(code, tmp_path):
    program = (sys.executable, "-m", "tests.chatapp.views.cards.spoken_cards")
    done = subprocess.run(
        [*program, code, str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS_TO_WAIT,
        check=True,
    )

    wrong = json.loads(done.stdout)
    assert wrong.keys() == CARDS.keys()
    assert {name: found for name, found in wrong.items() if found} == {}

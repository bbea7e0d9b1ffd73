"""The window in other languages: all of its words, from the first one on."""

import os
from pathlib import Path

import pytest

from chatapp.language import SOURCE, available
from tools import translations, window
from tools.own_folders import own_environment
from tools.virtual_screen import virtual_screen

ROOT = Path(__file__).parents[2]
SIGN_IN = {
    "de": ("Anmelden", "Serveradresse", "Benutzername"),
    "fr": ("Se connecter", "Adresse du serveur", "Nom d’utilisateur"),
}


def test_there_is_a_window_in_german_and_in_french():
    assert available() == [SOURCE, "de", "fr"]


def test_every_word_is_translated_and_compiled():
    assert translations.problems(ROOT) == []


@pytest.fixture
def begin(tmp_path):
    """Tells what can be read in a window of a process of its own."""

    def texts(**variables: str) -> list[str]:
        with virtual_screen() as display:
            own = own_environment({**os.environ, "DISPLAY": display}, tmp_path)
            with window.Window({**own, **variables}) as opened:
                return opened.order("texts")

    return texts


@pytest.mark.parametrize("code", SIGN_IN)
def test_the_window_begins_in_the_language_of_the_settings(code, begin, tmp_path):
    (tmp_path / "config").mkdir()
    settings = tmp_path / "config" / "settings.toml"
    settings.write_text(f'[window]\nlanguage = "{code}"\n', encoding="utf-8")

    assert set(SIGN_IN[code]) <= set(begin())


def test_the_window_begins_in_the_language_of_the_system(begin):
    assert set(SIGN_IN["de"]) <= set(begin(LANGUAGE="de_AT.UTF-8"))

"""The dictionaries of the system, as the library finds them."""

import enchant
import pytest

from chatapp.language import choose
from chatapp.models.desktop.dictionaries import (
    Lack,
    best_language,
    load_library,
    wanted_languages,
)


@pytest.fixture
def german():
    choose("de", {})
    yield
    choose("en", {})


def test_the_library_opens_a_dictionary_of_the_system():
    library = load_library()

    english = library.request_dict(best_language(["en"], library.list_languages()))

    assert english.check("letter")
    assert not english.check("lettter")
    assert "letter" in english.suggest("lettter")


def test_without_the_library_it_is_said_what_is_missing(mocker):
    mocker.patch("chatapp.models.desktop.dictionaries.find_spec", return_value=None)

    assert load_library() is Lack.LIBRARY


def test_the_library_needs_what_the_system_has_of_it(mocker):
    mocker.patch.dict("sys.modules", {"enchant": None})
    mocker.patch(
        "chatapp.models.desktop.dictionaries.find_spec", return_value=enchant.__spec__
    )

    assert load_library() is Lack.SYSTEM_LIBRARY


def test_the_language_of_the_window_comes_first_as_the_system_speaks_it(german):
    environment = {"LANGUAGE": "fr_FR:de_AT.UTF-8"}

    assert wanted_languages("", environment) == ["de_AT", "de"]


def test_a_chosen_language_is_taken_as_it_is(german):
    assert wanted_languages("en_GB", {}) == ["en_GB"]


@pytest.mark.parametrize(
    ("wanted", "best"),
    [
        (["de_AT", "de"], "de_AT"),
        (["de_LI"], "de_DE"),
        (["de"], "de_DE"),
        (["en"], "en_GB"),
        (["zz"], "zz"),
        (["fr"], "fr"),
        (["pt-BR"], "pt_BR"),
        (["sv"], ""),
    ],
)
def test_the_dictionary_that_fits_best_is_taken(wanted, best):
    there = ["de_AT", "de_DE", "de", "en_GB", "fr", "pt_BR", "zz"]

    assert best_language(wanted, there) == best

"""What the settings say of dictionaries, and of what is missing."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.settings import settings_wording as wording
from chatapp.controllers.settings.choice_rows import ChoiceRowsView
from chatapp.controllers.settings.spelling_rows import SpellingRows
from chatapp.models.desktop.dictionaries import Lack
from chatapp.models.desktop.spelling import Shelf, Spelling
from chatapp.models.settings.settings import Settings
from chatapp.models.settings.settings_table import SPELLING, SPELLING_LANGUAGE

THERE = ("de_AT", "de_DE", "en_US", "zz")


@pytest.fixture
def view(mocker: MockerFixture):
    return mocker.create_autospec(ChoiceRowsView, instance=True)


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture
def spelling(mocker: MockerFixture):
    return mocker.create_autospec(Spelling, instance=True)


@pytest.fixture
def rows(view, settings, spelling):
    rows = SpellingRows(settings, spelling)
    rows.on_found = lambda: rows.add_language(view)
    return rows


def answer(spelling, shelf: Shelf) -> None:
    spelling.look.side_effect = lambda _chosen, then: then(shelf)


def said(view, setting) -> str:
    told = [it.args for it in view.show_words.call_args_list]
    return dict(told)[setting.name]


def test_the_languages_of_the_dictionaries_can_be_chosen(rows, view, spelling):
    answer(spelling, Shelf(Lack.NOTHING, THERE, "de_DE"))

    rows.add_language(view)

    options = [it.args[3] for it in view.add_choice.call_args_list]
    window = ("", "Like the window")
    assert [window] in options
    known = [window, ("de", "Deutsch"), ("en", "English"), ("zz", "zz")]
    assert known in options
    assert "de_DE" in said(view, SPELLING_LANGUAGE)


def test_what_somebody_wrote_into_the_file_stays_an_option(
    rows, view, settings, spelling
):
    settings.change(SPELLING_LANGUAGE, "en_GB")

    rows.add_language(view)

    assert view.add_choice.call_args.args[3][-1] == ("en_GB", "en_GB")
    view.show_choice.assert_called_with(SPELLING_LANGUAGE.name, "en_GB")


@pytest.mark.parametrize(
    ("lack", "words"),
    [(Lack.LIBRARY, "pip install pyenchant"), (Lack.SYSTEM_LIBRARY, "Enchant")],
)
def test_a_missing_part_is_said_with_what_to_install(rows, view, spelling, lack, words):
    answer(spelling, Shelf(lack))

    rows.add_language(view)

    assert words in said(view, SPELLING)


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_a_missing_dictionary_is_said_with_where_it_belongs(
    rows, view, spelling, mocker: MockerFixture, platform
):
    mocker.patch("sys.platform", platform)
    answer(spelling, Shelf(Lack.DICTIONARY, THERE))

    rows.add_language(view)

    place = wording.DICTIONARY_PLACES.get(platform, wording.DICTIONARY_PLACE)
    assert place in said(view, SPELLING_LANGUAGE)

"""Words that are looked up, suggested and learned."""

import pytest
from pytest_mock import MockerFixture

from chatapp.models.desktop.dictionaries import Dictionary, Lack, Library
from chatapp.models.desktop.spelling import FILE_NAME, Shelf, Spelling

WORDS = {"hello", "don't", "café"}


def at_once(work, then) -> None:
    then(work())


@pytest.fixture
def dictionary(mocker: MockerFixture):
    dictionary = mocker.create_autospec(Dictionary, instance=True)
    dictionary.check.side_effect = WORDS.__contains__
    dictionary.suggest.return_value = [f"word{number}" for number in range(20)]
    return dictionary


@pytest.fixture
def library(mocker: MockerFixture, dictionary):
    library = mocker.create_autospec(Library, instance=True)
    library.list_languages.return_value = ["de_DE", "en_US"]
    library.request_dict.return_value = dictionary
    return library


@pytest.fixture
def spelling(tmp_path, library):
    return Spelling(tmp_path, at_once, {}, lambda: library)


def wrong(spelling: Spelling, *words: str, chosen: str = "en") -> set[str]:
    found: list[frozenset[str]] = []
    spelling.check(frozenset(words), chosen, found.append)
    return set(found[0])


def test_words_that_the_dictionary_lacks_are_wrong(spelling, library):
    assert wrong(spelling, "hello", "helo") == {"helo"}
    library.request_dict.assert_called_once_with("en_US")


def test_an_apostrophe_may_be_curved_and_an_accent_apart(spelling):
    assert wrong(spelling, "don’t", "cafe\u0301") == set()


def test_a_word_is_looked_up_once(spelling, dictionary):
    wrong(spelling, "helo")
    wrong(spelling, "helo")

    dictionary.check.assert_called_once_with("helo")


def test_another_language_has_a_dictionary_of_its_own(spelling, library):
    wrong(spelling, "helo")
    wrong(spelling, "helo", chosen="de")

    assert [it.args[0] for it in library.request_dict.call_args_list] == [
        "en_US",
        "de_DE",
    ]


def test_a_learned_word_is_right_and_stays_so(spelling, library, tmp_path):
    spelling.learn("Frobnitz", lambda: None)
    (tmp_path / FILE_NAME).write_text("Frobnitz\nwritten by hand\nhelo\n")
    later = Spelling(tmp_path, at_once, {}, lambda: library)

    assert wrong(spelling, "Frobnitz") == set()
    assert wrong(later, "Frobnitz", "helo", "Helo") == set()


def test_words_of_another_window_stay_in_the_file(spelling, tmp_path):
    spelling.learn("one", lambda: None)
    (tmp_path / FILE_NAME).write_text("one\ntwo\n")

    spelling.learn("three", lambda: None)

    assert (tmp_path / FILE_NAME).read_text() == "one\nthree\ntwo\n"


def test_a_word_that_was_taken_out_of_the_file_does_not_come_back(spelling, tmp_path):
    (tmp_path / FILE_NAME).write_text("one\ntwo\n")
    wrong(spelling, "one")
    (tmp_path / FILE_NAME).write_text("two\n")

    spelling.learn("three", lambda: None)

    assert (tmp_path / FILE_NAME).read_text() == "three\ntwo\n"
    assert wrong(spelling, "one", "two") == {"one"}


def test_a_few_words_are_suggested(spelling):
    found = []

    spelling.suggest("helo", "en", found.extend)

    assert found == [f"word{number}" for number in range(6)]


@pytest.mark.parametrize("lack", [Lack.LIBRARY, Lack.SYSTEM_LIBRARY])
def test_without_the_library_nothing_is_wrong(tmp_path, lack):
    spelling = Spelling(tmp_path, at_once, {}, lambda: lack)
    shelves = []

    spelling.look("", shelves.append)

    assert wrong(spelling, "helo") == set()
    assert shelves == [Shelf(lack)]


def test_without_a_dictionary_nothing_is_wrong(spelling):
    shelves = []

    spelling.look("sv", shelves.append)

    assert wrong(spelling, "helo", chosen="sv") == set()
    assert shelves == [Shelf(Lack.DICTIONARY, ("de_DE", "en_US"))]


def test_a_dictionary_that_fails_takes_words_for_right(spelling, dictionary):
    dictionary.check.side_effect = RuntimeError
    dictionary.suggest.side_effect = RuntimeError
    found = []

    spelling.suggest("helo", "en", found.append)

    assert wrong(spelling, "helo") == set()
    assert found == [()]


def test_a_dictionary_that_does_not_open_is_none(spelling, library):
    library.request_dict.side_effect = RuntimeError

    assert wrong(spelling, "helo") == set()

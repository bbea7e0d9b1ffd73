"""When words are looked up, and what is marked of them."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.writing.spelling import SpellingController, SpellingView
from chatapp.models.desktop.spelling import Spelling
from chatapp.models.settings.settings import Settings
from chatapp.models.settings.settings_table import SPELLING, SPELLING_LANGUAGE
from tests.chatapp.controllers.fakes import FakeScheduler


@pytest.fixture
def view(mocker: MockerFixture):
    view = mocker.create_autospec(SpellingView, instance=True)
    view.written.return_value = ("helo to adaa wrld", 0, 17)
    return view


@pytest.fixture
def spelling(mocker: MockerFixture):
    spelling = mocker.create_autospec(Spelling, instance=True)
    spelling.check.side_effect = lambda words, _chosen, then: then(words - {"to"})
    return spelling


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture(autouse=True)
def controller(view, spelling, settings, scheduler):
    return SpellingController(view, spelling, settings, scheduler, lambda: ["Adaa"])


def test_wrong_words_are_marked_but_not_names_nor_what_one_is_writing(view, scheduler):
    view.on_edited()
    scheduler.run_next()

    view.mark.assert_called_once_with([(0, 0, 4)])


def test_the_last_word_is_looked_at_once_the_cursor_has_left_it(view, scheduler):
    view.written.return_value = ("helo wrld", 0, 0)

    view.on_edited()
    scheduler.run_next()

    view.mark.assert_called_once_with([(0, 0, 4), (0, 5, 9)])


def test_several_keys_have_it_looked_at_once(view, scheduler, spelling):
    view.on_edited()
    view.on_edited()

    assert [timer.cancelled for timer in scheduler.timers] == [True, False]


def test_an_answer_about_another_text_marks_nothing(view, scheduler, spelling):
    answers = []
    spelling.check.side_effect = lambda words, _chosen, then: answers.append(then)
    view.on_edited()
    scheduler.run_next()

    view.written.return_value = ("something else", 0, 0)
    answers[0](frozenset({"helo"}))

    view.mark.assert_not_called()


def test_switched_off_nothing_is_looked_at_and_marks_go(view, scheduler, settings):
    settings.change(SPELLING, False)
    view.on_edited()

    view.mark.assert_called_once_with([])
    assert scheduler.timers == []


def test_another_language_has_the_text_looked_at_anew(
    view, scheduler, settings, spelling
):
    settings.change(SPELLING_LANGUAGE, "de_AT")
    scheduler.run_next()

    assert spelling.check.call_args.args[1] == "de_AT"


def test_suggestions_are_asked_for_in_the_chosen_language(view, settings, spelling):
    settings.change(SPELLING_LANGUAGE, "de_AT")
    then = object()

    view.on_suggest("helo", then)

    spelling.suggest.assert_called_once_with("helo", "de_AT", then)


def test_after_a_word_is_learned_the_text_is_looked_at_anew(view, spelling):
    spelling.learn.side_effect = lambda _word, then: then()

    view.on_learn("helo")

    view.mark.assert_called_once()


def test_after_its_end_it_follows_no_setting(controller, view, settings):
    controller.end()
    settings.change(SPELLING, False)

    view.mark.assert_not_called()


def test_where_nothing_is_wrong_names_are_not_gathered(
    view, spelling, settings, mocker
):
    scheduler, names = FakeScheduler(), mocker.stub()
    view.written.return_value = ("to ", 0, 3)
    SpellingController(view, spelling, settings, scheduler, names)

    view.on_edited()
    scheduler.run_next()

    view.mark.assert_called_once_with([])
    names.assert_not_called()

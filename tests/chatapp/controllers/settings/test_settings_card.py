"""The settings card: shows the table, and changes what one chooses."""

from datetime import time

import pytest

from chatapp.controllers.settings import settings_wording as wording
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.choices import Density, Mode
from chatapp.models.settings.setting import OneOf
from chatapp.models.settings.settings import FILE_NAME

KEPT, BANNED = table.KEPT_PALETTES.name, table.BANNED_PALETTES.name
START = table.START_PALETTE.name
DENSITY = table.DENSITY.name


def titles(method) -> list[str]:
    return [call.args[1] for call in method.call_args_list]


REMEMBERED = (
    table.RECENT_EMOJI,
    table.SKIN_TONE,
    table.ZOOM,
    table.WIDTH,
    table.HEIGHT,
)


def test_every_setting_that_is_not_only_remembered_has_a_title():
    untitled = [
        setting.name
        for setting in table.TABLE
        if setting not in (*wording.TITLES, *REMEMBERED)
        and setting.section in wording.PAGES
    ]

    assert untitled == []


def test_everything_one_may_choose_has_words():
    choices = [
        choice
        for setting in wording.TITLES
        if isinstance(setting.rule, OneOf)
        for choice in setting.rule.choices
    ]

    assert [choice for choice in choices if choice not in wording.OPTIONS] == []


def test_the_card_opens_on_its_first_page(card, view):
    view.begin_page.assert_called_once_with("colours")
    assert "Dark or light" in titles(view.add_choice)
    view.open.assert_called_once_with()


def test_another_page_shows_its_own_settings(card, view):
    view.on_page("notifications")

    assert "Do not disturb" in titles(view.add_switch)
    words = wording.TITLES[table.HIGHLIGHT_WORDS]
    assert titles(view.add_field) == [words, "From", "To"]


def test_a_card_opened_again_is_on_the_page_of_last_time(card, view):
    view.on_page("chat")
    card.open()

    view.begin_page.assert_called_with("chat")


def test_a_switch_is_set_in_the_settings_and_shown(card, view, settings):
    view.on_page("notifications")

    view.on_switch(table.QUIET.name, True)

    assert settings[table.QUIET] is True
    view.show_switch.assert_called_once_with(table.QUIET.name, True)


def test_a_choice_is_set_in_the_settings_and_shown(card, view, settings):
    view.on_page("chat")

    view.on_choice(DENSITY, "compact")

    assert settings[table.DENSITY] is Density.COMPACT
    view.show_choice.assert_called_with(DENSITY, "compact")


def test_light_or_dark_takes_effect_at_once(card, view, theme):
    view.on_choice(table.MODE.name, "light")

    assert not theme.palette.dark


def test_a_time_is_read_as_people_write_it(card, view, settings):
    view.on_page("notifications")

    view.on_typed(table.QUIET_FROM.name, "21.30")

    assert settings[table.QUIET_FROM] == time(21, 30)
    view.show_field.assert_called_once_with(table.QUIET_FROM.name, "21:30")


def test_a_time_that_is_none_gets_a_sentence_and_changes_nothing(card, view, settings):
    view.on_page("notifications")

    view.on_typed(table.QUIET_FROM.name, "late")

    sentence = "Write a time of the day, such as 22:00."
    view.show_problem.assert_called_with(table.QUIET_FROM.name, sentence)
    assert not settings.is_set(table.QUIET_FROM)


def test_words_that_call_one_are_typed_with_commas(card, view, settings):
    view.on_page("notifications")

    view.on_typed(table.HIGHLIGHT_WORDS.name, "exam , lab 3")

    assert settings[table.HIGHLIGHT_WORDS] == ("exam", "lab 3")
    view.show_field.assert_called_once_with(table.HIGHLIGHT_WORDS.name, "exam, lab 3")


def test_too_many_words_get_a_sentence_and_change_nothing(card, view, settings):
    view.on_page("notifications")

    view.on_typed(table.HIGHLIGHT_WORDS.name, ",".join(map(str, range(51))))

    key, sentence = view.show_problem.call_args.args
    assert key == table.HIGHLIGHT_WORDS.name
    assert "at most 50 words" in sentence
    assert not settings.is_set(table.HIGHLIGHT_WORDS)


def test_a_page_can_be_reset_but_its_lists_stay(card, view, settings):
    settings.change(table.MODE, Mode.LIGHT)
    settings.change(table.KEPT_PALETTES, ("teal-otter",))
    settings.change(table.DENSITY, Density.COMPACT)

    view.on_reset()

    assert settings[table.MODE] is Mode.AUTO
    assert settings[table.KEPT_PALETTES] == ("teal-otter",)
    assert settings[table.DENSITY] is Density.COMPACT


def test_what_makes_no_sense_in_the_file_is_explained_at_its_row(
    card, view, settings, tmp_path
):
    text = '[chat]\ndensity = "tight"\n'
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    card.open()

    view.on_page("chat")

    key, sentence = view.show_problem.call_args.args
    assert key == DENSITY
    assert "“tight”, where there may be comfortable or compact" in sentence


def test_a_value_that_is_changed_needs_no_explanation_any_more(card, view):
    view.on_page("chat")

    view.on_choice(DENSITY, "compact")

    view.show_problem.assert_called_with(DENSITY, "")


def test_a_card_that_was_closed_is_told_nothing(card, view, settings):
    view.is_open.return_value = False
    view.reset_mock()

    settings.change(table.KEPT_PALETTES, ("teal-otter",))

    view.begin_page.assert_not_called()
    view.add_palette.assert_not_called()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_where_the_file_makes_no_sense_is_told_in_one_sentence(
    settings, tmp_path, count
):
    lines = ['density = "tight"', "time = 3"][:count]
    text = "\n".join(["[chat]", *lines])
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    settings.refresh()

    told = wording.misfits(settings.misfits())

    assert bool(told) == bool(count)
    assert ("[chat] density" in told) == bool(count)


def test_everything_can_be_made_larger_and_it_is_told_how_large(
    card, view, settings, sizes
):
    view.on_page("window")

    view.on_choice("size", "larger")
    settings.change(table.ZOOM, 1.25)

    sizes["larger"].assert_called_once_with()
    view.show_words.assert_called_with(
        "size", "Everything is at 125 % of its usual size."
    )


def test_a_card_can_be_opened_on_a_page(card, view):
    card.open_page("notifications")

    view.begin_page.assert_called_with("notifications")

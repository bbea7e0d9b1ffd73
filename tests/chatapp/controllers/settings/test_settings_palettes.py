"""The page of the settings card that is about palettes."""

from chatapp.controllers.settings import settings_wording as wording
from chatapp.models.settings import settings_table as table

KEPT, BANNED = table.KEPT_PALETTES.name, table.BANNED_PALETTES.name
START = table.START_PALETTE.name


def test_the_palette_of_the_moment_can_begin_each_start(card, view, settings):
    view.on_choice(START, "this")

    assert settings[table.START_PALETTE] == "teal-otter"
    view.show_words.assert_called_with(START, "Each start begins with teal-otter.")


def test_each_start_can_have_others_again(card, view, settings):
    view.on_choice(START, "this")
    view.on_choice(START, "others")

    assert settings[table.START_PALETTE] == ""
    view.show_choice.assert_called_with(START, "others")


def test_a_palette_that_is_kept_is_listed_with_its_colours(card, view):
    view.on_choice("palette", "keep")

    key, name, colors, tip = view.add_palette.call_args.args
    assert (key, name, tip) == (KEPT, "teal-otter", wording.LET_GO)
    assert len(colors) == 6


def test_the_palettes_of_a_list_come_one_after_the_other(
    card, view, settings, scheduler
):
    settings.change(table.KEPT_PALETTES, ("teal-otter", "rose-crane"))

    scheduler.run_next()

    names = [call.args[1] for call in view.add_palette.call_args_list]
    assert names == ["rose-crane", "teal-otter"]


def test_a_palette_of_a_list_can_be_worn_and_taken_away(card, view, settings, theme):
    settings.change(table.KEPT_PALETTES, ("rose-crane",))
    settings.change(table.BANNED_PALETTES, ("blue-owl",))

    view.on_wear("rose-crane")
    view.on_remove(KEPT, "rose-crane")
    view.on_remove(BANNED, "blue-owl")

    assert theme.palette.name == "rose-crane"
    assert settings[table.KEPT_PALETTES] == settings[table.BANNED_PALETTES] == ()


def test_a_name_in_a_list_that_no_palette_has_is_explained(card, view, settings):
    settings.change(table.KEPT_PALETTES, ("purple-unicorn",))

    view.on_wear("purple-unicorn")

    key, sentence = view.show_problem.call_args.args
    assert key == KEPT
    assert "There is no palette named “purple-unicorn”." in sentence

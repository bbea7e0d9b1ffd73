"""The table of settings: complete, and without contradictions."""

import pytest

from chatapp.models.settings import settings_table as table
from chatapp.models.settings.setting import Setting

EMPTY = (0, "", ())


def test_every_setting_of_the_module_stands_in_the_table():
    named = [each for each in vars(table).values() if isinstance(each, Setting)]

    assert list(table.TABLE) == named


def test_no_two_settings_stand_at_the_same_place():
    names = [setting.name for setting in table.TABLE]

    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "setting", [each for each in table.TABLE if each.default not in EMPTY]
)
def test_what_is_usual_may_stand_in_the_file(setting):
    assert setting.rule.read(setting.rule.write(setting.default)) == setting.default


@pytest.mark.parametrize("setting", table.TABLE)
def test_every_setting_is_explained_in_a_sentence(setting):
    assert setting.summary.endswith(".")
    assert setting.rule.expected

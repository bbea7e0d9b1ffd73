"""What is said where the settings file makes no sense."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.settings import settings_wording as wording
from chatapp.controllers.settings.settings_notice import SETTINGS, SettingsNotice
from chatapp.models.entities import Tone
from chatapp.models.settings import settings_table as table
from chatapp.models.settings.choices import Density
from chatapp.models.settings.settings import FILE_NAME, Settings


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def open_page(mocker: MockerFixture):
    return mocker.stub()


@pytest.fixture
def begin(notices, tmp_path, open_page):
    def begin(text: str) -> Settings:
        (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
        settings = Settings.load(tmp_path)
        SettingsNotice(notices, settings, open_page).begin()
        return settings

    return begin


def test_a_file_that_makes_sense_is_not_spoken_of(begin, notices):
    begin('[chat]\ndensity = "compact"\n')

    notices.show.assert_not_called()


def test_a_value_that_makes_no_sense_is_told_with_a_way_to_the_settings(begin, notices):
    begin('[chat]\ndensity = "tight"\n')

    key, text, tone, action = notices.show.call_args.args
    assert (key, tone, action.words) == (SETTINGS, Tone.WARNING, "Settings")
    assert "[chat] density" in text


def test_a_file_that_was_set_aside_is_told(begin, notices):
    begin("[chat")

    assert notices.show.call_args.args[1] == wording.SET_ASIDE


def test_the_notice_goes_once_everything_makes_sense(begin, notices):
    settings = begin('[chat]\ndensity = "tight"\n')

    settings.change(table.DENSITY, Density.COMPACT)

    notices.hide.assert_called_with(SETTINGS)


def test_its_button_leads_to_the_page_where_it_makes_no_sense(
    begin, notices, open_page
):
    begin('[chat]\ndensity = "tight"\n')

    notices.show.call_args.args[3].do()

    open_page.assert_called_once_with("chat")


def test_what_is_on_no_page_leads_to_the_first_one(begin, notices, open_page):
    begin('[sign_in]\nport = "x"\n')

    notices.show.call_args.args[3].do()

    open_page.assert_called_once_with("colours")

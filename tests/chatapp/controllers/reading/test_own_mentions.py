import pytest

from chatapp.controllers.reading.own_mentions import (
    OwnMentionsController,
    OwnMentionsView,
)
from chatapp.models.events import NickChanged
from chatapp.models.settings.settings import Settings
from chatapp.models.settings.settings_table import DENSITY, HIGHLIGHT_WORDS


@pytest.fixture
def settings(tmp_path):
    return Settings.load(tmp_path)


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(OwnMentionsView, instance=True)


def shown(view):
    return [tuple(call.args[0]) for call in view.show_what_calls.call_args_list]


def test_the_transcript_knows_what_one_is_called_now(view, network, bus, settings):
    OwnMentionsController(view, network, bus, settings)
    network.nick = "Kofi_2"
    bus.publish(NickChanged("Kofi", "Kofi_2"))

    assert shown(view) == [("Kofi",), ("Kofi_2",)]


def test_the_transcript_knows_the_words_one_has_chosen(view, network, bus, settings):
    controller = OwnMentionsController(view, network, bus, settings)
    settings.change(HIGHLIGHT_WORDS, ("exam", "lab 3"))
    settings.change(DENSITY, DENSITY.default)

    controller.end()
    settings.change(HIGHLIGHT_WORDS, ())

    assert shown(view) == [("Kofi",), ("Kofi", "exam", "lab 3")]

"""A notice that only says that something was done, with mocked notices."""

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.passing_notice import PASSING, PassingNotice
from chatapp.models.entities import NoticeAction, Tone


@pytest.fixture
def notices(mocker: MockerFixture):
    return mocker.create_autospec(NoticesView, instance=True)


def test_its_words_are_shown_among_the_notices_of_the_room(notices) -> None:
    PassingNotice(notices).show("Done.")

    assert notices.show.call_args.args[:3] == (PASSING, "Done.", Tone.INFO)


def test_its_button_does_what_it_says_and_takes_it_away(notices) -> None:
    done = []
    PassingNotice(notices).show(
        "Done.", NoticeAction("Look", lambda: done.append("looked"))
    )

    notices.show.call_args.args[3].do()

    assert done == ["looked"]
    notices.hide.assert_called_once_with(PASSING)

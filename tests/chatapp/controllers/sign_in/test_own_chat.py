"""A chat of one's own that goes on is said at the sign-in, and chosen."""

from unittest.mock import Mock

import pytest
from pytest_mock import MockerFixture

from chatapp.controllers.sign_in.own_chat import (
    STILL_RUNNING,
    OwnChatNotice,
    OwnChatView,
)
from chatapp.models.entities import Field, SignInForm
from chatapp.models.hosting.hosting import Hosting


@pytest.fixture
def view(mocker: MockerFixture):
    view = mocker.create_autospec(OwnChatView, instance=True)
    view.form.return_value = SignInForm("", "6667", "root")
    view.is_trying = False
    return view


@pytest.fixture
def hosting(mocker: MockerFixture):
    return mocker.create_autospec(Hosting, instance=True)


@pytest.fixture
def find(view, hosting):
    OwnChatNotice(view, hosting).look()
    return hosting.look.call_args.args[0]


@pytest.mark.parametrize(("noted", "username"), [("noor", "noor"), ("", "root")])
def test_a_chat_that_goes_on_is_chosen(view, find, noted, username) -> None:
    find(Mock(port=7001, username=noted))

    form = SignInForm("127.0.0.1", "7001", username)
    view.show_form.assert_called_once_with(form, Field.USERNAME)
    view.show_notice.assert_called_once_with(STILL_RUNNING)


def test_who_typed_something_meanwhile_goes_elsewhere(view, find) -> None:
    view.form.return_value = SignInForm("10.0.0.5", "6667", "root")

    find(Mock(port=7001, username="noor"))

    view.show_form.assert_not_called()

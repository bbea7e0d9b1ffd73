"""A sign-in whose page comes later, with a mocked page."""

import pytest

from chatapp.controllers.sign_in.stage import SignInPage, SignInStage
from chatapp.models.entities import Field, SignInForm

FORM = SignInForm("10.0.0.5", "6667", "noor", "secret")


@pytest.fixture
def page(mocker):
    page = mocker.create_autospec(SignInPage, instance=True)
    page.form.return_value = SignInForm("10.0.0.6", "6667", "noor", "other")
    return page


@pytest.fixture
def stage() -> SignInStage:
    stage = SignInStage()
    stage.show_form(FORM, Field.USERNAME)
    return stage


def test_a_page_that_comes_later_is_told_all_of_it(stage, page) -> None:
    stage.show_progress("Connecting…")
    stage.show_problems({Field.ADDRESS: "Nothing answers."})
    stage.show_password(visible=True)
    stage.show_find_out(visible=True)
    stage.show_way_back(visible=True)

    stage.attach(page)

    page.show_form.assert_called_once_with(FORM, Field.USERNAME)
    page.show_progress.assert_called_once_with("Connecting…")
    page.show_problems.assert_called_once_with({Field.ADDRESS: "Nothing answers."})
    page.show_password.assert_called_once_with(True)
    page.show_find_out.assert_called_once_with(True)
    page.show_way_back.assert_called_once_with(True)


def test_a_page_that_is_filled_in_as_it_comes_has_not_been_changed(stage, page) -> None:
    changes = []
    stage.on_change = lambda: changes.append("changed")
    page.on_change = lambda: None
    page.show_form.side_effect = lambda *_: page.on_change()

    stage.attach(page)
    assert changes == []
    page.on_change()
    assert changes == ["changed"]


def test_what_is_told_while_a_page_is_there_is_shown_at_once(stage, page) -> None:
    stage.attach(page)

    stage.show_progress("Trying again in 3 s.")
    stage.show_servers((), "Looking…")

    page.show_progress.assert_called_with("Trying again in 3 s.")
    page.show_servers.assert_called_with((), "Looking…")


def test_what_is_done_on_the_page_is_passed_on(stage, page) -> None:
    done = []
    stage.on_sign_in = done.append
    stage.on_back = lambda: done.append("back")
    stage.attach(page)

    page.on_sign_in(FORM)
    page.on_back()

    assert done == [FORM, "back"]


def test_what_stood_on_the_page_is_kept_when_it_goes(stage, page) -> None:
    stage.attach(page)

    stage.detach()

    assert stage.form() == SignInForm("10.0.0.6", "6667", "noor", "other")
    assert stage.form_without_secret().password == ""


def test_it_tells_whether_it_goes_on_by_itself(stage) -> None:
    stage.show_problems({None: "The server is full."})
    stopped = (stage.has_problem, stage.is_trying)
    stage.show_progress("Trying again in 3 s.")

    assert stopped == (True, False)
    assert (stage.has_problem, stage.is_trying) == (False, True)


def test_the_way_to_find_out_why_goes_with_the_failure_that_it_was_for(
    stage, page
) -> None:
    stage.attach(page)
    stage.show_problems({Field.ADDRESS: "Nothing answers."})
    stage.show_find_out(visible=True)

    stage.show_problems({})
    stage.show_find_out(visible=True)
    stage.show_form(FORM, Field.USERNAME)

    shown = [call.args[0] for call in page.show_find_out.call_args_list]
    assert shown[-4:] == [True, False, True, False]


def test_a_page_that_comes_later_is_told_a_notice(stage, page) -> None:
    stage.show_problems({None: "The server is full."})
    stage.show_notice("Your chat is still running.")
    said = (stage.has_problem, stage.says_something)

    stage.attach(page)

    assert said == (False, True)
    page.show_problems.assert_called_once_with({})
    page.show_notice.assert_called_once_with("Your chat is still running.")


def test_a_notice_goes_with_the_next_that_is_shown(stage, page) -> None:
    stage.attach(page)
    stage.show_notice("Your chat is still running.")

    stage.show_problems({})

    page.show_notice.assert_called_once_with("Your chat is still running.")
    assert not stage.says_something

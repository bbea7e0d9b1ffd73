"""What a sign-in says that is wrong or to be known, in a real window."""

import pytest

from chatapp.models.entities import Field
from tests.chatapp.views.login.forms import FORM, NO_ANSWER, entry


def test_problems_stand_at_their_fields_and_the_first_has_the_focus(view, settle):
    problems = {Field.PORT: "A port is a number.", Field.USERNAME: "Too short."}

    view.show_problems(problems)
    settle()

    assert view.problems() == problems
    assert view.focus_get() is entry(view, Field.PORT)
    assert entry(view, Field.PORT).instate(["invalid"])
    assert view.fields[Field.USERNAME].line.winfo_ismapped()


def test_a_problem_goes_once_its_field_is_changed_and_others_stay(view, settle):
    port = {Field.PORT: "A port is a number."}
    view.show_problems({Field.ADDRESS: "No computer has this name.", **port})
    settle()

    entry(view, Field.ADDRESS).insert(0, "1")
    settle()

    assert view.problems() == port
    assert view.where._line.winfo_ismapped()
    entry(view, Field.PORT).insert(0, "1")
    settle()
    assert view.problems() == {}
    assert not view.where._line.winfo_ismapped()


def test_a_problem_without_a_field_stands_in_a_banner_that_has_the_focus(view, settle):
    view.show_progress("Connecting…")
    view.show_progress(None)
    view.show_problems({None: NO_ANSWER})
    settle()

    assert view.problems() == {None: NO_ANSWER}
    assert view.focus_get() is view.head.banner
    assert view.head.banner.winfo_ismapped()


@pytest.mark.parametrize("key", ["<Return>", "<KP_Enter>"])
def test_enter_tries_again_from_there(view, settle, key):
    tried = []
    view.on_sign_in = tried.append
    view.show_progress("Connecting…")
    view.show_progress(None)
    view.show_problems({None: NO_ANSWER})
    settle()

    view.focus_get().event_generate(key)
    settle()

    assert tried == [FORM]


def test_what_is_only_to_be_known_leaves_the_keyboard_in_its_field(view, settle):
    view.show_form(FORM, Field.USERNAME)
    settle()

    view.show_notice("5 messages that you wrote wait to be sent.")
    settle()

    assert view.focus_get() is entry(view, Field.USERNAME)


def test_what_is_only_to_be_known_is_not_red(view, settle):
    view.show_notice("5 messages that you wrote wait to be sent.")
    before = str(view.head.banner.cget("style"))
    view.show_problems({None: NO_ANSWER})

    after = str(view.head.banner.cget("style"))
    assert (before, after) == ("Told.TFrame", "Warning.TFrame")


def test_no_problems_take_all_of_them_away(view, settle):
    view.show_problems({None: NO_ANSWER, Field.PORT: "A port is a number."})

    view.show_problems({})
    settle()

    assert view.problems() == {}
    assert not view.head.banner.winfo_ismapped()
    assert entry(view, Field.PORT).instate(["!invalid"])

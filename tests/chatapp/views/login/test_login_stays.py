"""Nothing in the form to sign in moves, whatever goes wrong or is under way."""

import pytest

from chatapp.models.entities import Field
from chatapp.views.login_view import LoginView

LONG = "Nothing answers at chat.example.org port 6667. Start it there, or check this."
SHORT = "This username is too short."


@pytest.fixture
def view(place, look, settle) -> LoginView:
    place.geometry("820x760")
    login = LoginView(place, look)
    login.pack(fill="both", expand=True)
    settle()
    return login


def places(view: LoginView, *others) -> list[tuple[int, int]]:
    """Tell where the fields are, and other widgets, on the screen."""
    fields = [field.entry for field in view.fields.values() if field.winfo_ismapped()]
    return [(it.winfo_rootx(), it.winfo_rooty()) for it in (*fields, *others)]


@pytest.mark.parametrize(
    "problems",
    [
        {Field.ADDRESS: LONG},
        {Field.PORT: "Type the port as a whole number."},
        {Field.USERNAME: SHORT},
        {Field.ADDRESS: LONG, Field.USERNAME: SHORT},
        {None: LONG},
    ],
)
def test_what_is_wrong_moves_no_field_and_no_button(view, settle, problems):
    buttons = (view.ways.account, view.sign_in, view.offer.button)
    before = places(view, *buttons)

    view.show_problems(problems)
    settle()
    with_problems = places(view, *buttons)
    view.show_problems({})
    settle()

    assert with_problems == before
    assert places(view, *buttons) == before


def test_a_banner_that_goes_while_one_types_moves_nothing(view, settle):
    view.show_problems({None: 3 * LONG})
    settle()
    before = places(view, view.sign_in)

    view.show_problems({})
    settle()

    assert places(view, view.sign_in) == before


def test_while_one_is_signed_in_the_fields_stay_where_they_are(view, settle):
    before, height = places(view), view.sheet.winfo_height()

    view.show_progress("Connecting to chat.example.org…")
    settle()
    meanwhile = places(view), view.sheet.winfo_height()
    view.show_progress(None)
    settle()

    assert meanwhile == (before, height)
    assert (places(view), view.sheet.winfo_height()) == (before, height)


def test_the_window_jumps_at_no_moment_of_signing_in(view, settle):
    height, heights = view.sheet.winfo_height(), []
    view.sheet.bind("<Configure>", lambda it: heights.append(it.height), add="+")

    for words in ("Connecting to chat.example.org…", None, "Connecting…", None):
        view.show_progress(words)
        settle()

    assert set(heights) <= {height}


def test_a_server_is_not_chosen_while_another_is_asked(view):
    chosen = []
    view.on_choose_server = chosen.append

    view.show_progress("Connecting…")
    view.where.servers.on_choose("1")
    view.show_progress(None)
    view.where.servers.on_choose("2")

    assert chosen == ["2"]


def test_finding_out_why_stands_beside_the_account_or_below_it(view, settle):
    before = places(view, view.ways.account, view.sign_in)

    view.show_find_out(True)
    settle()
    beside = places(view, view.ways.account, view.sign_in)
    view.show_account("The account of somebody whose name is a long one")
    view.show_find_out(True)
    settle()

    assert beside == before
    assert view.ways.find_out.winfo_rooty() > view.ways.account.winfo_rooty()

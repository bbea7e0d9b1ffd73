"""The sheet of the sign-in window, on screens that are too low for it."""

import pytest
import ttkbootstrap as ttk

from chatapp.models.entities import Field
from chatapp.views.login_view import LoginView
from tests.chatapp.views.cards.fitting import box, cut_words, named, seen
from tests.chatapp.views.waiting import wait_until


@pytest.fixture
def sign_in(main_window, settle):
    """Give the sign-in window's content; the zoom is the usual one afterwards."""
    view = main_window.open_sign_in()
    settle()
    yield view
    main_window.close_sign_in()
    main_window.restore_size()
    settle()


def place_of(view) -> tuple[int, int]:
    """Tell where the window begins and ends on the screen."""
    window = view.winfo_toplevel()
    return window.winfo_rooty(), window.winfo_rooty() + window.winfo_height()


@pytest.fixture
def large(main_window, sign_in, settle):
    """Give it twice as large, which is higher than the screen."""
    screen = sign_in.winfo_screenheight()
    for _step in range(5):
        main_window.enlarge()
        settle()
    wait_until(
        sign_in, lambda: place_of(sign_in)[1] - place_of(sign_in)[0] > 0.9 * screen
    )
    settle()
    return sign_in


def test_everything_can_be_as_large_as_in_the_chat(main_window, large):
    assert main_window.look.scale.zoom == 2.0


def test_the_window_stays_on_the_screen(large):
    top, bottom = place_of(large)

    assert top >= 0
    assert bottom <= large.winfo_screenheight()


def test_the_wheel_shows_all_of_the_sheet(large, settle):
    sheet = large.sheet

    for _turn in range(60):
        sheet.event_generate("<Button-5>", x=5, y=5)
    settle()
    end = sheet.winfo_rooty() + sheet.winfo_height()
    for _turn in range(120):
        sheet.event_generate("<Button-4>", x=5, y=5)
    settle()

    assert end == pytest.approx(place_of(large)[1], abs=2)
    assert sheet.winfo_rooty() == pytest.approx(place_of(large)[0], abs=2)


def test_a_bar_shows_that_there_is_more_and_moves_the_sheet(
    main_window, sign_in, large, settle
):
    bar, sheet = sign_in._place._bar, large.sheet

    bar.tk.call(*str(bar["command"]).split(), "moveto", "1.0")
    settle()
    below = place_of(large)[1] - sheet.winfo_rooty() - sheet.winfo_height()
    shown = bool(bar.winfo_viewable()), bar.get()[1]
    main_window.restore_size()
    wait_until(sign_in, lambda: not bar.winfo_viewable())

    assert shown == (True, pytest.approx(1.0))
    assert below == pytest.approx(0, abs=2)


def test_the_window_stays_on_the_screen_after_an_error(sign_in, settle):
    window = sign_in.winfo_toplevel()
    window.geometry(f"+0+{window.winfo_screenheight() - window.winfo_height()}")
    settle()

    sign_in.show_problems(dict.fromkeys(Field, "It is not as it should be. " * 4))
    sign_in.show_password(True)
    settle()
    settle()

    assert place_of(sign_in)[1] <= window.winfo_screenheight()


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_on_a_narrow_page_nothing_of_the_sheet_is_cut(main_window, place, settle, zoom):
    main_window.zoom_to(zoom)
    page = LoginView(ttk.Frame(place), main_window.look)
    page.master.place(x=0, y=0, width=390, height=400)
    page.pack(fill="both", expand=True)
    page.show_problems({None: "Nothing answers at chat.example.org, at port 6667."})
    page.show_find_out(visible=True)
    settle()
    settle()

    left, _top, right, _bottom = box(page)
    beside = [it for it in seen(page) if box(it)[0] < left or box(it)[2] > right]
    wrong = [*cut_words(page), *map(named, beside)]
    main_window.zoom_to(1.0)

    assert wrong == []

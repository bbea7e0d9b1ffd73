"""The strip of servers in a real window."""

import pytest

from chatapp.models.entities import Connectedness, MenuEntry, ServerTile
from chatapp.views.login_view import LoginView

TILES = (
    ServerTile("1", "Harbour", "harbour:6667", "Harbour is here."),
    ServerTile("2", "Libera", "irc:6697", "Libera", unread=3, mentions=2),
    ServerTile("3", "School", "10.0.0.5:6667", "School", Connectedness.WAITING),
)


@pytest.fixture
def frame(main_window, settle):
    main_window.open_chat()
    frame = main_window.open_frame()
    frame.winfo_toplevel().geometry("1100x700+0+0")
    frame.strip.show_servers(TILES, "1", "Add a server")
    settle()
    yield frame
    main_window.close_chat()


def click(strip, number: int, settle) -> None:
    top, height = strip.stack.place_of(strip.stack.keys()[number])
    strip.canvas.event_generate("<Button-1>", x=20, y=top + height // 2)
    strip.canvas.event_generate("<ButtonRelease-1>", x=20, y=top + height // 2)
    settle()


def test_a_click_on_a_tile_chooses_its_server(frame, settle) -> None:
    chosen = []
    frame.strip.on_server = chosen.append

    click(frame.strip, 1, settle)

    assert chosen == ["2"]


def test_the_plus_asks_for_another_server(frame, settle) -> None:
    added = []
    frame.strip.on_add = lambda: added.append(1)

    click(frame.strip, 3, settle)

    assert added == [1]


def test_the_keyboard_reaches_the_tiles(frame, settle) -> None:
    chosen = []
    frame.strip.on_server = chosen.append
    frame.strip.canvas.focus_force()
    settle()

    for key in ("<Down>", "<Return>"):
        frame.strip.canvas.event_generate(key)
        settle()

    assert chosen == ["2"]


def test_a_single_server_has_no_strip(frame, settle) -> None:
    seen = frame.strip.winfo_viewable()

    frame.strip.show_servers((), "1", "Add a server")
    settle()

    assert seen
    assert not frame.strip.winfo_viewable()


def test_the_tooltip_tells_of_the_tile_under_the_pointer(frame) -> None:
    strip = frame.strip

    assert [strip.tip_of(key) for key in ("1", "+", "9")] == [
        "Harbour is here.",
        "Add a server",
        "",
    ]


def test_the_menu_of_a_tile_offers_what_it_is_given(frame) -> None:
    chosen = []
    frame.strip.on_menu = lambda key: (
        [MenuEntry(f"Leave {key}", lambda: chosen.append(key))],
    )

    frame.strip.menu.fill(frame.strip.on_menu("2"))
    frame.strip.menu.menu.invoke(0)

    assert chosen == ["2"]


@pytest.mark.parametrize(("down", "place"), [(20, 0), (110, 1), (170, 2), (900, 2)])
def test_a_tile_is_dragged_to_another_place(frame, settle, down, place) -> None:
    strip, moved = frame.strip, []
    strip.on_move = lambda *to: moved.append(to)
    top, height = strip.stack.place_of("1")

    strip.canvas.event_generate("<Button-1>", x=20, y=top + height // 2)
    strip.canvas.event_generate("<B1-Motion>", x=20, y=top + height // 2 + 30)
    strip.canvas.event_generate("<B1-Motion>", x=20, y=down)
    strip.canvas.event_generate("<ButtonRelease-1>", x=20, y=down)
    settle()

    assert moved == [("1", place)]


def test_f6_leads_from_the_page_into_the_strip(frame, settle) -> None:
    page = frame._page
    page.status.palette.focus_force()
    settle()

    page.next_pane()

    assert page.focus_get() is frame.strip.canvas


def test_a_sign_in_has_the_place_of_a_chat_and_leads_back(
    frame, main_window, settle
) -> None:
    chat, back = frame._page, []
    page = main_window.open_sign_in_page()
    page.on_back = lambda: back.append(1)
    page.show_way_back(visible=True)
    settle()
    seen = (page.winfo_viewable(), chat.winfo_viewable())

    frame.winfo_toplevel().event_generate("<Escape>")
    main_window.drop_page(page)
    main_window.show_page(chat)
    settle()

    assert isinstance(page, LoginView)
    assert seen == (1, 0)
    assert back == [1]
    assert chat.winfo_viewable()


def test_keys_of_a_page_hold_only_while_it_is_shown(frame, main_window, settle) -> None:
    pressed = []
    main_window.bind_chat_keys({"Mod-k": lambda: pressed.append("first")})
    main_window.bind_chat_keys({"Mod-k": lambda: pressed.append("second")})
    frame._page.composer.take_focus()
    settle()

    frame._page.focus_get().event_generate("<Control-k>")
    main_window.bind_chat_keys({})
    frame._page.focus_get().event_generate("<Control-k>")

    assert pressed == ["second"]


@pytest.mark.parametrize(
    ("places", "letters"),
    [
        (("harbour:6667", "school:6667"), ["harbour", "school"]),
        (("127.0.0.1:6667", "127.0.0.1:6668"), ["C1", "C2"]),
        (("10.0.0.5:6667", "192.0.2.2:6667"), ["C1", "C2"]),
        (("school-a:6667", "school-b:6667"), ["C1", "C2"]),
    ],
)
def test_namesakes_have_the_letters_of_their_hosts_or_are_counted(
    frame, settle, places, letters
) -> None:
    tiles = [ServerTile(it, "chatapp", it, "") for it in places]
    other = ServerTile("3", "Libera", "irc:6697", "")

    frame.strip.show_servers([*tiles, other], "3", "Add a server")
    settle()

    rows = [row for row in frame.strip.stack.rows if row.key in (*places, "3")]
    assert [row.letters for row in rows] == [*letters, "Libera"]


def test_a_tile_keeps_its_colour_when_its_server_is_shown(
    frame, look, settle, monkeypatch
) -> None:
    fills = []
    draw = look.pictures.avatar
    monkeypatch.setattr(
        look.pictures, "avatar", lambda *of: (fills.append(of[2]), draw(*of))[1]
    )

    for shown in ("1", "2"):
        fills.append(shown)
        frame.strip.show_servers(TILES[:2], shown, "Add a server")
        settle()

    at = fills.index("2")
    assert set(fills[1:at]) == set(fills[at + 1 :])

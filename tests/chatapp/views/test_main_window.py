import os
import socket
import tkinter as tk
from pathlib import Path

import pytest

from chatapp.views.fonts import own_fontconfig
from chatapp.views.keys import sequences
from chatapp.views.main_window import _report


def test_the_sign_in_window_goes_once_the_chat_window_is_there(main_window, settle):
    main_window.open_sign_in()
    settle()
    sign_in = main_window._sign_in

    main_window.open_chat()
    settle()

    assert not sign_in.winfo_exists()
    assert main_window._chat.winfo_viewable()
    main_window.close_chat()


def test_closing_a_window_is_told(main_window, settle):
    closed = []
    main_window.on_close = lambda: closed.append(1)
    main_window.open_sign_in()
    settle()

    main_window.root.tk.call(*main_window._sign_in.protocol("WM_DELETE_WINDOW").split())

    assert closed == [1]
    main_window.close_sign_in()


def test_windows_can_be_made_as_small_as_480_by_400(main_window, settle):
    main_window.open_chat()
    settle()

    assert main_window._chat.minsize() == (480, 400)
    assert main_window._chat.winfo_class() == "Chatapp"
    main_window.close_chat()


def test_the_title_is_that_of_the_open_window(main_window, settle):
    main_window.open_sign_in()

    main_window.show_title("chatapp – Harbour")

    assert main_window._sign_in.title() == "chatapp – Harbour"
    main_window.close_sign_in()


def test_what_is_copied_is_on_the_clipboard(main_window):
    main_window.copy("chatapp --server 192.168.1.20 🙂")

    assert main_window.root.clipboard_get() == "chatapp --server 192.168.1.20 🙂"


HOSTILE_LINKS = (
    "file:///etc/passwd",
    "irc://chat.example.org",
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://files.example.org",
    "smb://host/share",
    "\\\\host\\share",
    "ms-msdt:/id",
    "vbscript:x",
    "--new-window",
    "/usr/bin/xcalc",
    " https://chat.example.org",
    "",
)


def test_only_links_of_the_web_are_opened(main_window, mocker):
    opened = mocker.patch("webbrowser.open")

    for link in HOSTILE_LINKS:
        main_window.open_link(link)

    opened.assert_not_called()


def test_a_link_is_opened_without_waiting_for_the_browser(main_window, mocker):
    thread = mocker.patch("chatapp.views.main_window.threading.Thread")

    main_window.open_link("https://chat.example.org")

    assert thread.call_args.kwargs["args"] == ("https://chat.example.org",)
    assert thread.call_args.kwargs["daemon"]


def test_the_collector_leaves_alone_what_was_there_before_the_loop(main_window, mocker):
    calls = mocker.Mock()
    mocker.patch("chatapp.views.tk_loop.gc.freeze", calls.freeze)
    mocker.patch.object(main_window.root, "mainloop", calls.mainloop)

    main_window.run()

    assert [call[0] for call in calls.mock_calls] == ["freeze", "mainloop"]


def test_a_timer_calls_back_once(main_window):
    called = tk.IntVar(main_window.root)

    main_window.call_later(0.01, lambda: called.set(called.get() + 1))
    main_window.root.wait_variable(called)

    assert called.get() == 1


def test_a_cancelled_timer_does_not_call_back(main_window):
    called, later = [], tk.BooleanVar(main_window.root)
    timer = main_window.call_later(0.005, lambda: called.append(1))

    timer.cancel()
    timer.cancel()
    main_window.call_later(0.03, lambda: later.set(True))
    main_window.root.wait_variable(later)

    assert called == []


def test_a_watched_socket_calls_back_when_it_can_be_read(main_window):
    ear, mouth = socket.socketpair()
    heard = tk.StringVar(main_window.root)
    main_window.watch(ear, lambda: heard.set(ear.recv(10).decode()))

    mouth.send(b"hello")
    main_window.root.wait_variable(heard)
    main_window.unwatch(ear)

    assert heard.get() == "hello"
    ear.close()
    mouth.close()


def test_where_tk_cannot_watch_a_socket_it_is_polled(main_window, mocker):
    mocker.patch("chatapp.views.tk_loop.sys.platform", "win32")
    ear, mouth = socket.socketpair()
    heard = tk.StringVar(main_window.root)
    main_window.watch(ear, lambda: heard.set(ear.recv(10).decode()))

    mouth.send(b"hello")
    main_window.root.wait_variable(heard)
    main_window.unwatch(ear)

    assert heard.get() == "hello"
    ear.close()
    mouth.close()


# -- the dialog ----------------------------------------------------------------------


@pytest.fixture
def ask(main_window, settle):
    main_window.open_chat()
    settle()
    main_window._chat.focus_force()
    asked: list[str] = []

    def on_text(text: str) -> str | None:
        asked.append(text)
        return None if text.startswith("#") else "A room's name begins with #."

    main_window.ask_text(
        title="Join a room",
        label="Room",
        initial="#lobby",
        action="Join",
        on_text=on_text,
        hint="A room that is not there yet is made.",
    )
    settle()
    yield main_window._dialog, asked
    main_window.close_chat()


def test_the_dialog_asks_with_a_text_to_begin_with(ask):
    dialog, _ = ask

    assert dialog.field.text == "#lobby"
    assert dialog.focus_get() is dialog.field.entry


def test_enter_gives_the_text_and_closes(ask, settle):
    dialog, asked = ask

    dialog.field.entry.event_generate("<Return>")
    settle()

    assert asked == ["#lobby"]
    assert not dialog.winfo_exists()


def test_a_refused_text_is_told_why_and_may_be_put_right(ask, settle):
    dialog, asked = ask
    dialog.field.text = "lobby"

    dialog.submit()
    problem = dialog.field.problem
    dialog.field.text = "#lobby"
    dialog.submit()

    assert problem == "A room's name begins with #."
    assert asked == ["lobby", "#lobby"]
    assert not dialog.winfo_exists()


def test_escape_closes_the_dialog_and_asks_nothing(ask, settle):
    dialog, asked = ask

    dialog.field.entry.event_generate("<Escape>")
    settle()

    assert asked == []
    assert not dialog.winfo_exists()


def test_tab_stays_inside_the_dialog(ask, settle):
    dialog, _ = ask
    seen = []

    for _ in range(3):
        dialog.focus_get().event_generate("<Tab>")
        settle()
        seen.append(dialog.focus_get())

    assert seen == [dialog._cancel, dialog._action, dialog.field.entry]


def test_asking_again_takes_the_place_of_the_first_dialog(main_window, ask, settle):
    first, _ = ask

    main_window.ask_text(
        title="Topic",
        label="Topic",
        initial="",
        action="Set",
        on_text=lambda _text: None,
    )
    settle()

    assert not first.winfo_exists()
    assert main_window._dialog.winfo_exists()


# -- keys and fonts ------------------------------------------------------------------


def test_a_letter_holds_in_both_cases():
    assert sequences("Control-r") == ["<Control-r>", "<Control-R>"]


def test_a_named_key_stands_for_itself():
    assert sequences("Shift-F6") == ["<Shift-F6>"]


def test_fontconfig_is_ours_only_for_as_long_as_tk_starts(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/other/fonts.conf")

    with own_fontconfig(tmp_path):
        inside = Path(os.environ["FONTCONFIG_FILE"])
        text = inside.read_text(encoding="utf-8")

    assert inside.parent == tmp_path
    assert '<include ignore_missing="yes">/etc/other/fonts.conf</include>' in text
    assert 'name="color"' in text
    assert os.environ["FONTCONFIG_FILE"] == "/etc/other/fonts.conf"


def test_where_there_was_no_variable_there_is_none_again(tmp_path: Path, monkeypatch):
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)

    with own_fontconfig(tmp_path):
        pass

    assert "FONTCONFIG_FILE" not in os.environ


@pytest.fixture
def no_folder(tmp_path: Path, monkeypatch) -> Path:
    """A folder that cannot be made, on a system whose fonts are configured."""
    monkeypatch.setenv("FONTCONFIG_FILE", "/etc/other/fonts.conf")
    (tmp_path / "file").write_text("", encoding="utf-8")
    return tmp_path / "file" / "folder"


def test_a_folder_that_takes_no_file_keeps_no_window_shut(no_folder: Path):
    with own_fontconfig(no_folder):
        inside = Path(os.environ["FONTCONFIG_FILE"])
        text = inside.read_text(encoding="utf-8")

    assert 'name="color"' in text
    assert not inside.exists()


def test_where_no_file_can_be_written_at_all_the_fonts_are_the_systems(
    no_folder: Path, mocker
):
    mocker.patch("chatapp.views.fonts.TemporaryDirectory", side_effect=PermissionError)

    with own_fontconfig(no_folder):
        assert os.environ["FONTCONFIG_FILE"] == "/etc/other/fonts.conf"


def test_other_systems_keep_their_fonts(tmp_path: Path, mocker):
    mocker.patch("chatapp.views.fonts.sys.platform", "win32")

    with own_fontconfig(tmp_path):
        assert list(tmp_path.iterdir()) == []


def test_the_window_speaks_inter(look):
    assert look.fonts.family == "Inter"


def test_something_else_can_be_wanted_than_what_is_asked(main_window, settle):
    main_window.open_chat()
    settle()
    wanted = []
    main_window.ask_text(
        title="Your username",
        label="Username",
        initial="noor",
        action="Change",
        on_text=lambda _text: None,
        other="Use it on another computer",
        on_other=lambda: wanted.append(1),
    )
    settle()
    dialog = main_window._dialog

    dialog._stations[0].invoke()

    assert wanted == [1]
    assert not dialog.winfo_exists()
    main_window.close_chat()


def test_a_callback_that_fails_is_logged_without_its_words(caplog):
    try:
        raise ValueError("what somebody said")
    except ValueError as error:
        _report(type(error), error, error.__traceback__)

    assert "A callback of the window failed: ValueError" in caplog.text
    assert "ValueError: what" not in caplog.text

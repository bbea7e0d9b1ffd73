"""The program's windows, one after the other."""


def test_the_sign_in_window_goes_once_the_chat_window_is_there(main_window, settle):
    main_window.open_sign_in()
    settle()
    sign_in = main_window.sign_in

    main_window.open_chat()
    settle()

    assert not sign_in.winfo_exists()
    assert main_window.chat.winfo_viewable()
    main_window.close_chat()


def test_a_window_is_laid_out_before_it_is_seen(main_window, settle):
    resized = []

    def note(event):
        if event.widget.winfo_viewable():
            resized.append(event.widget)

    main_window.root.bind_all("<Configure>", note, add="+")
    view = main_window.open_sign_in()
    settle()
    main_window.root.unbind_all("<Configure>")

    assert not {view, view.sheet} & set(resized)
    main_window.close_sign_in()


def test_closing_a_window_is_told(main_window, settle):
    closed = []
    main_window.on_close = lambda: closed.append(1)
    main_window.open_sign_in()
    settle()

    main_window.root.tk.call(*main_window.sign_in.protocol("WM_DELETE_WINDOW").split())

    assert closed == [1]
    main_window.close_sign_in()


def test_quitting_on_macos_asks_as_closing_the_window_does(main_window):
    closed = []
    main_window.on_close = lambda: closed.append(1)

    main_window.root.tk.call("::tk::mac::Quit")

    assert closed == [1]


def test_the_menu_of_macos_opens_the_settings(main_window):
    opened = []
    main_window.on_settings = lambda: opened.append(1)

    main_window.root.tk.call("::tk::mac::ShowPreferences")

    assert opened == [1]


def test_the_dock_of_macos_brings_the_window_up(main_window, settle):
    main_window.open_chat()
    settle()
    main_window.chat.iconify()
    settle()

    main_window.root.tk.call("::tk::mac::ReopenApplication")
    settle()

    assert main_window.chat.winfo_viewable()
    main_window.close_chat()


def test_windows_can_be_made_as_small_as_480_by_400(main_window, settle):
    main_window.open_chat()
    settle()

    assert main_window.chat.minsize() == (480, 400)
    assert main_window.chat.winfo_class() == "Chatapp"
    main_window.close_chat()


def test_the_title_is_that_of_the_open_window(main_window, settle):
    main_window.open_sign_in()

    main_window.show_title("chatapp – Harbour")

    assert main_window.sign_in.title() == "chatapp – Harbour"
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
    thread = mocker.patch("chatapp.views.windows.main_window.threading.Thread")

    main_window.open_link("https://chat.example.org")

    assert thread.call_args.kwargs["args"] == ("https://chat.example.org",)
    assert thread.call_args.kwargs["daemon"]


def test_the_collector_leaves_alone_what_was_there_before_the_loop(main_window, mocker):
    calls = mocker.Mock()
    mocker.patch("chatapp.views.windows.tk_loop.gc.freeze", calls.freeze)
    mocker.patch.object(main_window.root, "mainloop", calls.mainloop)

    main_window.run()

    assert [call[0] for call in calls.mock_calls] == ["freeze", "mainloop"]

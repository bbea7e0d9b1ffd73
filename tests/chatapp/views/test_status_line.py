"""The line at the foot: what it tells, and what stays of it in a narrow window."""

import pytest

from chatapp.models.entities import Connectedness
from tests.chatapp.views.test_chat_view import resize


def text_of(widget) -> str:
    return str(widget.cget("text")).strip()


def is_whole(widget) -> bool:
    return bool(widget.winfo_width() >= widget.winfo_reqwidth())


def test_the_status_line_tells_and_can_be_pressed(view, settle):
    pressed = []
    view.status.on_palette = lambda: pressed.append("palette")
    view.status.on_identity = lambda: pressed.append("identity")

    view.status.show_connection(Connectedness.WAITING, "Not connected")
    view.status.palette.invoke()
    view.status.identity.invoke()

    assert pressed == ["palette", "identity"]
    assert str(view.status._connection.cget("text")).strip() == "Not connected"
    assert str(view.status.palette.cget("text")) == "teal-otter"


def test_emoji_in_the_status_line_are_named_and_on_buttons_drawn(
    view, look, monkeypatch
):
    monkeypatch.setattr(look, "spell_emoji", lambda text: text.replace("🎉", ":tada:"))

    view.status.show_details("12 ms", "signed in as Noor🎉", "Noor🎉")
    view.panel.show_scope(True, "#otters🎉")

    assert str(view.status.identity.cget("text")) == "signed in as Noor:tada:"
    assert str(view.panel._scope._buttons[True].cget("text")) == "In #otters"
    assert str(view.panel._scope._buttons[True].cget("image"))


def test_the_state_of_the_connection_is_whole_where_the_palettes_name_is_not(
    view, settle, look
):
    look.zoom(1.8)
    try:
        resize(view, "480x560", settle)
        view.status.show_connection(Connectedness.ONLINE, "Connected to a server")
        settle()
        state = view.status._connection

        assert state.winfo_width() >= state.winfo_reqwidth()
        assert str(view.status.palette.cget("text")).endswith("…")
    finally:
        look.zoom(1.0)


@pytest.fixture
def status(view):
    view.status.show_connection(Connectedness.ONLINE, "Connected")
    view.status.show_safety("Encrypted", is_safe=True)
    view.status.show_details("12 ms", "signed in as noor", "noor")
    return view.status


def test_in_a_wide_window_everything_is_told(view, status, settle):
    resize(view, "900x600", settle)

    assert text_of(status.safety) == "Encrypted"
    assert text_of(status._details).startswith("12 ms")
    assert text_of(status.identity) == "signed in as noor"
    assert text_of(status.palette) == "teal-otter"


@pytest.mark.parametrize("width", [480, 500, 540])
def test_in_a_narrow_window_state_and_name_are_whole(view, status, settle, width):
    resize(view, f"{width}x400", settle)

    assert text_of(status._connection) == "Connected"
    assert text_of(status.identity).endswith("noor")
    assert is_whole(status._connection)
    assert is_whole(status.identity)
    assert is_whole(status.settings)


def test_with_large_letters_the_name_is_still_whole(view, status, settle, look):
    look.zoom(1.5)
    try:
        resize(view, "500x900", settle)

        assert text_of(status.identity) == "noor"
        assert is_whole(status.identity)
        assert is_whole(status._connection)
    finally:
        look.zoom(1.0)


def test_a_very_long_name_is_cut_before_the_tools_are(view, status, settle):
    resize(view, "480x400", settle)

    status.show_details("12 ms", f"signed in as {'noor' * 20}", "noor" * 20)
    settle()

    assert text_of(status.identity).endswith("…")
    assert text_of(status.identity).startswith("noornoor")
    assert is_whole(status.settings)


def test_more_room_brings_everything_back(view, status, settle):
    resize(view, "480x400", settle)
    resize(view, "900x600", settle)

    assert text_of(status.identity) == "signed in as noor"
    assert text_of(status.palette) == "teal-otter"

"""What becomes of the parts of a low window, where everything is twice as large."""

from collections.abc import Iterator

import pytest

from chatapp.models.entities import NoticeAction, Tone
from chatapp.views.chat_view import ChatView
from tests.chatapp.views.waiting import wait_until

LOST = "The connection to the server was lost. Trying again in 12 s."


@pytest.fixture
def low(view: ChatView, main_window, settle) -> Iterator[ChatView]:
    """Give a window as small as it can be, with nothing to say yet."""
    view.notices.hide("a")
    main_window.zoom_to(2.0)
    view.winfo_toplevel().geometry("480x400")
    wait_until(view, lambda: view.winfo_height() == 400)
    settle()
    yield view
    main_window.zoom_to(1.0)


def say(view: ChatView, settle, *keys: str) -> None:
    """Show notices with an answer each; their words begin with their key."""
    for key in keys:
        view.notices.show(
            key, f"{key}: {LOST}", Tone.WARNING, NoticeAction("Try now", lambda: None)
        )
    settle()
    settle()


def seen(view: ChatView, *keys: str) -> list[str]:
    banners = {key: view.notices.banner(key) for key in keys}
    return [key for key, banner in banners.items() if banner.winfo_viewable()]


def test_the_conversation_has_the_room_of_the_lines_around_it(low, settle):
    assert low.transcript.winfo_height() > 150
    assert not low.status.winfo_viewable()
    assert not low.typing.winfo_viewable()


def test_the_lines_come_back_with_the_room(low, settle):
    low.winfo_toplevel().geometry("480x800")
    wait_until(low, lambda: low.winfo_height() == 800)
    settle()

    assert low.status.winfo_viewable()
    assert low.typing.winfo_viewable()


def test_notices_take_about_a_third_of_the_height_and_say_how_many_wait(low, settle):
    say(low, settle, "one", "two", "three")

    newest = low.notices.banner("three")
    assert seen(low, "one", "two", "three") == ["three"]
    assert low.notices.winfo_height() <= 0.43 * 400
    assert str(newest.more.cget("text")) == "and 2 more"
    assert newest.more.winfo_viewable()


def test_several_notices_leave_three_lines_of_the_conversation_free(low, settle):
    low.transcript.show_unread_line(low.transcript.messages()[0].key)
    low.transcript.scroll_to_end()
    low.transcript.show_missed(9, None)
    settle()

    say(low, settle, "one", "two")

    line = low._look.fonts.line_height(low._look.fonts.body)
    assert low.transcript.text.winfo_height() > 3 * line
    assert low.transcript.missed.area is None


def test_the_notices_that_wait_are_seen_one_after_the_other(low, settle):
    say(low, settle, "one", "two", "three")

    turns = []
    for key in ("three", "two", "one"):
        turns += seen(low, "one", "two", "three")
        low.notices.banner(key).more.invoke()
        settle()
        settle()

    assert turns == ["three", "two", "one"]


def test_a_notice_that_waited_is_seen_once_the_newer_one_has_gone(low, settle):
    say(low, settle, "one", "two")

    low.notices.hide("two")
    settle()
    settle()

    assert seen(low, "one") == ["one"]
    assert str(low.notices.banner("one").more.cget("text")) == ""


def test_a_button_without_room_is_shortened_and_not_cut(low, settle):
    words = ("Try now", "Find out why it was lost")
    actions = [NoticeAction(each, lambda: None) for each in words]
    low.notices.show("one", LOST, Tone.WARNING, *actions)
    settle()
    settle()

    banner = low.notices.banner("one")
    right = banner.other.winfo_rootx() + banner.other.winfo_width()
    assert str(banner.other.cget("text")).startswith("Find")
    assert str(banner.other.cget("text")).endswith("…")
    assert right < banner.winfo_rootx() + banner.winfo_width()


def test_a_long_button_leaves_room_for_what_stands_beside_it(low, settle):
    say(low, settle, "one")
    words = ("Try again at once, now", "Find out why it was lost")
    actions = [NoticeAction(each, lambda: None) for each in words]
    low.notices.show("two", LOST, Tone.WARNING, *actions)
    settle()
    settle()

    banner = low.notices.banner("two")
    buttons = (banner.action, banner.other, banner.more)
    shown = [str(button.cget("text")) for button in buttons]
    edges = [it.winfo_rootx() + it.winfo_width() for it in buttons]
    assert [words[-1] for words in shown] == ["…", "…", "1"]
    assert max(edges) < banner.winfo_rootx() + banner.winfo_width()


def test_the_box_does_not_grow_beyond_its_share_of_the_height(low, settle):
    low.composer.show_text("\n".join("abcdefgh"))
    settle()

    assert low.composer.entry.winfo_height() <= 0.3 * 400

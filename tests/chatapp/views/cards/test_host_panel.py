"""The card of who hosts a chat."""

import pytest

LINK = "ircs://192.168.1.7:6667/?fp=" + "ab" * 32
CODE = "2C0M-2J0A-7QXZ-81KM-PP0R-T6VW"


@pytest.fixture
def panel(main_window, settle):
    main_window.open_chat()
    settle()
    main_window.chat.focus_force()
    settle()
    panel = main_window.new_host_panel("Invite others")
    panel.show_invitation(LINK, CODE, "")
    panel.show_only(False)
    panel.show_keep(False)
    settle()
    yield panel
    main_window.close_chat()


def test_the_invitation_is_shown_as_link_as_code_and_as_qr_code(panel):
    assert panel.link.get() == LINK
    assert str(panel.code.cget("text")) == CODE.replace("-", " ")
    assert panel.qr.text == LINK


def test_the_link_is_copied_and_the_card_stays(panel):
    copied = []
    panel.on_copy = copied.append

    panel.action.invoke()

    assert copied == [LINK]
    assert str(panel.action.cget("text")) == "Copied"


def test_who_may_join_is_chosen(panel, settle):
    chosen = []
    panel.on_only = chosen.append

    panel.invited.invoke()
    panel.everybody.invoke()

    assert chosen == [True, False]


def test_links_are_limited_where_only_the_invited_join(panel, settle):
    assert not panel.links.winfo_ismapped()
    asked = []
    panel.on_links = lambda: asked.append("links")

    panel.show_only(True)
    settle()
    panel.links.invoke()

    assert panel.links.winfo_ismapped()
    assert asked == ["links"]


def test_where_no_link_lets_anybody_in_nothing_can_be_copied(panel, settle):
    panel.show_invitation("", "", "This link is used up.")
    settle()

    assert panel.action.instate(["disabled"])
    assert panel.qr.text == ""
    assert str(panel._limits.cget("text")) == "This link is used up."


def test_who_may_join_moves_nothing(panel, settle):
    panel.show_invitation(LINK, "", "")
    panel.show_only(False)
    settle()
    parts = (panel.everybody, panel.keep, panel.stop, panel.action)
    before = [(it.winfo_rootx(), it.winfo_rooty()) for it in parts]

    panel.show_only(True)
    panel.show_invitation(LINK, "", "It lets in one person.")
    settle()

    assert [(it.winfo_rootx(), it.winfo_rooty()) for it in parts] == before


def test_keeping_on_is_switched(panel):
    wanted = []
    panel.on_keep = wanted.append

    panel.keep.focus_force()
    panel.keep.invoke()
    panel.show_keep(True)
    panel.keep.invoke()

    assert wanted == [True, False]


def test_the_chat_is_stopped_by_its_button(panel):
    asked = []
    panel.on_stop = lambda: asked.append("stop")

    panel.stop.invoke()

    assert asked == ["stop"]


def test_a_place_without_a_short_code_shows_none(panel, settle):
    panel.show_invitation(LINK, "", "")
    settle()

    assert not panel.code.winfo_ismapped()


def test_in_a_low_window_the_buttons_are_in_sight(panel, main_window, settle):
    main_window.chat.geometry("480x400")
    settle()
    panel._place()
    settle()

    assert panel.winfo_y() >= 0
    assert panel.winfo_y() + panel.winfo_height() <= 400


def test_what_comes_after_the_card_is_closed_is_left_alone(panel, settle):
    panel.close()
    settle()

    panel.show_people("Nobody")
    panel.show_invitation(LINK, CODE, "")
    panel.show_only(True)
    panel.show_keep(True)

    assert not panel.winfo_exists()


def test_in_a_narrow_window_choices_stand_below_each_other(panel, main_window, settle):
    panel.invited.configure(text="Only those who have been invited")
    main_window.chat.geometry("480x760")
    settle()
    settle()

    assert panel.invited.winfo_rooty() > panel.everybody.winfo_rooty()
    assert panel.invited.winfo_width() >= panel.invited.winfo_reqwidth()
    right = panel.invited.winfo_rootx() + panel.invited.winfo_width()
    assert right <= panel.qr.winfo_rootx()

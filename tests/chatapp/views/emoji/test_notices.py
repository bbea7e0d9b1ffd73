"""Banners over the box, in a real chat window."""

from chatapp.models.entities import NoticeAction, Tone
from chatapp.views.emoji.emoji_area import EmojiArea


def test_a_notice_has_a_button_that_helps(view, settle):
    helped = []
    view.notices.show(
        "b",
        "Not connected.",
        Tone.WARNING,
        NoticeAction("Try now", lambda: helped.append(1)),
    )
    settle()

    view.notices.banner("b").action.invoke()

    assert helped == [1]


def test_a_notice_with_the_same_key_takes_the_place_of_the_first(view, settle):
    view.notices.show("b", "Trying again in 5 s.", Tone.WARNING)
    first = view.notices.banner("b")

    view.notices.show("b", "Trying again in 4 s.", Tone.WARNING)

    assert view.notices.banner("b") is first
    assert first.text == "Trying again in 4 s."


def test_a_notice_can_be_closed(view, settle):
    view.notices.show("b", "Hello.", Tone.INFO)
    settle()

    view.notices.banner("b").dismiss.invoke()
    settle()

    assert view.notices.banner("b") is None


def test_who_closes_a_notice_goes_on_writing_in_the_box(view, settle):
    view.notices.show("b", "Hello.", Tone.INFO)
    settle()

    for event in ("<Enter>", "<Button-1>", "<ButtonRelease-1>"):
        view.notices.banner("b").dismiss.event_generate(event, x=4, y=4)
    settle()

    assert view.focus_get() is view.composer.entry


def test_a_notice_that_must_stay_has_no_button_to_close_it(view, settle):
    view.notices.show("b", "Not connected.", Tone.ERROR, dismissable=False)
    settle()

    assert not view.notices.banner("b").dismiss.winfo_ismapped()


def test_without_notices_the_transcript_has_all_the_room(view, settle):
    view.notices.hide("a")
    settle()

    assert view.notices.winfo_height() <= 2


def test_a_long_notice_leaves_room_for_the_rest(view, settle):
    view.notices.show("help", "\n".join(f"/command{n}" for n in range(60)), Tone.INFO)
    settle()

    assert view.notices.banner("help").winfo_height() < 250


def test_emoji_in_a_notice_are_pictures_and_are_copied_as_text(view, settle):
    view.notices.show("b", "You left #otters🎉.", Tone.INFO)
    settle()
    banner = view.notices.banner("b")
    [words] = [it for it in banner.winfo_children() if isinstance(it, EmojiArea)]

    words.tag_add("sel", "1.0", "end-1c")
    words.event_generate("<<Copy>>")

    assert words.pictured() == ["🎉"]
    assert banner.text == words.clipboard_get() == "You left #otters🎉."


def test_other_words_take_the_place_of_those_with_emoji(view, settle):
    view.notices.show("b", "You left #otters🎉.", Tone.INFO)
    settle()

    view.notices.show("b", "You are back.", Tone.INFO)

    assert view.notices.banner("b").text == "You are back."


def test_in_a_narrow_window_the_buttons_stand_below_the_words(view, settle):
    words = "The connection to the server was lost. " * 3
    view.notices.show(
        "b",
        words,
        Tone.WARNING,
        NoticeAction("Try now", lambda: None),
        NoticeAction("Find out why it was lost", lambda: None),
    )
    settle()
    banner = view.notices.banner("b")
    [area] = [it for it in banner.winfo_children() if isinstance(it, EmojiArea)]
    beside = banner.action.winfo_rootx() > area.winfo_rootx() + area.winfo_width()

    view.winfo_toplevel().geometry("480x640")
    settle()
    settle()

    below = banner.action.winfo_rooty() >= area.winfo_rooty() + area.winfo_height()
    assert (beside, below) == (True, True)
    assert area.winfo_width() > 0.7 * banner.winfo_width()


def test_the_more_notices_there_are_the_less_room_each_has(view, settle):
    words = "\n".join(f"/command{n}" for n in range(60))
    view.notices.hide("a")
    view.notices.show("b", words, Tone.INFO)
    settle()
    alone = view.notices.banner("b").winfo_height()

    for key in "cd":
        view.notices.show(key, words, Tone.INFO)
    settle()
    among_others = view.notices.banner("b").winfo_height()
    for key in "cd":
        view.notices.hide(key)
    settle()

    assert among_others < 0.8 * alone
    assert view.notices.banner("b").winfo_height() == alone

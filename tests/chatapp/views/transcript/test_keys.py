import pytest

from chatapp.models.entities import ActionOffer, Delivery, MessageKind
from chatapp.views.transcript.transcript import Transcript
from tests.chatapp.views.messages import message, messages
from tests.chatapp.views.transcript_stage import (
    COPY,
    go_to,
    in_the_middle,
    line_of,
    offering,
    shown,
)


def press(transcript: Transcript, key: str, settle) -> None:
    transcript.text.event_generate(f"<{key}>")
    settle()


def chosen(transcript: Transcript) -> str:
    """Give the text of the message that is marked."""
    place = transcript.text.tag_ranges("chosen")
    return transcript.rows.at(str(place[0])).message.text if place else ""


@pytest.fixture
def menu(transcript, mocker) -> list[str]:
    """Give the labels of the menu that opens, instead of opening it."""
    labels: list[str] = []
    menu = transcript.pointer.menu.menu

    def note(_x: int, _y: int) -> None:
        entries = range(menu.index("end") + 1)
        kinds = [it for it in entries if menu.type(it) == "command"]
        labels[:] = [menu.entrycget(it, "label") for it in kinds]

    mocker.patch.object(menu, "tk_popup", note)
    return labels


def test_arrows_choose_a_message_and_keep_it_in_view(transcript, settle):
    transcript.splice(0, 0, messages(100))
    transcript.scroll_to_end()
    settle()
    transcript.text.focus_force()

    press(transcript, "Up", settle)
    last = chosen(transcript)
    for _ in range(40):
        press(transcript, "Up", settle)

    assert (last, chosen(transcript)) == ("message 99", "message 59")
    assert transcript.text.dlineinfo(transcript.rows.start_of(59)) is not None


def test_down_leads_back_and_stops_at_the_last_message(transcript, settle):
    transcript.splice(0, 0, messages(3))
    transcript.text.focus_force()
    press(transcript, "Up", settle)
    press(transcript, "Up", settle)

    for _ in range(5):
        press(transcript, "Down", settle)

    assert chosen(transcript) == "message 2"


def test_a_message_that_mentions_one_can_be_seen_to_be_chosen(transcript, settle):
    transcript.splice(0, 0, [message(0, mentions_me=True)])
    transcript.text.focus_force()

    press(transcript, "Up", settle)

    assert chosen(transcript) == "message 0"


def test_nothing_is_chosen_where_nothing_is_said(transcript, settle):
    transcript.text.focus_force()

    press(transcript, "Up", settle)
    press(transcript, "Return", settle)

    assert chosen(transcript) == ""


def test_enter_opens_what_can_be_done_about_a_message(transcript, settle, menu):
    offering(transcript)
    transcript.splice(0, 0, messages(3))
    transcript.text.focus_force()
    press(transcript, "Up", settle)

    press(transcript, "Return", settle)

    assert menu == ["Reply", "Copy the message"]


def test_a_letter_does_something_about_the_message_that_is_chosen(transcript, settle):
    done = offering(transcript)
    transcript.splice(0, 0, messages(3))
    transcript.text.focus_force()
    press(transcript, "c", settle)
    press(transcript, "Up", settle)

    for key in ("c", "C", "x", "Control-c", "Alt-c"):
        press(transcript, key, settle)

    assert done == [("copy", "2"), ("copy", "2")]


def test_num_lock_keeps_no_letter_from_its_meaning(transcript, settle, mocker):
    """On Windows it has the bit that is Alt's on X11."""
    mocker.patch("chatapp.views.windows.keys.sys.platform", "win32")
    done = offering(transcript)
    transcript.splice(0, 0, messages(3))
    transcript.text.focus_force()
    press(transcript, "Up", settle)

    transcript.text.event_generate("<Key-c>", state=0x8)
    settle()

    assert done == [("copy", "2")]


def test_a_message_stays_chosen_when_it_changes(transcript, settle):
    transcript.splice(0, 0, messages(3))
    transcript.text.focus_force()
    press(transcript, "Up", settle)

    transcript.splice(2, 3, [message(2, "other words")])

    assert chosen(transcript) == "other words"


def test_what_failed_can_be_put_right_by_keyboard(transcript, settle, menu):
    done = offering(transcript)
    failed = message(7, mine=True, delivery=Delivery.FAILED)
    transcript.splice(0, 0, [failed])
    transcript.text.focus_force()
    press(transcript, "Up", settle)

    press(transcript, "Return", settle)
    transcript.pointer.menu.menu.invoke(0)

    assert menu == ["Try again", "Edit", "Discard", "Copy the message"]
    assert done == [("retry", "7")]


def test_reactions_have_a_menu_of_their_own(transcript, settle, menu):
    there = ActionOffer("react 🎉", "Ada", "", emoji="🎉", is_on=True)
    other = ActionOffer("react 👍", "", "", emoji="👍")
    done = offering(transcript)
    transcript.on_offers = lambda _message: [there, other, COPY]
    transcript.splice(0, 0, messages(3))
    transcript.text.focus_force()
    press(transcript, "Up", settle)

    press(transcript, "Return", settle)
    reactions = transcript.pointer.menu.reactions
    reactions.invoke(1)

    assert menu == ["Copy the message"]
    assert reactions.entrycget(0, "label").strip() == "Ada"
    assert done == [("react 👍", "2")]


def test_a_gap_can_be_loaded_by_keyboard(transcript, settle, menu):
    gap = message(1, " ", sender="", kind=MessageKind.GAP)
    told = []
    load = ActionOffer("load", "Load what is missing", "three-dots-vertical")
    transcript.on_offers = lambda _message: [load]
    transcript.on_action = lambda name, about: told.append((name, about.key))
    transcript.splice(0, 0, [message(0), gap])
    settle()
    transcript.text.focus_force()
    press(transcript, "Up", settle)

    press(transcript, "Return", settle)
    transcript.pointer.menu.menu.invoke(0)

    assert menu[0] == "Load what is missing"
    assert told == [("load", "1")]


def test_pages_are_turned_up_and_down(transcript, settle):
    transcript.splice(0, 0, messages(100))
    settle()
    go_to(transcript, 0.5, settle)
    transcript.text.focus_force()
    words = in_the_middle(transcript)
    start = line_of(transcript, words)

    transcript.text.event_generate("<Prior>")
    settle()
    there = transcript.text.dlineinfo(transcript.text.search(words, "1.0"))
    transcript.text.event_generate("<Next>")
    settle()

    assert there is None or there[1] > start
    assert abs(line_of(transcript, words) - start) <= 30


def test_home_and_end_go_to_both_ends(transcript, settle):
    transcript.splice(0, 0, messages(100))
    transcript.text.focus_force()

    transcript.text.event_generate("<Home>")
    settle()
    top = transcript.text.yview()[0]
    transcript.text.event_generate("<End>")
    settle()

    assert (top, transcript.text.yview()[1]) == (0.0, 1.0)


def test_nothing_can_be_typed_into_it(transcript, settle):
    transcript.splice(0, 0, messages(3))
    before = shown(transcript)
    transcript.text.focus_force()

    transcript.text.event_generate("<a>")
    transcript.text.event_generate("<BackSpace>")
    settle()

    assert shown(transcript) == before


def test_links_are_opened_and_the_rest_is_shown_by_keyboard(transcript, settle, menu):
    link = "https://a.example/" + "x" * 60
    transcript.splice(0, 0, [message(0, f"{link} " + "word " * 2000)])
    transcript.text.focus_force()
    settle()

    for key in ("<Up>", "<Return>"):
        transcript.text.event_generate(key)
        settle()

    assert menu[:2] == [
        "Open a.example/xxxxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxxxx",
        "Show more of it",
    ]


def test_a_letter_that_does_nothing_here_is_handed_on(transcript, settle):
    written: list[str] = []
    transcript.on_typed = written.append
    transcript.on_offers = lambda _message: ()
    transcript.splice(0, 0, messages(2))
    transcript.text.focus_force()

    for key in ("c", "Up", "x", "y", "space", "Escape"):
        press(transcript, key, settle)

    assert written == ["c", "x", "y"]


@pytest.mark.parametrize(("is_answered", "typed"), [(True, []), (False, ["r"])])
def test_a_letter_that_is_answered_is_not_written(
    transcript, settle, is_answered, typed
):
    written, asked = [], []
    transcript.on_offers = lambda _message: ()
    transcript.on_other_key = lambda keys, _it: bool(asked.append(keys)) or is_answered
    transcript.on_typed = written.append
    transcript.splice(0, 0, messages(3))
    transcript.text.focus_force()
    press(transcript, "Up", settle)

    press(transcript, "r", settle)

    assert asked == [("r",)]
    assert written == typed


@pytest.mark.parametrize("ending", ["Down", "FocusOut", "Button-1", "Escape"])
def test_what_is_typed_behind_a_refused_key_is_not_written(transcript, settle, ending):
    written = []
    transcript.on_offers = lambda _message: (COPY,)
    transcript.on_other_key = lambda keys, _it: "e" in keys
    transcript.on_action = lambda *_it: pytest.fail("nobody asked for that")
    transcript.on_typed = written.append
    transcript.splice(0, 0, messages(3))
    transcript.text.focus_force()
    press(transcript, "Up", settle)

    for key in ("e", "y", "c", ending, "y"):
        press(transcript, key, settle)

    assert written == ["y"]

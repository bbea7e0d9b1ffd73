import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatapp.models.entities import Change, Delivery, MessageKind
from chatapp.views.transcript import Transcript
from tests.chatapp.views.messages import MORNING, message, messages


@pytest.fixture
def view(place, look, settle) -> Transcript:
    transcript = Transcript(place, look)
    transcript.pack(fill="both", expand=True)
    settle()
    return transcript


def shown(view: Transcript) -> str:
    return view.text.get("1.0", "end-1c")


def line_of(view: Transcript, words: str) -> int:
    """Tell how many pixels from the top some words are drawn."""
    place = view.text.search(words, "1.0")
    return view.text.dlineinfo(place)[1]


def in_the_middle(view: Transcript) -> str:
    """Give the words of a message that is in the middle of what one sees."""
    return f"{view.row_at('@200,300').message.text}\n"


def go_to(view: Transcript, share: float, settle) -> None:
    view.text.yview_moveto(share)
    settle()


def click(view: Transcript, words: str, settle) -> None:
    view.text.see(place := view.text.search(words, "1.0"))
    settle()
    x, y, width, height = view.text.bbox(place)
    at = {"x": x + width // 2, "y": y + height // 2}
    view.text.event_generate("<Motion>", **at)
    view.text.event_generate("<Button-1>", **at)
    view.text.event_generate("<ButtonRelease-1>", **at)
    settle()


# -- splicing ------------------------------------------------------------------------


def test_messages_stand_in_their_order_under_their_senders(view):
    view.splice(0, 0, [message(0), message(1), message(2, sender="Kofi")])

    lines = shown(view).splitlines()

    assert lines[0].strip() == "Friday 20 November"
    assert lines[1].split() == ["Ada", "09:00"]
    assert lines[2:4] == ["message 0", "message 1"]
    assert lines[4].split() == ["Kofi", "09:02"]


def test_a_message_is_replaced_in_place(view):
    view.splice(0, 0, messages(3))

    view.splice(1, 2, [message(1, "another text", sender="Kofi")])

    assert "message 1" not in shown(view)
    assert [it.text for it in view.messages()][1] == "another text"


def test_who_comes_after_a_removed_message_is_named_if_need_be(view):
    view.splice(0, 0, [message(0, sender="Kofi"), message(1), message(2)])

    view.splice(1, 2, [])

    assert shown(view).count("Ada") == 1


def test_who_comes_after_an_earlier_message_of_the_same_hour_is_not_named(view):
    view.splice(0, 0, [message(1)])

    view.splice(0, 0, [message(0)])

    assert shown(view).count("Ada") == 1
    assert shown(view).count("November") == 1


rows = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(0, 4)), max_size=12
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows)
def test_any_splices_leave_what_splicing_a_list_leaves(view, changes):
    view.splice(0, len(view.messages()), [])
    model, number = [], 0
    for first, last, count in changes:
        start = round(first * len(model))
        stop = start + round(last * (len(model) - start))
        fresh = messages(count, number)
        number += count
        model[start:stop] = fresh
        view.splice(start, stop, fresh)

    assert view.messages() == model
    assert written(view) == [it.text for it in model]
    assert fresh_text(view, model) == shown(view)


def written(view: Transcript) -> list[str]:
    return [line for line in shown(view).splitlines() if line.startswith("message")]


def fresh_text(view: Transcript, model) -> str:
    view.splice(0, len(view.messages()), [])
    view.splice(0, 0, model)
    return shown(view)


def test_an_emptied_view_keeps_nothing(view):
    view.splice(0, 0, [message(number, "🙂 hello") for number in range(50)])

    view.splice(0, 50, [])

    assert shown(view) == ""
    assert not view.text.image_names()
    assert [tag for tag in view.text.tag_names() if tag.startswith("row")] == []


# -- staying where the reader is -----------------------------------------------------


def test_the_end_stays_in_view_while_one_is_there(view, settle):
    view.splice(0, 0, messages(100))
    view.scroll_to_end()
    settle()

    view.splice(100, 100, messages(20, 100))
    settle()

    assert view.text.yview()[1] == 1.0


def test_the_end_is_known_also_before_tk_has_measured_every_line(view, settle):
    told = []
    view.splice(0, 0, messages(6))
    view.scroll_to_end()
    settle()
    view.on_end = told.append

    view.splice(0, 6, messages(200, 6))
    settle()

    assert told == []


def test_what_one_reads_does_not_move_when_something_is_said(view, settle):
    view.splice(0, 0, messages(100))
    settle()
    go_to(view, 0.5, settle)
    words = in_the_middle(view)
    before = line_of(view, words)

    view.splice(100, 100, messages(20, 100))
    settle()

    assert line_of(view, words) == before


def test_what_one_reads_does_not_move_when_older_messages_come(view, settle):
    view.splice(0, 0, messages(100, 1000))
    settle()
    go_to(view, 0.02, settle)
    words = in_the_middle(view)
    before = line_of(view, words)

    view.splice(0, 0, messages(100, 900))
    settle()

    assert line_of(view, words) == before


def test_what_one_reads_does_not_move_when_the_oldest_go(view, settle):
    view.splice(0, 0, messages(100))
    settle()
    go_to(view, 0.6, settle)
    words = in_the_middle(view)
    before = line_of(view, words)

    view.splice(0, 30, [])
    settle()

    assert line_of(view, words) == before


def test_what_one_reads_does_not_move_when_a_row_above_grows(view, settle):
    view.splice(0, 0, messages(60))
    settle()
    go_to(view, 0.5, settle)
    words = in_the_middle(view)
    before = line_of(view, words)

    view.splice(3, 4, [message(3, "long words " * 80)])
    settle()

    assert line_of(view, words) == before


def test_the_end_is_told_when_one_leaves_it_and_comes_back(view, settle):
    told = []
    view.on_end = told.append
    view.splice(0, 0, messages(100))
    view.scroll_to_end()
    settle()

    go_to(view, 0.3, settle)
    view.scroll_to_end()
    settle()

    assert told[-2:] == [False, True]


def test_older_messages_are_asked_for_near_the_top(view, settle):
    asked = []
    view.on_older = lambda: asked.append("older")
    view.splice(0, 0, messages(200))
    view.scroll_to_end()
    settle()
    asked.clear()

    go_to(view, 0.0, settle)

    assert asked == ["older"]


def test_a_smaller_window_still_shows_the_end(view, place, settle):
    view.splice(0, 0, messages(100))
    view.scroll_to_end()
    settle()

    place.geometry("500x400")
    settle()
    settle()

    assert view.text.yview()[1] == 1.0


# -- how messages look ---------------------------------------------------------------


def test_emoji_are_pictures_and_copied_as_text(view, settle):
    view.splice(0, 0, [message(0, "hi 👩‍👩‍👧‍👦 there")])
    place = view.text.search("hi ", "1.0")

    view.text.tag_add("sel", place, f"{place} lineend")

    assert "👩" not in shown(view)
    assert copied(view, settle) == "hi 👩‍👩‍👧‍👦 there"


def copied(view: Transcript, settle) -> str:
    taken = []
    view.on_copy = taken.append
    view.text.focus_force()
    view.text.event_generate("<<Copy>>")
    settle()
    return taken[-1]


def test_several_messages_are_copied_as_they_were_said(view, settle):
    view.splice(0, 0, [message(0, "one 🙂"), message(1, "two", sender="Kofi")])

    view.text.tag_add("sel", "1.0", "end")

    assert copied(view, settle) == "[09:00] Ada: one 🙂\n[09:01] Kofi: two"


def test_what_is_not_confirmed_looks_different_until_it_is(view):
    view.splice(0, 0, [message(0, mine=True, delivery=Delivery.SENT)])
    pending = view.text.tag_ranges("pending")

    view.splice(0, 1, [message(0, mine=True)])

    assert pending
    assert view.text.tag_ranges("pending") == ()


def test_what_failed_says_why_and_can_be_tried_again_or_dropped(view, settle):
    done = []
    view.on_retry = lambda key: done.append(("retry", key))
    view.on_drop = lambda key: done.append(("drop", key))
    view.splice(0, 0, [message(7, delivery=Delivery.FAILED, problem="It is too long.")])

    click(view, "Try again", settle)
    click(view, "Discard", settle)

    assert "Not sent. It is too long." in shown(view)
    assert done == [("retry", "7"), ("drop", "7")]


def test_a_link_opens_where_it_leads(view, settle):
    opened = []
    view.on_link = opened.append
    view.splice(0, 0, [message(0, "see www.example.org/a and 🙂 https://b.example/?x")])

    click(view, "example.org", settle)
    click(view, "b.example", settle)

    assert opened == ["http://www.example.org/a", "https://b.example/?x"]


def test_a_name_and_an_avatar_lead_to_their_person(view, settle):
    met = []
    view.on_person = met.append
    view.splice(0, 0, [message(0, "hello", sender="Kofi")])

    click(view, "Kofi", settle)
    x, y, _, height = view.text.bbox("2.0")
    at = {"x": x + 8, "y": y + height - 4}
    view.text.event_generate("<Button-1>", **at)
    view.text.event_generate("<ButtonRelease-1>", **at)
    settle()

    assert met == ["Kofi", "Kofi"]


def test_the_pointer_is_a_hand_over_a_link_and_an_arrow_beside_it(view, settle):
    view.splice(0, 0, [message(0, "see https://b.example")])
    click(view, "b.example", settle)
    over = str(view.text.cget("cursor"))

    click(view, "see ", settle)

    assert (over, str(view.text.cget("cursor"))) == ("hand2", "arrow")


def test_the_message_under_the_pointer_is_marked_with_its_pictures(view, settle, look):
    view.splice(0, 0, [message(0), message(9)])

    click(view, "message 9", settle)
    hovered = view.text.tag_ranges("hover")
    view.text.event_generate("<Leave>")
    settle()

    assert view.row_at(str(hovered[0])).message.key == "9"
    assert view.text.tag_ranges("hover") == ()


def test_a_message_without_a_head_shows_its_time_under_the_pointer(view, settle):
    view.splice(0, 0, [message(0), message(1)])
    click(view, "message 1", settle)
    stamp = view._pointer._stamp._label
    under = (stamp.winfo_ismapped(), label_text(stamp))

    click(view, "message 0", settle)

    assert under == (True, "09:01")
    assert not stamp.winfo_ismapped()


def test_a_change_is_a_quiet_line(view):
    change = message(0, "Kofi joined", kind=MessageKind.CHANGE, change=Change.JOINED)

    view.splice(0, 0, [change])

    assert "Kofi joined" in shown(view)
    assert view.text.tag_ranges("change")
    assert view.text.tag_ranges("head") == ()


def test_an_action_is_told_of_its_person(view):
    view.splice(0, 0, [message(0, "waves", sender="Kofi", kind=MessageKind.ACTION)])

    assert "Kofi waves" in shown(view)


def test_the_line_of_the_new_stands_above_its_message_and_can_go(view):
    view.splice(0, 0, messages(5))

    view.show_unread_line("3")
    with_line = shown(view)
    view.show_unread_line(None)

    assert with_line.index("NEW") < with_line.index("message 3")
    assert with_line.index("NEW") > with_line.index("message 2")
    assert "NEW" not in shown(view)


def test_days_are_announced_between_messages(view):
    view.splice(0, 0, [message(0), message(60 * 24)])

    assert [
        line.strip() for line in shown(view).splitlines() if "November" in line
    ] == [
        "Friday 20 November",
        "Saturday 21 November",
    ]


def test_a_long_line_is_shown_in_part_until_more_is_wanted(view, settle):
    view.splice(0, 0, [message(0, "word " * 20_000)])
    in_part = len(shown(view))

    click(view, "more characters", settle)

    assert in_part < 5_000
    assert 12_000 < len(shown(view)) < 20_000


def test_a_line_of_many_pictures_is_shown_in_part(view):
    view.splice(0, 0, [message(0, "🙂" * 5_000)])

    assert len(view.text.image_names()) < 300


def test_an_empty_place_says_what_it_is_until_somebody_speaks(view, settle):
    view.show_empty("Welcome to #lobby", "Say hello.")
    settle()
    empty = [label_text(it) for it in visible_labels(view)]

    view.splice(0, 0, messages(1))
    settle()

    assert "Welcome to #lobby" in empty
    assert visible_labels(view) == []


def visible_labels(view: Transcript):
    frames = [child for child in view.text.winfo_children() if child.winfo_ismapped()]
    return [label for frame in frames for label in frame.winfo_children()]


def label_text(label) -> str:
    return str(label.cget("text"))


def test_the_pill_counts_what_is_new_and_jumps(view, settle):
    jumps = []
    view.on_jump = lambda: jumps.append(1)
    view.show_new(3)
    settle()
    pill = next(it for it in view.text.winfo_children() if it.winfo_ismapped())

    pill.invoke()
    text = label_text(pill)
    view.show_new(0)
    settle()

    assert (text.strip(), jumps) == ("3 new", [1])
    assert not pill.winfo_ismapped()


# -- keyboard ------------------------------------------------------------------------


@pytest.mark.parametrize(("key", "back"), [("Up", "Down"), ("Prior", "Next")])
def test_keys_scroll_up_and_down(view, settle, key, back):
    view.splice(0, 0, messages(100))
    settle()
    go_to(view, 0.5, settle)
    view.text.focus_force()
    words = in_the_middle(view)
    start = line_of(view, words)

    view.text.event_generate(f"<{key}>")
    settle()
    there = view.text.dlineinfo(view.text.search(words, "1.0"))
    view.text.event_generate(f"<{back}>")
    settle()

    assert there is None or there[1] > start
    assert abs(line_of(view, words) - start) <= 30


def test_home_and_end_go_to_both_ends(view, settle):
    view.splice(0, 0, messages(100))
    view.text.focus_force()

    view.text.event_generate("<Home>")
    settle()
    top = view.text.yview()[0]
    view.text.event_generate("<End>")
    settle()

    assert (top, view.text.yview()[1]) == (0.0, 1.0)


def test_nothing_can_be_typed_into_it(view, settle):
    view.splice(0, 0, messages(3))
    before = shown(view)
    view.text.focus_force()

    view.text.event_generate("<a>")
    view.text.event_generate("<BackSpace>")
    settle()

    assert shown(view) == before


# -- hostile text --------------------------------------------------------------------

HOSTILE = {
    "zwj chains": "👩‍" * 30_000,
    "flags": "🇩🇪" * 20_000,
    "keycaps": "1️⃣" * 10_000,
    "stacked marks": "z" + "\u0301" * 100_000,
    "one word": "x" * 100_000,
    "links": "https://a.example/ " * 6_000,
    "overrides": "\u202e\u2066abc" * 10_000,
    "controls": "".join(map(chr, range(32))) * 1_000,
    "astral": "𝓗𒀀🀀" * 10_000,
    "surrogates": "\ud83d" * 1_000,
    "lines": "a\n" * 5_000,
    "tabs": "\t" * 10_000,
    "arabic": "مرحبا بالعالم " * 5_000,
    "everything": "".join(map(chr, random.Random(1).sample(range(0x110000), 20_000))),
    "braces": '}{[]$\\"' * 5_000,
}


def test_emoji_that_came_all_at_once_are_drawn_one_after_the_other(view, settle):
    many = "".join(map(chr, range(0x1F600, 0x1F645)))
    view.splice(0, 0, [message(0, many)])
    at_first = pictures_of(view)

    wait_until(view, lambda: len(pictures_of(view)) == 69)

    assert len(at_first) < 69


def pictures_of(view: Transcript) -> set[str]:
    """Give the different pictures that emoji show."""
    names = [it for it in view.text.image_names() if view._writer.meanings[it]]
    return {str(view.text.image_cget(name, "image")) for name in names}


def wait_until(view: Transcript, condition) -> None:
    deadline = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < deadline
        view.update()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_neither_crashes_nor_stays_away(view, settle, name):
    said = message(0, HOSTILE[name], sender=HOSTILE[name][:50])
    start = time.perf_counter()

    view.splice(0, 0, [said, message(1, "after it")])
    settle()
    taken = time.perf_counter() - start
    view.splice(0, 1, [])

    assert "after it" in shown(view)
    assert taken < 0.5


def test_a_time_long_ago_is_no_problem(view):
    view.splice(0, 0, [message(0, time=MORNING.replace(year=1971))])

    assert "1971" in shown(view)

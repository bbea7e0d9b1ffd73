from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chatapp.views.transcript.transcript import Transcript
from tests.chatapp.views.messages import message, messages
from tests.chatapp.views.transcript_stage import label_text, shown


def test_messages_stand_in_their_order_under_their_senders(transcript):
    transcript.splice(0, 0, [message(0), message(1), message(2, sender="Kofi")])

    lines = shown(transcript).splitlines()

    assert lines[0].strip() == "Friday 20 November"
    assert lines[1].split() == ["Ada", "09:00"]
    assert lines[2:4] == ["message 0", "message 1"]
    assert lines[4].split() == ["Kofi", "09:02"]


def test_a_message_is_replaced_in_place(transcript):
    transcript.splice(0, 0, messages(3))

    transcript.splice(1, 2, [message(1, "another text", sender="Kofi")])

    assert "message 1" not in shown(transcript)
    assert [it.text for it in transcript.messages()][1] == "another text"


def test_who_comes_after_a_removed_message_is_named_if_need_be(transcript):
    transcript.splice(0, 0, [message(0, sender="Kofi"), message(1), message(2)])

    transcript.splice(1, 2, [])

    assert shown(transcript).count("Ada") == 1


def test_who_comes_after_an_earlier_message_of_the_same_hour_is_not_named(transcript):
    transcript.splice(0, 0, [message(1)])

    transcript.splice(0, 0, [message(0)])

    assert shown(transcript).count("Ada") == 1
    assert shown(transcript).count("November") == 1


rows = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.integers(0, 4)), max_size=12
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows)
def test_any_splices_leave_what_splicing_a_list_leaves(transcript, changes):
    transcript.splice(0, len(transcript.messages()), [])
    model, number = [], 0
    for first, last, count in changes:
        start = round(first * len(model))
        stop = start + round(last * (len(model) - start))
        fresh = messages(count, number)
        number += count
        model[start:stop] = fresh
        transcript.splice(start, stop, fresh)

    assert transcript.messages() == model
    assert written(transcript) == [it.text for it in model]
    assert fresh_text(transcript, model) == shown(transcript)


def written(transcript: Transcript) -> list[str]:
    return [
        line for line in shown(transcript).splitlines() if line.startswith("message")
    ]


def fresh_text(transcript: Transcript, model) -> str:
    transcript.splice(0, len(transcript.messages()), [])
    transcript.splice(0, 0, model)
    return shown(transcript)


def test_an_emptied_view_keeps_nothing(transcript):
    transcript.splice(0, 0, [message(number, "🙂 hello") for number in range(50)])

    transcript.splice(0, 50, [])

    assert shown(transcript) == ""
    assert not transcript.text.image_names()
    assert [tag for tag in transcript.text.tag_names() if tag.startswith("row")] == []


def test_the_line_of_the_new_stands_above_its_message_and_can_go(transcript):
    transcript.splice(0, 0, messages(5))

    transcript.show_unread_line("3")
    with_line = shown(transcript)
    transcript.show_unread_line(None)

    assert with_line.index("NEW") < with_line.index("message 3")
    assert with_line.index("NEW") > with_line.index("message 2")
    assert "NEW" not in shown(transcript)


def test_days_are_announced_between_messages(transcript):
    transcript.splice(0, 0, [message(0), message(60 * 24)])

    assert [
        line.strip() for line in shown(transcript).splitlines() if "November" in line
    ] == [
        "Friday 20 November",
        "Saturday 21 November",
    ]


def test_an_empty_place_says_what_it_is_until_somebody_speaks(transcript, settle):
    transcript.show_empty("Welcome to #lobby", "Say hello.")
    settle()
    empty = [label_text(it) for it in visible_labels(transcript)]

    transcript.splice(0, 0, messages(1))
    settle()

    assert "Welcome to #lobby" in empty
    assert visible_labels(transcript) == []


def visible_labels(transcript: Transcript):
    frames = [
        child for child in transcript.text.winfo_children() if child.winfo_ismapped()
    ]
    return [label for frame in frames for label in frame.winfo_children()]


def test_the_pill_counts_what_is_new_and_jumps(transcript, settle):
    jumps = []
    transcript.on_jump = lambda: jumps.append(1)
    transcript.show_new(3)
    settle()
    pill = next(it for it in transcript.text.winfo_children() if it.winfo_ismapped())

    pill.invoke()
    text = label_text(pill)
    transcript.show_new(0)
    settle()

    assert (text.strip(), jumps) == ("3 new", [1])
    assert not pill.winfo_ismapped()


def test_where_there_is_no_room_for_the_pill_there_is_none(transcript, place, settle):
    transcript.show_new(3)
    settle()
    pill = transcript._pill._button
    at_first = pill.winfo_ismapped()

    transcript.pack_propagate(False)
    transcript.configure(height=40)
    transcript.pack(fill="x", expand=False)
    settle()
    low = pill.winfo_ismapped()
    transcript.configure(height=300)
    settle()

    assert (at_first, low, pill.winfo_ismapped()) == (True, False, True)

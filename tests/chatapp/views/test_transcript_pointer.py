from chatapp.models.entities import MessageKind
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import (
    click,
    copied,
    label_text,
)


def test_several_messages_are_copied_as_they_were_said(transcript, settle):
    transcript.splice(0, 0, [message(0, "one 🙂"), message(1, "two", sender="Kofi")])

    transcript.text.tag_add("sel", "1.0", "end")

    assert copied(transcript, settle) == "[09:00] Ada: one 🙂\n[09:01] Kofi: two"


def test_a_link_opens_where_it_leads(transcript, settle):
    opened = []
    transcript.on_link = opened.append
    transcript.splice(
        0, 0, [message(0, "see www.example.org/a and 🙂 https://b.example/?x")]
    )

    click(transcript, "example.org", settle)
    click(transcript, "b.example", settle)

    assert opened == ["http://www.example.org/a", "https://b.example/?x"]


def test_a_name_and_an_avatar_lead_to_their_person(transcript, settle):
    met = []
    transcript.on_person = met.append
    transcript.splice(0, 0, [message(0, "hello", sender="Kofi")])

    click(transcript, "Kofi", settle)
    x, y, _, height = transcript.text.bbox("2.0")
    at = {"x": x + 8, "y": y + height - 4}
    transcript.text.event_generate("<Button-1>", **at)
    transcript.text.event_generate("<ButtonRelease-1>", **at)
    settle()

    assert met == ["Kofi", "Kofi"]


def test_the_pointer_is_a_hand_over_a_link_and_an_arrow_beside_it(transcript, settle):
    transcript.splice(0, 0, [message(0, "see https://b.example")])
    click(transcript, "b.example", settle)
    over = str(transcript.text.cget("cursor"))

    click(transcript, "see ", settle)

    assert (over, str(transcript.text.cget("cursor"))) == ("hand2", "arrow")


def test_the_message_under_the_pointer_is_marked_with_its_pictures(
    transcript, settle, look
):
    transcript.splice(0, 0, [message(0), message(9)])

    click(transcript, "message 9", settle)
    hovered = transcript.text.tag_ranges("hover")
    transcript.text.event_generate("<Leave>")
    settle()

    assert transcript.rows.at(str(hovered[0])).message.key == "9"
    assert transcript.text.tag_ranges("hover") == ()


def test_a_message_without_a_head_shows_its_time_under_the_pointer(transcript, settle):
    transcript.splice(0, 0, [message(0), message(1)])
    click(transcript, "message 1", settle)
    stamp = transcript._pointer._stamp._label
    under = (stamp.winfo_ismapped(), label_text(stamp))

    click(transcript, "message 0", settle)

    assert under == (True, "09:01")
    assert not stamp.winfo_ismapped()


def test_a_click_on_a_line_that_stands_for_several_unfolds_it(transcript, settle):
    done = []
    transcript.on_action = lambda name, said: done.append((name, said.key))
    folded = message(1, "5 people joined", kind=MessageKind.FOLD, sender="")
    transcript.splice(0, 0, [folded])
    settle()

    index = transcript.text.search("people", "1.0")
    left, top, width, height = transcript.text.bbox(index)
    at = {"x": left + width // 2, "y": top + height // 2}
    transcript.text.event_generate("<Button-1>", **at)
    transcript.text.event_generate("<ButtonRelease-1>", **at)
    settle()

    assert done == [("unfold", "1")]

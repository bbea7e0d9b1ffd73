from chatapp.models.entities import MessageKind
from tests.chatapp.views.messages import message, messages
from tests.chatapp.views.transcript_stage import (
    click,
    copied,
    label_text,
    offering,
    shown,
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
    stamp = transcript.pointer.beside.stamp._label
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


def test_the_pointer_on_a_link_tells_where_it_leads(transcript, settle):
    transcript.splice(0, 0, [message(0, "see https://bank.example@evil.example/x now")])
    settle()
    x, y, width, height = transcript.text.bbox(transcript.text.search("bank", "1.0"))

    transcript.text.event_generate("<Motion>", x=x + width // 2, y=y + height // 2)

    hint = transcript.pointer.beside.hint._label
    assert label_text(hint) == "evil.example: https://bank.example@evil.example/x"
    assert hint.winfo_manager() == "place"


def test_a_link_that_hides_its_host_has_it_beside_it_but_not_in_what_is_copied(
    transcript, settle
):
    transcript.splice(0, 0, [message(0, "https://\u0430.example now")])
    place = transcript.text.search("https", "1.0")
    transcript.text.tag_add("sel", place, f"{place} lineend")

    assert "https://\u0430.example [xn--80a.example] now" in shown(transcript)
    assert copied(transcript, settle) == "https://\u0430.example now"


def test_a_link_right_before_the_rest_of_a_message_is_opened_as_it_is(
    transcript, settle
):
    opened = []
    transcript.on_link = opened.append
    text = "word " * 390 + "https://a.example/x " + "word " * 300
    transcript.splice(0, 0, [message(0, text)])

    click(transcript, "https", settle)

    assert opened == ["https://a.example/x"]


def test_emoji_in_a_line_that_stands_for_several_are_pictures(transcript, settle):
    folded = message(1, "🎉 joined, 🍕 left", kind=MessageKind.FOLD, sender="")
    transcript.splice(0, 0, [folded])
    settle()
    text = transcript.text

    shown = text.dump("1.0", "end", image=True)
    pressed = [
        index for _kind, _name, index in shown if "fold" in text.tag_names(index)
    ]
    assert len(pressed) == 2


def test_a_message_that_one_went_to_stands_on_a_ground_of_its_own(transcript, settle):
    transcript.splice(0, 0, messages(3))
    settle()

    transcript.pointer.go_to(transcript.rows.all[1])

    palette = transcript.look.palette
    assert transcript.text.tag_ranges("chosen")
    assert transcript.text.tag_cget("chosen", "background") == palette.found
    assert palette.found not in {palette.page, palette.hover}


def test_above_a_message_the_pointer_is_on_none(transcript, settle):
    offering(transcript)
    said = message(1, "noor: look", sender="Kofi", mentions_me=True)
    transcript.splice(0, 0, [message(0), said])
    settle()
    x, y, _width, height = transcript.text.bbox("air.first")
    click(transcript, "look", settle)
    seen = [transcript.pointer.beside.bar.is_shown]

    transcript.text.event_generate("<Motion>", x=x + 40, y=y + height // 2)

    assert [*seen, transcript.pointer.beside.bar.is_shown] == [True, False]
    assert transcript.pointer.marked is None


def test_what_one_went_to_begins_where_its_own_ground_does(transcript, settle):
    said = message(1, "noor: look", sender="Kofi", mentions_me=True)
    transcript.splice(0, 0, [message(0), said])
    settle()

    transcript.pointer.go_to(transcript.rows.all[1])

    assert transcript.text.compare("chosen.first", "==", "mention.first")


def test_what_one_went_to_near_the_end_is_seen_also_below_a_long_message(
    transcript, settle
):
    said = [message(0, "word " * 400), message(1, sender="Kofi"), message(2)]
    transcript.splice(0, 0, said)
    transcript.scroll_to_end()
    settle()

    transcript.show_message("1")
    settle()

    assert transcript.text.dlineinfo("chosen.last - 1c") is not None
    assert transcript.text.dlineinfo("chosen.first") is not None


def test_the_bar_goes_with_the_message_that_is_chosen(transcript, settle):
    offering(transcript)
    transcript.splice(0, 0, messages(40))
    transcript.scroll_to_end()
    settle()
    transcript.pointer.choose(transcript.rows.all[-1])
    before = transcript.pointer.beside.bar.area

    transcript.text.yview_scroll(-30, "pixels")
    settle()
    after = transcript.pointer.beside.bar.area
    transcript.text.yview("1.0")
    settle()

    assert after[1] == before[1] + 30
    assert transcript.pointer.beside.bar.area is None
    assert transcript.pointer.chosen is transcript.rows.all[-1]


def test_what_one_went_to_is_seen_as_a_whole_where_there_is_room_for_it(
    transcript, place, settle
):
    place.geometry("400x110")
    said = [*messages(30), message(30, "one\ntwo\nthree", "Kofi"), *messages(30, 31)]
    transcript.splice(0, 0, said)
    settle()

    transcript.show_message("30")
    settle()

    assert transcript.text.bbox(transcript.text.search("three", "1.0")) is not None
    assert transcript.text.dlineinfo("chosen.first") is not None

"""The bar over the message under the pointer, in a real window."""

from chatapp.models.entities import ActionOffer, MessageKind
from chatapp.views.transcript.transcript import Transcript
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import REPLY, click, line_of, offering


def tips(transcript: Transcript) -> list[str]:
    """Give what the buttons of the bar are for, from the left."""
    inside = transcript.pointer.beside.bar._inside
    return [button.tip for button in inside.pack_slaves()]


def is_seen(transcript: Transcript) -> bool:
    return bool(transcript.pointer.beside.bar._frame.winfo_ismapped())


def left_of_bar(transcript: Transcript) -> int:
    return transcript.pointer.beside.bar._frame.winfo_x()


def end_of_head(transcript: Transcript, words: str) -> int:
    """Tell how far to the right the line goes that stands above a message's words."""
    at = transcript.text.search(words, "1.0")
    left, _top, width, *_ = transcript.text.dlineinfo(f"{at} - 1 line")
    return left + width


def test_the_message_under_the_pointer_offers_what_can_be_done(transcript, settle):
    offering(transcript)
    transcript.splice(0, 0, [message(0), message(9)])

    click(transcript, "message 9", settle)

    bar = transcript.pointer.beside.bar._frame
    assert tips(transcript) == ["Reply (R)", "More"]
    assert bar.winfo_y() < line_of(transcript, "message 9")
    assert bar.winfo_y() + bar.winfo_height() > line_of(transcript, "message 9") - 20


def test_a_button_does_it_to_that_message(transcript, settle):
    done = offering(transcript)
    transcript.splice(0, 0, [message(0), message(9)])
    click(transcript, "message 9", settle)

    transcript.pointer.beside.bar._inside.pack_slaves()[0].invoke()

    assert done == [("reply", "9")]


def test_emoji_are_at_hand_as_far_as_there_is_room(transcript, place, settle):
    quick = [ActionOffer(it, "", "", in_bar=True, emoji=it) for it in "👍😂🎉😮👀🙈"]
    transcript.on_offers = lambda _message: [*quick, REPLY]
    transcript.splice(0, 0, [message(0), message(9)])
    click(transcript, "message 9", settle)
    wide = tips(transcript)

    place.geometry("320x300")
    settle()
    click(transcript, "message 0", settle)

    assert wide == [*"👍😂🎉😮👀🙈", "Reply (R)", "More"]
    assert tips(transcript)[-2:] == ["Reply (R)", "More"]
    assert 2 < len(tips(transcript)) < 8
    assert left_of_bar(transcript) >= end_of_head(transcript, "message 0")


def test_where_there_is_little_room_more_leads_to_what_the_bar_has_not(
    transcript, place, settle
):
    offering(transcript)
    transcript.splice(0, 0, [message(0, sender="a-longer-name"), message(9)])
    place.geometry("260x300")
    settle()

    click(transcript, "message 0", settle)

    assert tips(transcript) == ["More"]


def test_the_bar_stands_below_what_leads_to_the_first_new_message(
    transcript, place, settle
):
    offering(transcript)
    transcript.splice(0, 0, [message(number) for number in range(60)])
    transcript.scroll_to_end()
    place.geometry("320x300")
    transcript.show_unread_line("1")
    settle()
    transcript.show_missed(58, message(1).time)
    settle()
    first = transcript.rows.at("@0,0")

    transcript.pointer.choose(first)
    settle()

    assert transcript.pointer.beside.bar.area[1] >= transcript.missed.bottom > 0


def test_what_just_happened_has_no_bar(transcript, settle):
    offering(transcript)
    joined = message(1, "Kofi joined", kind=MessageKind.CHANGE)
    transcript.splice(0, 0, [message(0), joined])
    click(transcript, "message 0", settle)

    click(transcript, "Kofi joined", settle)

    assert not is_seen(transcript)


def test_the_bar_goes_with_the_pointer_and_when_the_messages_move(transcript, settle):
    offering(transcript)
    transcript.splice(0, 0, [message(0), message(9)])
    click(transcript, "message 9", settle)
    seen = [is_seen(transcript)]

    transcript.text.event_generate("<Leave>")
    settle()
    seen.append(is_seen(transcript))
    click(transcript, "message 9", settle)
    transcript.splice(2, 2, [message(number) for number in range(20, 60)])
    settle()
    seen.append(is_seen(transcript))

    assert seen == [True, False, False]


def test_an_emoji_has_one_picture_whether_the_pointer_is_there_or_not(
    transcript, settle
):
    thumb = ActionOffer("👍", "", "", in_bar=True, emoji="👍")
    transcript.on_offers = lambda _message: [thumb]
    transcript.splice(0, 0, [message(0)])
    click(transcript, "message 0", settle)
    button = transcript.pointer.beside.bar._inside.pack_slaves()[0]

    pictures = transcript.tk.splitlist(button.cget("image"))

    # Tk draws a button anew at a change of its first picture only.
    assert len(pictures) == 1

import pytest

from chatapp.models.entities import Delivery
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import COPY, REPAIRS, click, offering, shown


def signs(transcript, state: Delivery) -> tuple[set[str], int]:
    """Give the tags of a message in a state, and how many pictures it has."""
    said = message(0, "hello", mine=True, delivery=state)
    transcript.splice(0, len(transcript.messages()), [said])
    tags = {"pending", "failed", "failure"}
    found = {tag for tag in tags if transcript.text.tag_ranges(tag)}
    return found, len(transcript.text.image_names())


def test_what_is_not_confirmed_looks_different_until_it_is(transcript):
    transcript.splice(0, 0, [message(0, mine=True, delivery=Delivery.SENT)])
    pending = transcript.text.tag_ranges("pending")

    transcript.splice(0, 1, [message(0, mine=True)])

    assert pending
    assert transcript.text.tag_ranges("pending") == ()


def test_each_state_has_a_sign_and_not_only_a_colour(transcript):
    confirmed, bare = signs(transcript, Delivery.CONFIRMED)
    others = [signs(transcript, it) for it in (Delivery.WAITING, Delivery.SENT)]
    failed = signs(transcript, Delivery.FAILED)

    assert confirmed == set()
    assert others == [({"pending"}, bare + 1)] * 2
    assert failed == ({"failed", "failure"}, bare + 1)


def test_waiting_and_sent_have_signs_of_their_own(transcript):
    pictures = []
    for state in (Delivery.WAITING, Delivery.SENT):
        signs(transcript, state)
        pictures.append({str(it.photo) for it in transcript.rows.all[0].pictures})

    assert pictures[0] != pictures[1]


def test_what_failed_says_why_and_can_be_tried_again_edited_or_dropped(
    transcript, settle
):
    done = offering(transcript)
    failed = message(7, delivery=Delivery.FAILED, problem="It is too long.")
    transcript.splice(0, 0, [failed])

    for words in ("Try again", "Edit", "Discard"):
        click(transcript, words, settle)

    assert "Not sent. It is too long." in shown(transcript)
    assert done == [("retry", "7"), ("edit-failed", "7"), ("discard", "7")]


def test_what_failed_stays_below_what_came_later_under_a_line_that_says_so(
    transcript,
):
    failed = message(7, delivery=Delivery.FAILED)
    transcript.splice(0, 0, [failed])
    at_first = shown(transcript)

    transcript.splice(0, 0, [message(9)])

    assert "only you see it" not in at_first
    words = shown(transcript)
    rule = words.index("Written on Friday 20 November, not sent: only you see it")
    assert words.index("message 9") < rule < words.index("message 7")


def test_of_what_may_have_arrived_it_is_not_said_that_nobody_else_sees_it(
    transcript,
):
    failed = message(7, delivery=Delivery.FAILED, unclear=True)

    transcript.splice(0, 0, [message(9), failed])

    assert "Written on Friday 20 November, perhaps not sent" in shown(transcript)


def test_what_may_have_arrived_is_not_said_to_be_unsent(transcript):
    failed = message(7, delivery=Delivery.FAILED, problem="Again?", unclear=True)
    transcript.splice(0, 0, [failed])

    assert "Not confirmed. Again?" in shown(transcript)
    assert "Not sent" not in shown(transcript)


def test_what_cannot_be_done_about_it_is_not_offered(transcript):
    transcript.on_offers = lambda _message: [COPY, REPAIRS[0]]

    transcript.splice(0, 0, [message(7, delivery=Delivery.FAILED)])

    assert "Try again" in shown(transcript)
    assert "Edit" not in shown(transcript)
    assert "Copy" not in shown(transcript)


@pytest.mark.parametrize("problem", ["", "It is too long.\nReally."])
def test_why_it_failed_stands_in_one_line(transcript, problem):
    transcript.splice(0, 0, [message(7, delivery=Delivery.FAILED, problem=problem)])

    assert len(shown(transcript).splitlines()) == 4

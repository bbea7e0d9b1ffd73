"""What hangs on messages in the transcript: quoted messages, and pills."""

import pytest

from chatapp.models.entities import MessageKind, Quote, Reaction
from chatapp.views.transcript.transcript import Transcript
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import click, shown

QUOTE = Quote("Kofi", "Shall we have\n\x02tea\x02 🙂 at four?")
REACTIONS = (
    Reaction("🎉", ("Ada", "Kofi"), mine=True, words="Ada and Kofi"),
    Reaction("lol", ("Lena",), words="Lena"),
)


def pills(transcript: Transcript) -> list[str]:
    """Give where each pill stands."""
    return [str(place) for place in transcript.text.tag_ranges("react")[::2]]


def point(transcript: Transcript, index: str, settle, *, press: bool = False) -> None:
    x, y, width, height = transcript.text.bbox(index)
    at = {"x": x + width // 2, "y": y + height // 2}
    transcript.text.event_generate("<Motion>", **at)
    if press:
        transcript.text.event_generate("<Button-1>", **at)
        transcript.text.event_generate("<ButtonRelease-1>", **at)
    settle()


@pytest.fixture
def told(transcript) -> list[tuple[str, str]]:
    told: list[tuple[str, str]] = []
    transcript.on_answered = lambda about: told.append((about.key, "quote"))
    transcript.on_reaction = lambda about, emoji: told.append((about.key, emoji))
    return told


def test_an_answer_shows_in_one_line_what_it_answers(transcript):
    transcript.splice(0, 0, [message(0), message(1, "Yes", reply_to="m", quote=QUOTE)])

    lines = shown(transcript).splitlines()
    assert "Kofi: Shall we have tea " in lines[-2]
    assert lines[-2].endswith(" at four?")
    assert lines[-1] == "Yes"


def test_an_answer_stands_under_a_name_of_its_own(transcript):
    transcript.splice(0, 0, [message(0), message(1, "Yes", reply_to="m", quote=QUOTE)])

    assert shown(transcript).count("Ada") == 2


def test_a_long_quote_is_cut_to_one_line(transcript, settle):
    long = Quote("Kofi", "very long words " * 30)
    transcript.splice(0, 0, [message(1, "Yes", reply_to="m", quote=long)])
    settle()

    start, stop = transcript.text.tag_nextrange("answered", "1.0")
    (lines,) = transcript.text.count(start, stop, "displaylines")
    assert lines == 1
    assert transcript.text.get(start, stop).strip().endswith("…")


def test_an_action_can_answer_as_well(transcript):
    nods = message(1, "nods", kind=MessageKind.ACTION, reply_to="m", quote=QUOTE)

    transcript.splice(0, 0, [nods])

    assert "Kofi: Shall we" in shown(transcript)


def test_a_quote_leads_to_what_it_quotes(transcript, told, settle):
    transcript.splice(0, 0, [message(1, "Yes", reply_to="m", quote=QUOTE)])

    click(transcript, "Shall we", settle)

    assert told == [("1", "quote")]


def test_a_pill_is_pressed_for_its_emoji(transcript, told, settle):
    transcript.splice(0, 0, [message(0), message(1, "Yes", reactions=REACTIONS)])
    settle()

    for place in pills(transcript):
        point(transcript, place, settle, press=True)

    assert told == [("1", "🎉"), ("1", "lol")]


def test_over_a_pill_one_reads_who_put_it_there(transcript, settle):
    transcript.splice(0, 0, [message(1, "Yes", reactions=REACTIONS)])
    settle()
    label = transcript.pointer.beside.hint._label

    point(transcript, pills(transcript)[1], settle)
    over = (label.winfo_ismapped(), str(label.cget("text")))
    click(transcript, "Yes", settle)

    assert over == (True, "Lena")
    assert not label.winfo_ismapped()


def test_ones_own_pill_looks_different(transcript, settle):
    mine, others = (
        message(1, "Yes", reactions=(Reaction("🎉", ("Ada",), mine=is_mine),))
        for is_mine in (True, False)
    )

    transcript.splice(0, 0, [mine, message(2), others])
    settle()

    first, second = (
        transcript.text.image_cget(place, "image") for place in pills(transcript)
    )
    assert first != second


def test_a_word_is_a_reaction_too(transcript):
    words = (Reaction("здорово", ("Ada", "Kofi")), Reaction(":)", ("Ada",), mine=True))

    transcript.splice(0, 0, [message(1, "Yes", reactions=words)])

    assert shown(transcript).splitlines()[-1].split() == ["здорово", "2", ":)", "1"]
    assert transcript.text.tag_ranges("own-word-pill")


def test_more_than_fit_go_on_in_the_next_line(transcript, settle):
    many = tuple(Reaction(f"word{number}", ("Ada",)) for number in range(30))

    transcript.splice(0, 0, [message(1, "Yes", reactions=many)])
    settle()

    first, *_others, last = pills(transcript)
    assert transcript.text.bbox(last)[1] > transcript.text.bbox(first)[1]


def test_a_message_that_one_goes_to_is_seen_and_chosen(transcript, settle):
    transcript.splice(0, 0, [message(number) for number in range(100)])
    transcript.scroll_to_end()
    settle()

    transcript.show_message("40")
    settle()

    place = transcript.text.tag_ranges("chosen")
    assert transcript.rows.at(str(place[0])).message.key == "40"
    assert transcript.text.dlineinfo(str(place[0])) is not None
    assert transcript.rows.at("@0,0").message.key != "40"
    assert not transcript.is_at_end

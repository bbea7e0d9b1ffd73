import itertools
import random

import pytest

from chatapp.models.entities import Change, MessageKind
from tests.chatapp.views.messages import MORNING, message
from tests.chatapp.views.transcript_stage import click, copied, pictures_of, shown
from tests.chatapp.views.waiting import wait_until


def test_emoji_are_pictures_and_copied_as_text(transcript, settle):
    transcript.splice(0, 0, [message(0, "hi 👩‍👩‍👧‍👦 there")])
    place = transcript.text.search("hi ", "1.0")

    transcript.text.tag_add("sel", place, f"{place} lineend")

    assert "👩" not in shown(transcript)
    assert copied(transcript, settle) == "hi 👩‍👩‍👧‍👦 there"


def test_a_change_is_a_quiet_line(transcript):
    change = message(0, "Kofi joined", kind=MessageKind.CHANGE, change=Change.JOINED)

    transcript.splice(0, 0, [change])

    assert "Kofi joined" in shown(transcript)
    assert transcript.text.tag_ranges("change")
    assert transcript.text.tag_ranges("head") == ()


def test_emoji_in_a_new_topic_are_pictures(transcript):
    words = "Ada changed the topic to: well done 👍"
    change = message(0, words, kind=MessageKind.CHANGE, change=Change.TOPIC)

    transcript.splice(0, 0, [change])

    assert "well done" in shown(transcript)
    assert "👍" not in shown(transcript)


def test_what_the_window_says_stands_apart_from_who_spoke_last(transcript):
    note = [message(n, f"/help {n}", sender="", kind=MessageKind.LOCAL) for n in (1, 2)]

    transcript.splice(0, 0, [message(0, "Hello"), *note])

    words = shown(transcript)
    assert words.index("Hello") < words.index("chatapp tells you this")
    assert words.index("chatapp tells you this") < words.index("/help 1")
    assert words.count("chatapp tells you this") == 1


def test_an_action_is_told_of_its_person(transcript):
    transcript.splice(
        0, 0, [message(0, "waves", sender="Kofi", kind=MessageKind.ACTION)]
    )

    assert "Kofi waves" in shown(transcript)


def test_a_line_without_spaces_that_would_fill_the_window_is_folded_too(transcript):
    transcript.splice(0, 0, [message(0, "x" * 3_000)])

    assert "Show 1,000 more characters" in shown(transcript)


def test_a_long_line_is_shown_in_part_until_more_is_wanted(transcript, settle):
    transcript.splice(0, 0, [message(0, "word " * 20_000)])
    in_part = len(shown(transcript))

    click(transcript, "more characters", settle)

    assert in_part < 5_000
    assert 12_000 < len(shown(transcript)) < 20_000


def test_a_line_of_many_pictures_is_shown_in_part(transcript):
    transcript.splice(0, 0, [message(0, "🙂" * 5_000)])

    assert len(transcript.text.image_names()) < 300


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


def test_emoji_that_came_all_at_once_are_drawn_one_after_the_other(transcript, look):
    many = "".join(map(chr, range(0x1F600, 0x1F645)))
    transcript.splice(0, 0, [message(0, many)])
    left_blank = look.emoji.left

    wait_until(transcript, lambda: not look.emoji.left)

    assert left_blank
    assert len(pictures_of(transcript)) == 69


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_neither_crashes_nor_stays_away(transcript, settle, name):
    said = message(0, HOSTILE[name], sender=HOSTILE[name][:50])

    transcript.splice(0, 0, [said, message(1, "after it")])
    settle()
    transcript.splice(0, 1, [])

    assert "after it" in shown(transcript)


def test_a_time_long_ago_is_no_problem(transcript):
    transcript.splice(0, 0, [message(0, time=MORNING.replace(year=1971))])

    assert "1971" in shown(transcript)


def test_the_lines_of_a_message_stand_at_equal_distances(transcript, settle):
    transcript.splice(0, 0, [message(0, "word " * 120)])
    settle()
    lines = [f"3.0 + {number} display lines" for number in range(4)]

    boxes = [transcript.text.dlineinfo(line) for line in lines]
    baselines = [top + ascent for _x, top, _width, _height, ascent in boxes]

    steps = {after - before for before, after in itertools.pairwise(baselines)}
    assert len(steps) == 1

"""Long messages of which more is wanted: what was there stays, the rest follows."""

import pytest

from chatapp.controllers.look.palette_names import parse_name
from chatapp.controllers.look.palettes import make_palette
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import click, shown
from tests.chatapp.views.waiting import wait_until

EMOJI = "🙂🎉👍🚀" * 200
TEXTS = {
    "emoji": EMOJI,
    "words": "so much to say " * 400,
    "lines": "\n".join(f"line {number}" for number in range(300)),
    "code": "```py\n" + "x = 1\n" * 300 + "```",
    "quotes": "\n".join(f"> line {number}" for number in range(300)),
    "right to left": "שלום עולם " * 400,
    "styles": "".join(f"\x02a\x02b{number} " for number in range(800)),
}


def expand(transcript) -> None:
    transcript.expand(transcript.rows.all[0])


def is_whole(transcript) -> bool:
    width = transcript._writer.composer.width
    return all(
        row.width == width and not (row.is_hasty or row.rest)
        for row in transcript.rows.all
    )


def signs(transcript) -> list[str]:
    """Give what every picture stands for, in the order in which they are shown."""
    text = transcript.text
    return [
        transcript._writer.meanings[name]
        for _kind, name, _place in text.dump("1.0", "end", image=True)
    ]


def emoji(transcript) -> list[str]:
    return [sign for sign in signs(transcript) if sign]


@pytest.mark.parametrize("name", TEXTS)
def test_what_is_expanded_becomes_what_it_would_be_written_anew(transcript, name):
    transcript.splice(0, 0, [message(0, TEXTS[name], mentions_me=True), message(1)])

    expand(transcript)
    wait_until(transcript, lambda: is_whole(transcript))
    found = shown(transcript), signs(transcript)
    row = transcript.rows.all[0]
    fresh = transcript._writer.row(row.message, row.layout, row.expanded)
    transcript._write(0, 1, [fresh])
    wait_until(transcript, lambda: is_whole(transcript))

    assert found == (shown(transcript), signs(transcript))


@pytest.mark.parametrize("name", TEXTS)
def test_what_was_shown_before_stays(transcript, name):
    transcript.splice(0, 0, [message(0, TEXTS[name]), message(1)])
    first = transcript.text.image_names()
    lines = shown(transcript).splitlines()

    expand(transcript)

    assert shown(transcript).splitlines()[: len(lines) - 4] == lines[:-4]
    assert len(set(first) - set(transcript.text.image_names())) < 30


def test_very_many_parts_are_written_a_few_at_a_time(transcript):
    transcript.splice(0, 0, [message(0, EMOJI)])

    expand(transcript)
    at_first = len(emoji(transcript))
    wait_until(transcript, lambda: is_whole(transcript))

    assert at_first < 250
    assert len(emoji(transcript)) > 400


def test_whoever_leaves_while_it_is_written_leaves_nothing(transcript, settle):
    transcript.splice(0, 0, [message(0, EMOJI)])
    expand(transcript)

    transcript.splice(0, 1, [message(1, "after it")])
    settle()

    assert shown(transcript).endswith("after it\n")
    assert not emoji(transcript)


def test_another_width_begins_it_anew(transcript, place, settle):
    transcript.splice(0, 0, [message(0, EMOJI)])
    expand(transcript)

    place.winfo_toplevel().geometry("500x400")
    settle()
    wait_until(transcript, lambda: is_whole(transcript))
    count = len(emoji(transcript))
    expand(transcript)
    wait_until(transcript, lambda: is_whole(transcript))

    assert 400 < count < len(emoji(transcript)) == len(EMOJI)


def test_more_may_be_wanted_in_another_width_before_that_is_fitted(transcript, place):
    transcript.splice(0, 0, [message(0, EMOJI)])
    expand(transcript)
    place.winfo_toplevel().geometry("500x400")
    wait_until(transcript, lambda: transcript.winfo_width() <= 500)

    expand(transcript)
    wait_until(transcript, lambda: is_whole(transcript))

    assert len(emoji(transcript)) == len(EMOJI)


def test_other_colours_come_while_it_is_written(transcript, main_window):
    transcript.splice(0, 0, [message(0, EMOJI)])
    expand(transcript)

    main_window.show_palette(make_palette(parse_name("olive-otter")))
    wait_until(transcript, lambda: is_whole(transcript))

    assert len(emoji(transcript)) > 400


def test_what_is_pointed_at_is_marked_as_a_whole(transcript, settle):
    transcript.splice(0, 0, [message(0, TEXTS["lines"]), message(1)])
    click(transcript, "more lines", settle)
    wait_until(transcript, lambda: is_whole(transcript))

    hovered = transcript.text.tag_ranges("hover")

    assert hovered[-1] == transcript.text.tag_ranges(transcript.rows.all[0].tag)[-1]

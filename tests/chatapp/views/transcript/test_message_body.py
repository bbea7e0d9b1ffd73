import tkinter as tk

import pytest

from chatapp.views.transcript.transcript import Transcript
from chatapp.wire.markdown_blocks import CodeBlock
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import click, copied, shown
from tests.chatapp.views.waiting import wait_until

CODE = "see:\n```py\ndef f():\n\treturn '*x*'\n\n    # end\n```\ndone"
SOURCE = "def f():\n\treturn '*x*'\n\n    # end"


def lines_with(transcript: Transcript, tag: str) -> list[str]:
    text = transcript.text
    places = [str(place) for place in text.tag_ranges(tag)]
    pairs = zip(places[::2], places[1::2], strict=True)
    return "".join(text.get(*pair) for pair in pairs).splitlines()


def select(transcript: Transcript, first: str, last: str) -> None:
    """Select from before some words to behind others."""
    start = transcript.text.search(first, "1.0")
    stop = transcript.text.search(last, start)
    transcript.text.tag_add("sel", start, f"{stop}+{len(last)}c")


def images_in_line(transcript: Transcript, words: str) -> int:
    place = transcript.text.search(words, "1.0")
    line = (f"{place} linestart", f"{place} lineend")
    return len(transcript.text.dump(*line, image=True))


def test_code_stands_on_a_card_exactly_as_it_was_written(transcript):
    transcript.splice(0, 0, [message(0, CODE)])

    card = lines_with(transcript, "code-line")

    assert [line[3:] for line in card] == SOURCE.split("\n")
    assert "```" not in shown(transcript)


def test_the_card_names_the_language_and_copies_the_code(transcript, settle):
    taken = []
    transcript.on_copy = taken.append
    transcript.splice(0, 0, [message(0, CODE)])

    click(transcript, "Copy", settle)

    assert "py     Copy     Save as…" in shown(transcript)
    assert taken == [SOURCE]


def test_each_block_is_saved_for_itself(transcript, settle):
    saved = []
    transcript.on_save_code = lambda *code: saved.append(code)
    transcript.splice(0, 0, [message(0, "```\na\n```\n```rust\nb\n```")])
    settle()

    second = transcript.text.search("Save as…", "1.0", backwards=True)
    x, y, width, height = transcript.text.bbox(second)
    at = {"x": x + width // 2, "y": y + height // 2}
    transcript.text.event_generate("<ButtonRelease-1>", **at)
    settle()

    assert saved == [("b", "rust")]


def test_code_that_is_selected_is_copied_with_its_tabs(transcript, settle):
    transcript.splice(0, 0, [message(0, CODE)])

    select(transcript, "def f", "# end")

    assert copied(transcript, settle) == SOURCE


def test_a_line_that_only_wraps_is_copied_as_one(transcript, settle):
    code = "x = '" + "word " * 60 + "'"
    transcript.splice(0, 0, [message(0, f"```\n{code}\n```")])

    start = transcript.text.search("x = ", "1.0")
    transcript.text.tag_add("sel", start, "end-1c")

    assert copied(transcript, settle) == code
    assert len(lines_with(transcript, "code-line")) > 2


def test_every_line_of_a_quote_has_a_bar(transcript):
    quote = "> begin " + "and so on " * 40 + "end"
    transcript.splice(0, 0, [message(0, f"{quote}\n> > deeper\nanswer")])

    begin = len(lines_with(transcript, "quote"))

    assert begin > 3
    assert images_in_line(transcript, "deeper") == 2
    assert "> " not in shown(transcript)


def test_a_quote_is_fitted_anew_to_another_width(
    transcript, place: tk.Toplevel, settle
):
    transcript.splice(0, 0, [message(0, "> " + "and so on " * 40)])
    settle()
    before = len(lines_with(transcript, "quote"))

    place.geometry("500x500")
    wait_until(transcript, lambda: len(lines_with(transcript, "quote")) > before)

    assert len(transcript.rows) == 1


def test_many_lines_are_shown_in_part_until_more_is_wanted(transcript, settle):
    text = "\n".join(f"line {number}." for number in range(100))
    transcript.splice(0, 0, [message(0, text)])
    before = shown(transcript)

    click(transcript, "more lines", settle)

    assert "line 23.…  Show 76 more lines" in before
    assert "line 99." in shown(transcript)
    assert "more lines" not in shown(transcript)


def test_of_many_long_lines_all_characters_that_are_left_are_counted(transcript):
    text = "\n".join(["x" * 100] * 60)

    transcript.splice(0, 0, [message(0, text)])

    assert f"Show {len(text) - 2000:,} more characters" in shown(transcript)


def test_long_code_is_shown_in_part_too(transcript):
    code = "\n".join(f"x{number} = 0" for number in range(100))

    transcript.splice(0, 0, [message(0, f"```\n{code}\n```")])

    assert "x22 = 0\n…  Show 78 more lines" in shown(transcript)


def test_a_message_of_a_few_emoji_is_drawn_large(transcript):
    transcript.splice(0, 0, [message(0, "🙂 🎉"), message(1, "hi 🙂")])

    text = transcript.text
    names = [it for it in text.image_names() if transcript._writer.meanings[it]]
    heights = [
        int(text.tk.call("image", "height", text.image_cget(name, "image")))
        for name in names
    ]

    assert heights == [40, 40, 18]


def test_many_heavy_messages_are_shown_in_full_when_there_is_time(transcript):
    heavy = [message(number, f"\x02{number}\x02 " * 60) for number in range(40)]

    transcript.splice(0, 0, heavy)
    at_first = [row.is_hasty for row in transcript.rows.all]
    wait_until(transcript, lambda: not any(row.is_hasty for row in transcript.rows.all))

    assert 0 < sum(at_first) < 40
    assert len(transcript.text.tag_ranges("bold")) >= 40 * 60
    assert transcript.text.dlineinfo("end-1c") is not None


def test_code_is_coloured_once_it_was_read(transcript, settle):
    parts = {"x = 1": [("", "x = "), ("number", "1")]}
    transcript.splice(0, 0, [message(0, "```py\nx = 1\n```")])
    before = lines_with(transcript, "code-number-part")

    transcript.on_code = lambda block: parts[block.source]
    transcript.show_code_anew(CodeBlock("x = 1", "py"))
    wait_until(transcript, lambda: lines_with(transcript, "code-number-part") == ["1"])

    assert before == []


@pytest.mark.parametrize("words", ["seven77 " * 240, "iiiWWW" * 320])
def test_a_very_long_line_has_no_short_one_in_its_middle(transcript, look, words):
    transcript.splice(0, 0, [message(0, words)])

    lines = [it for it in shown(transcript).splitlines() if words[:6] in it]
    widths = [look.fonts.width(look.fonts.body, line) for line in lines]
    assert "".join(lines).strip() == words.strip()
    assert len(lines) > 10
    assert min(widths[:-1]) > 0.85 * max(widths)


def test_a_very_long_line_is_copied_as_one(transcript, settle):
    words = "seven77 " * 240
    transcript.splice(0, 0, [message(0, words)])

    transcript.text.tag_add("sel", "1.0", "end")

    assert words.strip() in copied(transcript, settle)


def test_a_very_long_line_is_fitted_anew_to_another_width(transcript, place):
    transcript.splice(0, 0, [message(0, "seven77 " * 240)])
    before = len(lines_with(transcript, "body"))

    place.geometry("500x600")

    wait_until(place, lambda: len(lines_with(transcript, "body")) > before)

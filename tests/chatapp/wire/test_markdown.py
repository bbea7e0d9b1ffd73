import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire import markdown
from chatapp.wire.formatting import strip_formatting
from chatapp.wire.markdown import decode, encode

BOLD, ITALIC, STRIKE, MONO = "\x02", "\x1d", "\x1e", "\x11"


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("**bold**", f"{BOLD}bold{BOLD}"),
        ("*italic*", f"{ITALIC}italic{ITALIC}"),
        ("_italic_", f"{ITALIC}italic{ITALIC}"),
        ("~~struck~~", f"{STRIKE}struck{STRIKE}"),
        ("`co*d*e`", f"{MONO}co*d*e{MONO}"),
        ("`` a`b ``", f"{MONO}a`b{MONO}"),
        ("***both***", f"{BOLD}{ITALIC}both{BOLD}{ITALIC}"),
        ("**a *b* c**", f"{BOLD}a {ITALIC}b{ITALIC} c{BOLD}"),
        ("(**a**, *b*)", f"({BOLD}a{BOLD}, {ITALIC}b{ITALIC})"),
        ("**é**", f"{BOLD}é{BOLD}"),
        ("**https://a.example/x**", f"{BOLD}https://a.example/x{BOLD}"),
        ("> *said*", f"> {ITALIC}said{ITALIC}"),
    ],
)
def test_markdown_is_sent_as_codes(typed, sent):
    assert encode(typed) == sent


@pytest.mark.parametrize(
    "text",
    [
        "2*3*4 and 2 * 3 * 4",
        "snake_case_name and __init__",
        "*.py and *.txt",
        "def f(*args, **kwargs)",
        "char *a, *b",
        "https://a.example/_x_/*y*/~~z~~",
        "www.a.example/_x_",
        "*_* o_o ^_^ >_< ~~ ** `` ` * _",
        r"¯\_(ツ)_/¯",
        "**open",
        "*a\nb*",
        "* a list\n* of things",
        "```py\n*code* _here_\n```",
        "```\n*to the end*",
        r"C:\Users\me",
    ],
)
def test_what_is_no_markdown_is_not_touched(text):
    assert encode(text) == text


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        (r"\*as it is\*", "*as it is*"),
        (r"\_as it is_", "_as it is_"),
        (r"\`as it is`", "`as it is`"),
        (r"\~~as it is~~", "~~as it is~~"),
        (r"\\*italic*", f"\\{ITALIC}italic{ITALIC}"),
        (r"`\*`", rf"{MONO}\*{MONO}"),
    ],
)
def test_a_backslash_keeps_a_mark_as_it_is(typed, sent):
    assert encode(typed) == sent


@pytest.mark.parametrize(
    "typed",
    [
        "**bold** and *italic*, ~~struck~~ and `code`",
        "***a* b**",
        "***a** b*",
        "**bold *both***",
        r"\*as it is\*, *not*",
        r"**a\\** and \\`b`",
        "`` `a` ``",
        "``a`b``",
        "> *x*\n```py\n*no*\n```\n*yes*",
        "plain, 2*3*4, snake_case",
    ],
)
def test_codes_become_what_was_typed_again(typed):
    assert decode(encode(typed)) == typed


def test_what_markdown_cannot_say_is_left_out():
    assert decode("\x0304red\x03 \x1funder\x1f \x16turned") == "red under turned"


_WORDS = st.lists(
    st.sampled_from(["word", "2*3", "snake_case", r"\*", "*", "a**b", "🙂"]), min_size=1
).map(" ".join)
_MARKED = st.recursive(
    _WORDS,
    lambda inner: (
        st.builds(
            lambda mark, text: f"{mark}x {text} y{mark}",
            st.sampled_from(["*", "**", "~~"]),
            inner,
        )
        | st.builds(lambda one, other: f"{one} {other}", inner, inner)
    ),
    max_leaves=6,
)


@given(_MARKED)
def test_what_is_sent_once_is_sent_again_after_an_edit(typed):
    sent = encode(typed)

    assert encode(decode(sent)) == sent


@given(st.text(alphabet="*_~`\\ ab\n>", max_size=60))
def test_no_word_is_lost(typed):
    letters = [letter for letter in typed if letter in "ab\n>"]

    sent = strip_formatting(encode(typed))

    assert [letter for letter in sent if letter in "ab\n>"] == letters


def test_a_very_long_row_of_backslashes_does_not_hold_up_who_edits_it():
    text = "\\" * 300_000 + "*a*"

    assert encode(decode(text)) == text


class _CountedMark(str):
    """A mark that notes how many characters were copied to put it behind them."""

    copied: list[int]

    def __radd__(self, before: str) -> str:
        self.copied.append(len(before))
        return str(before) + str(self)


@pytest.fixture
def copied(monkeypatch):
    """How many characters were copied for each mark that was written."""
    counts: list[int] = []
    for name, mark in dict(markdown._MARKS).items():
        counted = _CountedMark(mark)
        counted.copied = counts
        monkeypatch.setitem(markdown._MARKS, name, counted)
    return counts


@pytest.mark.parametrize("text", [f"{BOLD}a" * 2000, f"{ITALIC}\\" * 2000])
def test_however_many_codes_there_are_each_is_written_once(copied, text):
    decode(text)

    assert copied
    assert sum(copied) <= 2 * len(text)

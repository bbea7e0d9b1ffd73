"""Links with words of their own, and what becomes of them on the wire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.markdown import decode, encode
from chatapp.wire.markdown_links import with_addresses, worded_links

BOLD, MONO = "\x02", "\x11"
WIKI = "https://en.wikipedia.org/wiki/C_(letter)"


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("see [the page](https://a.example/x)!", "see the page (https://a.example/x)!"),
        (
            "[a](http://a.example) [b](ircs://b/c)",
            "a (http://a.example) b (ircs://b/c)",
        ),
        (f"[C]({WIKI})", f"C ({WIKI})"),
        ("**[a](https://a_b_c)**", f"{BOLD}a (https://a_b_c){BOLD}"),
        ("[**a** b](https://x)", f"{BOLD}a{BOLD} b (https://x)"),
        ("[`a`](https://x)", f"{MONO}a{MONO} (https://x)"),
        ("[https://x](https://x)", "https://x"),
        ("> [a](https://x)", "> a (https://x)"),
        ("[a <x> b](https://x)", "a <x> b (https://x)"),
        ("[a](<https://x/y(z>)", "a (https://x/y(z)"),
        ("[see [1]](https://x)", "see [1] (https://x)"),
        ("[a [<x>] b](<https://x>)", "a [<x>] b (https://x)"),
    ],
)
def test_a_link_has_its_address_behind_its_words(typed, sent):
    assert encode(typed) == sent
    assert encode(decode(sent)) == sent


@pytest.mark.parametrize(
    "text",
    [
        "[a](javascript:alert)",
        "[a](file:///etc/passwd)",
        "[a](example.org)",
        "[ ](https://x)",
        "[](https://x)",
        "[a] (https://x)",
        "[a](https://x y)",
        "[a](https://x",
        "[a](<javascript:alert>)",
        "[a](<https://x)",
        "[a [b](https://x"[:9],
        "![a](https://x)",
        r"\[a](https://x)",
        "list[0](https://x)"[:7],
        "```\n[a](https://x)\n```",
    ],
)
def test_what_is_no_link_stays_as_it_was_typed(text):
    assert encode(text) == text


def test_code_is_not_touched():
    assert encode("`[a](https://x)`") == f"{MONO}[a](https://x){MONO}"


def test_a_very_long_line_is_not_looked_through():
    line = "[a](https://x)" * 1000

    assert with_addresses(line) == line


@given(st.text(alphabet="[]()<>`*\\ ahttps:/", max_size=80))
def test_any_line_keeps_its_letters(line):
    links = list(worded_links(line))

    assert len(with_addresses(line)) <= len(line) + len(links)

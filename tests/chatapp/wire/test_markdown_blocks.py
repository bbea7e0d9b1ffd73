import pytest

from chatapp.wire.markdown_blocks import (
    CodeBlock,
    Role,
    TextLine,
    blocks,
    code_blocks,
    lines_with_roles,
    without_fences,
)


def test_lines_and_fences_are_told_apart():
    assert list(blocks("see\n```py\nx = 1\n\ty\n```\ndone")) == [
        TextLine("see"),
        CodeBlock("x = 1\n\ty", "py"),
        TextLine("done"),
    ]


def test_a_longer_fence_may_hold_a_shorter_one():
    assert list(blocks("````\n```\nx\n```\n````")) == [CodeBlock("```\nx\n```")]


def test_code_ends_with_its_text():
    assert list(blocks("```c++\nx")) == [CodeBlock("x", "c++")]


def test_a_fence_alone_is_a_line():
    assert list(blocks("```")) == [TextLine("```")]
    assert list(blocks("```print(1)```")) == [TextLine("```print(1)```")]


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("> said", TextLine("said", 1)),
        (">", TextLine("", 1)),
        ("> > first", TextLine("first", 2)),
        ("> " * 9 + "deep", TextLine("> " * 5 + "deep", 4)),
        (">_<", TextLine(">_<")),
        (">>> print(1)", TextLine(">>> print(1)")),
        ("a > b", TextLine("a > b")),
    ],
)
def test_quotes_begin_with_a_sign_and_a_space(line, block):
    assert list(blocks(line)) == [block]


def test_each_line_has_a_role():
    assert [role for _line, role in lines_with_roles("a\n```\nb\n```")] == [
        Role.TEXT,
        Role.FENCE,
        Role.CODE,
        Role.FENCE,
    ]


def test_the_code_of_a_text_is_found():
    assert code_blocks("a\n```\nb\n```\n```sh\nc\n```") == [
        CodeBlock("b"),
        CodeBlock("c", "sh"),
    ]
    assert code_blocks("nothing") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Look:\n```python\ndef f(x):\n```\nNice?", "Look:\ndef f(x):\nNice?"),
        ("```sh\nls", "ls"),
        ("```\n```", "```\n```"),
        ("no code", "no code"),
    ],
)
def test_a_text_is_given_without_its_fences(text, words):
    assert without_fences(text) == words

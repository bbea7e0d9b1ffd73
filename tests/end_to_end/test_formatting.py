"""Formatted words and code, sent by a real window and told by the real server."""

import time

from tests.end_to_end.conftest import OpenWindow
from tools.window import Window

SECONDS = 30.0
MESSAGE = (
    "so **loud**\n```python\ndef f(n):\n\treturn 'a*b*c'\n```\n> said _before_\n"
    "see [the page](https://a.example/x)"
)


def wait_for_tagged(window: Window, tag: str, words: str) -> None:
    """Wait until some words look as a tag of the transcript has it."""
    deadline = time.monotonic() + SECONDS
    while words not in window.order("tagged", tag=tag):
        assert time.monotonic() < deadline, window.order("texts")


def test_markdown_is_read_as_it_was_meant_and_its_code_is_coloured(
    sign_in: OpenWindow,
) -> None:
    ada = sign_in("adaa")

    ada.order("paste", text=MESSAGE)
    ada.order("type", text="", key="Return")

    wait_for_tagged(ada, "bold", "loud")
    wait_for_tagged(ada, "italic", "before")
    wait_for_tagged(ada, "code-keyword-part", "def")
    wait_for_tagged(ada, "code-string-part", "'a*b*c'")
    ada.wait_for("see the page (https://a.example/x)")

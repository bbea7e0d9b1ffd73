"""What others write and are called is never taken for a command of Tcl."""

import pytest

from chatapp.models.entities import Quote, Reaction
from tests.chatapp.views.messages import message

ATTEMPTS = (
    "[hole]",
    "{}; hole; {",
    '"; hole; "',
    "$x [hole] %W %s",
    "\\[hole] \\x5bhole\\x5d",
    "a\n hole\n",
    "[eval hole] {*}[hole]",
    "`[hole]` **[hole]** https://[hole]/",
)


@pytest.mark.parametrize("words", ATTEMPTS)
def test_no_word_from_the_network_is_a_command(transcript, settle, words):
    called = []
    transcript.tk.createcommand("hole", lambda *_: called.append(words) or "")
    said = message(0, words, sender=words, reactions=(Reaction(words, (words,)),))
    answer = message(1, words, quote=Quote(words, words))

    transcript.splice(0, 0, [said, answer])
    settle()
    transcript.text.event_generate("<Motion>", x=100, y=30)
    settle()
    transcript.splice(0, 2, [])
    settle()
    transcript.tk.deletecommand("hole")

    assert called == []

"""The menu of a message while it is open."""

import pytest

from tests.chatapp.views.messages import messages
from tests.chatapp.views.transcript_stage import COPY, offering


@pytest.mark.parametrize(
    ("key", "done", "is_open"),
    [("c", [("copy", "2")], False), ("C", [("copy", "2")], False), ("x", [], True)],
)
def test_the_key_beside_an_entry_takes_it(transcript, settle, key, done, is_open):
    told = offering(transcript)
    transcript.on_offers = lambda _message: [COPY]
    transcript.splice(0, 0, messages(3))
    transcript.text.focus_force()
    for each in ("Up", "Return"):
        transcript.text.event_generate(f"<{each}>")
        settle()
    menu = transcript.pointer.menu.menu

    menu.event_generate(f"<Key-{key}>")
    settle()

    assert (told, bool(menu.winfo_ismapped())) == (done, is_open)
    menu.tk.call("tk::MenuUnpost", menu)

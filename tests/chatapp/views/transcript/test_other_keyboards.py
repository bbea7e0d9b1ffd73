"""The transcript by the keyboards of other systems."""

from types import SimpleNamespace

from chatapp.models.entities import ActionOffer
from chatapp.views.transcript.keys import TranscriptKeys
from tests.chatapp.views.messages import messages
from tests.chatapp.views.transcript_stage import COPY


def test_the_delete_key_of_a_mac_deletes_the_chosen_message(transcript, settle, mocker):
    mocker.patch("chatapp.views.windows.keys.sys.platform", "darwin")
    done = []
    offer = ActionOffer("delete", "Delete", "trash", "Delete")
    transcript.on_offers = lambda _message: (offer,)
    transcript.on_action = lambda name, said: done.append((name, said.key))
    transcript.splice(0, 0, messages(2))
    transcript.text.focus_force()
    settle()

    transcript.text.event_generate("<Up>")
    transcript.text.event_generate("<BackSpace>")
    settle()

    assert done == [("delete", "1")]


def test_what_altgr_writes_is_not_taken_for_the_letter_on_its_key(transcript, settle):
    """Tk on Windows names the key of a Polish ć "c", and says nothing of AltGr."""
    written = []
    transcript.on_typed = written.append
    transcript.on_offers = lambda _message: (COPY,)
    transcript.on_action = lambda *_it: written.append("nobody asked for that")
    transcript.splice(0, 0, messages(2))
    transcript.text.focus_force()
    settle()
    transcript.text.event_generate("<Up>")
    settle()

    pressed = SimpleNamespace(char="ć", keysym="c", state=0)
    handled = TranscriptKeys(transcript, transcript.pointer)._act(pressed)

    assert (written, handled) == (["ć"], "break")

"""Texts that a seed makes up: the transcript draws them all, and says what is after."""

from dataclasses import replace
from random import Random

import pytest

from chatapp.models.entities import Quote, Reaction
from tests.chatapp.views.messages import message
from tests.chatapp.views.transcript_stage import shown
from tests.fuzzing.hostile_text import text_by
from tests.support.seeds import chosen_seeds


@pytest.mark.parametrize("seed", chosen_seeds(12))
def test_whatever_is_written_the_transcript_goes_on(transcript, settle, seed):
    random = Random(seed)
    text, other, name = (text_by(random) for _ in range(3))
    said = message(0, text, sender=name[:40] or "Ada")
    answer = message(1, other, quote=Quote(name[:40], text[:500]))
    answer = replace(answer, reactions=(Reaction(text[:20] or "x", (name[:40],)),))

    transcript.splice(0, 0, [said, answer, message(2, "after it")])
    settle()
    transcript.expand(transcript.rows.all[0])
    settle()
    transcript.splice(1, 2, [])
    settle()
    transcript.splice(0, 1, [])

    assert "after it" in shown(transcript)

"""The soft sound of a message."""

import io
import wave
from array import array

from chatapp.models.desktop.chime import RATE, chime


def test_it_is_a_short_sound_that_any_program_can_play():
    with wave.open(io.BytesIO(chime())) as sound:
        seconds = sound.getnframes() / sound.getframerate()
        shape = (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())

    assert shape == (1, 2, RATE)
    assert 0.3 < seconds < 1


def test_it_is_soft_and_begins_and_ends_in_silence():
    with wave.open(io.BytesIO(chime())) as sound:
        levels = array("h", sound.readframes(sound.getnframes()))

    assert 3_000 < max(map(abs, levels)) < 12_000
    assert abs(levels[0]) < 100
    assert abs(levels[-1]) < 100

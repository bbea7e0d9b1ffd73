"""Makes the soft sound of a message: two tones that fade away."""

import io
import math
import sys
import wave
from array import array

RATE = 22_050
_SECONDS = 0.55
# Each tone: its pitch, when it begins, how loud it is.
_TONES = ((659.3, 0.0, 0.16), (987.8, 0.09, 0.12))
_FADE = 9.0
_SOFT_START = 0.012
_LOUDEST = 32_767


def chime() -> bytes:
    """Give the sound as a WAV file."""
    samples = array("h", (_sample(at / RATE) for at in range(int(RATE * _SECONDS))))
    if sys.byteorder == "big":
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())
    return file.getvalue()


def _sample(second: float) -> int:
    level = sum(_tone(second - begin, pitch) * loud for pitch, begin, loud in _TONES)
    fade_out = min(1.0, (_SECONDS - second) / 0.05)
    return round(level * fade_out * _LOUDEST)


def _tone(second: float, pitch: float) -> float:
    if second < 0:
        return 0.0
    swell = min(1.0, second / _SOFT_START)
    return swell * math.exp(-_FADE * second) * math.sin(math.tau * pitch * second)

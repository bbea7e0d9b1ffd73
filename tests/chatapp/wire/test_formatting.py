"""The codes of bold and coloured text: https://modern.ircdocs.horse/formatting.html"""

import pytest

from chatapp.wire.formatting import strip_formatting


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plain", "plain"),
        ("\x02bold\x0f and \x1ditalic\x1d", "bold and italic"),
        ("\x0304,01red on black\x03 and not", "red on black and not"),
        ("\x034four, \x03043", "four, 3"),
        ("\x04ff0000red", "red"),
        ("\x03,5", ",5"),
    ],
)
def test_the_words_are_left_without_their_codes(text, words):
    assert strip_formatting(text) == words

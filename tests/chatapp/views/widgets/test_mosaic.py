"""Fingerprints as mosaics."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageOps

from chatapp.views.widgets.mosaic import draw_mosaic
from chatapp.wire.fingerprints import Fingerprint

DIGESTS = st.binary(min_size=32, max_size=32).map(Fingerprint)


@given(DIGESTS)
def test_a_mosaic_mirrors_itself(fingerprint):
    picture = draw_mosaic(fingerprint, 100)

    assert picture.size == (100, 100)
    assert ImageOps.mirror(picture).tobytes() == picture.tobytes()


@given(DIGESTS, st.integers(0, 63))
def test_each_bit_of_the_first_eight_bytes_is_seen(fingerprint, bit):
    changed = bytearray(fingerprint.digest)
    changed[bit // 8] ^= 1 << bit % 8

    picture = draw_mosaic(Fingerprint(bytes(changed)), 100)

    assert picture.tobytes() != draw_mosaic(fingerprint, 100).tobytes()


@pytest.mark.parametrize("byte", [0, 255])
def test_plain_fingerprints_can_be_drawn_too(byte):
    assert draw_mosaic(Fingerprint(bytes([byte]) * 32), 96).getbbox()

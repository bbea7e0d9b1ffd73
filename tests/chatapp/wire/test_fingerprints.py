"""Fingerprints of certificates, in digits and in words."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.wire.fingerprint_words import FINGERPRINT_WORDS
from chatapp.wire.fingerprints import Fingerprint, MalformedFingerprint

DIGESTS = st.binary(min_size=32, max_size=32)


def test_a_certificate_is_known_by_the_sha_256_of_its_der_form():
    fingerprint = Fingerprint.of(b"a certificate")

    assert fingerprint.hex == hashlib.sha256(b"a certificate").hexdigest()


@given(DIGESTS)
def test_a_fingerprint_is_read_as_programs_write_it(digest):
    fingerprint = Fingerprint(digest)
    with_colons = ":".join(f"{byte:02X}" for byte in digest)

    assert Fingerprint.parse(fingerprint.hex) == fingerprint
    assert Fingerprint.parse(f" sha256:{fingerprint.hex}\n") == fingerprint
    assert Fingerprint.parse(f"SHA-256={with_colons}") == fingerprint


@pytest.mark.parametrize("text", ["", "ab", "g" * 64, "ab" * 33, "ä" * 64, ":" * 64])
def test_what_is_no_fingerprint_is_refused(text):
    with pytest.raises(MalformedFingerprint):
        Fingerprint.parse(text)


def test_there_is_a_word_for_each_byte_and_no_two_look_alike():
    beginnings = {word[:3] for word in FINGERPRINT_WORDS}

    assert len(set(FINGERPRINT_WORDS)) == 256
    assert all(3 <= len(word) <= 9 and word.islower() for word in FINGERPRINT_WORDS)
    assert len(beginnings) > 150


def test_words_tell_the_first_eight_bytes():
    fingerprint = Fingerprint(bytes(range(32)))

    assert fingerprint.words == FINGERPRINT_WORDS[:8]


def test_a_short_form_is_compared_only_if_it_says_enough():
    fingerprint = Fingerprint(bytes(range(32)))

    assert fingerprint.begins_with(bytes(range(8)))
    assert not fingerprint.begins_with(bytes(range(7)))
    assert not fingerprint.begins_with(bytes(8))

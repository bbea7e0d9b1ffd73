import pytest

from chatapp.wire.sasl import MalformedResponse
from server.settings.password_keys import hash_password, is_right, parse_keys

HASHED = hash_password("correct horse", bytes(16))


def test_a_hashed_password_is_known_again_however_it_was_typed():
    assert is_right("correct\u00a0horse", HASHED)
    assert not is_right("correct horse ", HASHED)


def test_a_plain_password_is_known_again():
    assert is_right("word", "word")
    assert not is_right("words", "word")


@pytest.mark.parametrize("offered", ["", "x", "scram-sha-256$1$$$"])
def test_where_no_password_is_kept_none_is_right(offered):
    assert not is_right(offered, None)


def test_a_word_that_only_begins_like_keys_is_none():
    with pytest.raises(MalformedResponse):
        parse_keys("scram-sha-256$60000$AAAA")

"""What proves passwords, and what nobody can prove."""

from chatapp.wire.scram import MIN_ITERATIONS, password_fits
from server.commands.credentials import Credentials


def test_keys_fit_their_password_only():
    keys = Credentials().keys_of("correct horse", MIN_ITERATIONS)

    assert password_fits("correct horse", keys)
    assert not password_fits("correct house", keys)


def test_the_same_password_has_other_keys_each_time():
    credentials = Credentials()

    first = credentials.keys_of("correct horse", MIN_ITERATIONS)
    second = credentials.keys_of("correct horse", MIN_ITERATIONS)

    assert first.salt != second.salt
    assert first.stored_key != second.stored_key


def test_false_keys_look_alike_each_time_and_fit_nothing():
    credentials = Credentials()

    anna = credentials.false_keys("anna", MIN_ITERATIONS)

    assert anna == credentials.false_keys("anna", MIN_ITERATIONS)
    assert anna.salt != credentials.false_keys("bert", MIN_ITERATIONS).salt
    assert not password_fits("", anna)


def test_a_nonce_is_used_once_and_has_no_comma():
    nonces = {Credentials().nonce() for _ in range(100)}

    assert len(nonces) == 100
    assert "," not in "".join(nonces)

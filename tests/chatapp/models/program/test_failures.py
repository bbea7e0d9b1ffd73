"""Errors in the log: what failed and where, and no word of what people said."""

import logging

from chatapp.models.program.failures import log_failure


def fail(words):
    raise ValueError(words)


def test_an_error_is_logged_with_its_place_and_without_its_words(caplog):
    try:
        fail("-".join(["a", "secret"]))
    except ValueError as error:
        log_failure(logging.getLogger("test"), "A listener failed", error)

    assert "A listener failed: ValueError" in caplog.text
    assert "test_failures.py" in caplog.text
    assert "a-secret" not in caplog.text

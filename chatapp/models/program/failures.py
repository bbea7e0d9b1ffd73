"""Logs an unexpected error without its words: they may hold what people said."""

import logging
import traceback


def log_failure(log: logging.Logger, sentence: str, error: Exception) -> None:
    """Log what failed, the kind of error and where it came from."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s: %s\n%s", sentence, type(error).__name__, frames)

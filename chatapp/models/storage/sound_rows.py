"""Passes over rows that make no sense, so that one of them does not hide all others."""

import logging
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

log = logging.getLogger(__name__)

Made = TypeVar("Made")
NO_SENSE = (KeyError, OverflowError, TypeError, ValueError)
"""What is raised by words that are not known, and by times that cannot be."""


def sound(
    make: Callable[[tuple[Any, ...]], Made], rows: Iterable[tuple[Any, ...]]
) -> list[Made]:
    """Make something of each row; those of which that cannot be stay on the disk."""
    found = []
    for row in rows:
        try:
            found.append(make(row))
        except NO_SENSE as error:
            log.warning("A row of the history makes no sense: %s", type(error).__name__)
    return found

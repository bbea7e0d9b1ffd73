"""Passes over rows that make no sense, so that one of them does not hide all others."""

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

log = logging.getLogger(__name__)

Made = TypeVar("Made")
NO_SENSE = (KeyError, OverflowError, TypeError, ValueError)
"""What is raised by words that are not known, and by times that cannot be."""


def readable(
    make: Callable[[tuple[Any, ...]], Made], rows: Iterable[tuple[Any, ...]]
) -> Iterator[Made]:
    """Make something of each row; those of which that cannot be stay on the disk."""
    for row in rows:
        try:
            made = make(row)
        except NO_SENSE as error:
            log.warning("A row of the history makes no sense: %s", type(error).__name__)
        else:
            yield made


def require_text(*values: object) -> None:
    """Refuse values that are no text, as the database takes any into any column.

    Raises:
        TypeError: one of them is something else.
    """
    if not all(isinstance(value, str) for value in values):
        raise TypeError

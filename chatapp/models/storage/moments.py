"""Reads points in time as the database has them: in milliseconds since 1970."""

from datetime import UTC, datetime, timedelta

from chatapp.wire.timestamps import EARLIEST, LATEST

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def moment_at(milliseconds: int) -> datetime:
    """Give the point in time so many milliseconds after the beginning of 1970.

    What is so far away that some zone has no clock for it, as earlier releases kept it,
    is brought as near as needed.

    Raises:
        OverflowError: no calendar has such a day.
    """
    moment = _BEGINNING + timedelta(milliseconds=milliseconds)
    return min(max(moment, EARLIEST), LATEST)

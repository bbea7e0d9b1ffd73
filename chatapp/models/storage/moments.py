"""Reads points in time as the database has them: in milliseconds since 1970."""

from datetime import UTC, datetime, timedelta

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


def moment_at(milliseconds: int) -> datetime:
    """Give the point in time so many milliseconds after the beginning of 1970."""
    return _BEGINNING + timedelta(milliseconds=milliseconds)

"""Checks this computer's clock against what the history and this program know."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from chatapp.wire.findings import Finding, Verdict
from server.storage.beginning import last_time
from server.storage.schema import open_for_reading

NAME = "Clock"
BEFORE_THIS_PROGRAM = datetime(2026, 1, 1, tzinfo=UTC)
DIFFERENCE = timedelta(minutes=2)
ADVICE = "Set the clock right, best by the network (NTP)."


def check_clock(path: Path, now: datetime) -> Iterator[Finding]:
    """Tell whether the clock can be right: it may not be behind what has happened."""
    shown = f"{now:%Y-%m-%d %H:%M:%S} UTC"
    latest = _latest(path)
    if now < BEFORE_THIS_PROGRAM:
        sentence = f"The clock says {shown}, a time before this program was written."
        yield Finding(NAME, Verdict.FAIL, sentence, ADVICE)
    elif latest is not None and now + DIFFERENCE < latest:
        sentence = (
            f"The clock says {shown}, and the latest message is of "
            f"{latest:%Y-%m-%d %H:%M:%S}."
        )
        yield Finding(NAME, Verdict.FAIL, sentence, ADVICE)
    else:
        yield Finding(NAME, Verdict.OK, f"The clock says {shown}.")


def _latest(path: Path) -> datetime | None:
    """Give when the latest of what is kept happened; None: it cannot be told."""
    if not path.exists():
        return None
    try:
        connection = open_for_reading(path)
        try:
            told = last_time(connection)
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    return datetime.fromtimestamp(told / 1000, UTC) if told else None

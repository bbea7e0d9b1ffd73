import os
import time
from datetime import UTC, datetime

import pytest

from chatapp.models.storage.moments import moment_at
from chatapp.wire.timestamps import milliseconds, parse_time

needs_zones = pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="this system has no zones to choose from"
)
ZONES = ["Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati", "Etc/GMT+12"]


@pytest.fixture(params=ZONES)
def zone(request, monkeypatch):
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    if before is None:
        monkeypatch.delenv("TZ")
    else:
        monkeypatch.setenv("TZ", before)
    time.tzset()


@needs_zones
@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    "kept", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]
)
def test_a_time_that_was_kept_can_be_shown_in_every_zone(kept):
    assert 1969 <= moment_at(milliseconds(kept)).astimezone().year <= 3000


def test_a_number_beyond_every_calendar_is_no_time():
    with pytest.raises(OverflowError):
        moment_at(2**63 - 1)


@needs_zones
@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize(
    "text", ["1970-01-01T00:00:00Z", "2026-11-22T17:03:11Z", "2999-12-31T00:00:00Z"]
)
def test_what_is_read_from_the_wire_can_be_shown_in_every_zone(text):
    assert parse_time(text).astimezone() == parse_time(text)

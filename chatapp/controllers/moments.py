"""Says when something was: at what time, and on which day if that was not today."""

from collections.abc import Callable
from datetime import datetime, timedelta

from chatapp.calendar_words import write_day
from chatapp.language import gettext as _

TODAY = "{time}"
YESTERDAY = _("Yesterday {time}")
LONGER_AGO = _("{day} {time}")


class Moments:
    """Words moments by this computer's clock."""

    def __init__(self, now: Callable[[], datetime], clock: Callable[[], str]) -> None:
        """Word them in relation to `now`; `clock` gives the format of times."""
        self._now = now
        self._clock = clock

    def say(self, moment: datetime) -> str:
        """Say when a moment was."""
        there, today = moment.astimezone(), self._now().astimezone().date()
        words = LONGER_AGO
        if there.date() == today:
            words = TODAY
        elif there.date() == today - timedelta(days=1):
            words = YESTERDAY
        time = there.strftime(self._clock())
        day = write_day(there, with_year=there.year != today.year, is_short=True)
        return words.format(time=time, day=day).strip()

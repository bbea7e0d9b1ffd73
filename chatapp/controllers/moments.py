"""Says when something was: at what time, and on which day if that was not today."""

from collections.abc import Callable
from datetime import datetime, timedelta

from chatapp.language import gettext as _

TODAY = "{time}"
YESTERDAY = _("Yesterday {time}")
THIS_YEAR = "{day} {month:%b} {time}"
EARLIER = "{day} {month:%b %Y} {time}"


class Moments:
    """Words moments by this computer's clock."""

    def __init__(self, now: Callable[[], datetime], clock: Callable[[], str]) -> None:
        """Word them in relation to `now`; `clock` gives the format of times."""
        self._now = now
        self._clock = clock

    def say(self, moment: datetime) -> str:
        """Say when a moment was."""
        there, today = moment.astimezone(), self._now().astimezone().date()
        words = EARLIER
        if there.date() == today:
            words = TODAY
        elif there.date() == today - timedelta(days=1):
            words = YESTERDAY
        elif there.year == today.year:
            words = THIS_YEAR
        time = there.strftime(self._clock())
        return words.format(time=time, day=there.day, month=there).strip()

"""Writes days as people say them, in the language of the window."""

from datetime import date

from chatapp.language import gettext as _

_MONTHS = (
    _("January"),
    _("February"),
    _("March"),
    _("April"),
    _("May"),
    _("June"),
    _("July"),
    _("August"),
    _("September"),
    _("October"),
    _("November"),
    _("December"),
)
_SHORT_MONTHS = (
    _("Jan"),
    _("Feb"),
    _("Mar"),
    _("Apr"),
    _("May"),
    _("Jun"),
    _("Jul"),
    _("Aug"),
    _("Sep"),
    _("Oct"),
    _("Nov"),
    _("Dec"),
)
_WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
_DAY = _("{day} {month}")
_DAY_AND_YEAR = _("{day} {month} {year}")
_MOMENT = _("{day}, {clock}")
_TITLE = _("{weekday} {day}")


def write_day(day: date, *, with_year: bool = False, is_short: bool = False) -> str:
    """Write the day of the month and the month, and if need be the year."""
    months = _SHORT_MONTHS if is_short else _MONTHS
    template = _DAY_AND_YEAR if with_year else _DAY
    return template.format(day=day.day, month=months[day.month - 1], year=day.year)


def write_weekday(day: date, *, with_year: bool = False) -> str:
    """Write the day with its name in the week."""
    told = write_day(day, with_year=with_year)
    return _TITLE.format(weekday=_WEEKDAYS[day.weekday()], day=told)


def write_moment(day: date, clock: str) -> str:
    """Write a day with the time of day."""
    return _MOMENT.format(day=write_day(day), clock=clock)


def as_title(words: str) -> str:
    """Write a day that stands alone, with a capital also where its name has none."""
    return words[:1].upper() + words[1:]

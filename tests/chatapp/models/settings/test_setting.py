"""What may stand in the file for a setting, and what may not."""

from datetime import time

import pytest

from chatapp.models.settings.choices import Mode
from chatapp.models.settings.setting import (
    Names,
    Number,
    OneOf,
    Switch,
    Text,
    TimeOfDay,
    Whole,
    Words,
    WrongValue,
)


@pytest.mark.parametrize(
    ("rule", "raw", "value"),
    [
        (Switch(), True, True),
        (OneOf(Mode), "dark", Mode.DARK),
        (OneOf(Mode), "Dark", Mode.DARK),
        (Whole(1, 9), 9, 9),
        (Number(0.5, 3.0), 2, 2.0),
        (Text("maria"), "noor", "noor"),
        (Names(2), ["a", "b"], ("a", "b")),
        (Names(2), ["a", "a"], ("a",)),
        (TimeOfDay(), "22:00", time(22)),
        (TimeOfDay(), "7", time(7)),
        (TimeOfDay(), " 7.05 ", time(7, 5)),
        (TimeOfDay(), time(7, 5, 3), time(7, 5)),
    ],
)
def test_a_value_that_makes_sense_is_read(rule, raw, value):
    assert rule.read(raw) == value


@pytest.mark.parametrize(
    ("rule", "raw"),
    [
        (Switch(), 1),
        (Switch(), "true"),
        (OneOf(Mode), "dusk"),
        (OneOf(Mode), 3),
        (OneOf(Mode), ["dark"]),
        (Whole(1, 9), 10),
        (Whole(1, 9), True),
        (Whole(1, 9), 3.0),
        (Number(0.5, 3.0), "2"),
        (Number(0.5, 3.0), float("nan")),
        (Number(0.5, 3.0), True),
        (Text("maria"), "two\nlines"),
        (Text("maria", 3), "noor"),
        (Text("maria"), 3),
        (Names(2), ["a", "b", "c"]),
        (Names(2), ["a", 3]),
        (Names(2), "a"),
        (Words(2, 5), ["a", "b", "c"]),
        (Words(2, 5), "a,b,c"),
        (Words(2, 5), ["sixsix"]),
        (Words(2, 5), ["a\nb"]),
        (Words(2, 5), ["a", 3]),
        (Words(2, 5), 3),
        (TimeOfDay(), "24:00"),
        (TimeOfDay(), "22:60"),
        (TimeOfDay(), "22:5"),
        (TimeOfDay(), "22:"),
        (TimeOfDay(), "022:00"),
        (TimeOfDay(), "ten"),
        (TimeOfDay(), ""),
        (TimeOfDay(), 22),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(rule, raw):
    with pytest.raises(WrongValue):
        rule.read(raw)


@pytest.mark.parametrize(
    ("rule", "value", "raw"),
    [
        (Switch(), True, True),
        (OneOf(Mode), Mode.DARK, "dark"),
        (Names(2), ("a", "b", "c"), ["b", "c"]),
        (Words(2, 5), ("a", "b"), ["a", "b"]),
        (TimeOfDay(), time(7, 5), "07:05"),
    ],
)
def test_a_value_is_written_as_it_is_read(rule, value, raw):
    assert rule.write(value) == raw


def test_words_are_typed_with_commas_and_each_counts_once():
    rule = Words(3, 9)

    assert rule.read(" exam, lab 3,,exam ,") == ("exam", "lab 3")
    assert rule.read("") == ()
    assert rule.typed(("exam", "lab 3")) == "exam, lab 3"

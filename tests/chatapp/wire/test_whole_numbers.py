import pytest

from chatapp.wire.whole_numbers import whole_number


@pytest.mark.parametrize(
    ("text", "number"), [("0", 0), ("0042", 42), ("999999999", 999_999_999)]
)
def test_a_few_digits_are_a_number(text, number):
    assert whole_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "-1", "+1", " 1", "1_0", "²", "٣", "1" * 10, "1" * 5000]
)
def test_nothing_else_is(text):
    assert whole_number(text) is None


def test_a_number_may_have_to_be_shorter():
    assert (whole_number("302", 3), whole_number("3020", 3)) == (302, None)

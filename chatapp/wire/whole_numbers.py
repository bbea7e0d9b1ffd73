"""Reads whole numbers as they stand on the wire: a few digits of ASCII."""

MOST_DIGITS = 9


def whole_number(text: str, most_digits: int = MOST_DIGITS) -> int | None:
    """Give the number that a text is; None where it is none.

    Signs, spaces and the digits of other scripts make no number.

    Args:
        text: what somebody sent or typed.
        most_digits: with more it is no number, as some could not even be read.
    """
    is_number = text.isascii() and text.isdigit() and len(text) <= most_digits
    return int(text) if is_number else None

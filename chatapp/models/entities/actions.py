"""What can be done about a message, as views are told of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionOffer:
    """Something that can be done about a message, in words and as a picture.

    `key` does it to a message that is chosen: a letter, or what Tk calls another key.
    What is `in_bar` can be pressed over the message under the pointer, what is `in_row`
    in the message itself. A reaction has an `emoji` for its picture; with `is_on` it
    is there already.
    """

    name: str
    words: str
    icon: str
    key: str = ""
    in_bar: bool = False
    in_row: bool = False
    emoji: str = ""
    is_on: bool = False

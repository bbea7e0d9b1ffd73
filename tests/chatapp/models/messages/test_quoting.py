from dataclasses import replace

from chatapp.models.entities import MessageKind, Quote
from chatapp.models.messages.quoting import quote_of
from tests.chatapp.controllers.fakes import message


def test_a_quote_has_the_words_of_code_without_its_fences() -> None:
    said = message("k1", text="```python\ndef f(x):\n```", sender="Ann")

    assert quote_of(said) == Quote("Ann", "def f(x):")


def test_of_a_deleted_message_nothing_is_quoted() -> None:
    gone = replace(message("k1", sender="Ann"), kind=MessageKind.DELETED)

    assert quote_of(gone) == Quote("Ann", "")

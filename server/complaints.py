"""What keeps a server from its start, told in the language of who starts it."""

from collections.abc import Mapping


class Complaint(Exception):
    """A sentence that says what is wrong and what to do.

    As a text, such as in the log, it is in English. Which language the terminal has is
    looked up when it is told only: no server that runs needs a catalog.
    """

    def __init__(self, words: str, **values: object) -> None:
        """Take the words with places, for translators, and what stands in these."""
        super().__init__(words.format(**values))
        self._words = words
        self._values = values

    def spoken(self, environment: Mapping[str, str]) -> str:
        """Say it in the language of the system."""
        from chatapp import language  # noqa: PLC0415 - as said above

        words = language.in_system_language(self._words, environment)
        return words.format(**self._values)

"""Has the help of `chatapp-server` speak the language of the system.

What keeps the server from its start is told so as well (`server/complaints.py`), and
nothing else is translated: a start that succeeds loads no catalog.
"""

from collections.abc import MutableMapping, Sequence

ASKS = frozenset(("-h", "--help"))


def speak(arguments: Sequence[str], environment: MutableMapping[str, str]) -> None:
    """Choose the language where help is asked for, before its words are loaded.

    Args:
        arguments: the command line.
        environment: where systems say which languages a person reads.
    """
    if ASKS.isdisjoint(arguments):
        return
    from chatapp import language  # noqa: PLC0415 - as said above

    language.teach_libraries(language.choose("", environment), environment)

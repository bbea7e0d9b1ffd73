"""Why a server ends a session, by its words: there is no code for that."""

import re

_CLOSING = re.compile(r"closing (?:link|connection): *", re.I)
_IN_BRACKETS = re.compile(r"(?:^| )[(\[](?!\S+[)\]] )(.*)")
"""The reason; a word in brackets with more behind it is an address."""

_REMOVED = re.compile(
    r"\W*(?:(?:you|user) (?:are|is|have been|has been) )?"
    r"(?:(?:permanently|temporarily|local|remote) )?"
    r"(?:(?:auto-?|a)?kill(?:ed)?|a?[kgdzq]-?lined?|banned|not welcome)\b",
    re.I,
)
_IS_COLLISION = re.compile(r"\bcolli(?:sion|ded)\b", re.I)


def reason_of(words: str) -> str:
    """Give the reason in an ERROR, without the address that many servers put before it.

    They write "Closing Link: nick[host] (reason)", "Closing link: (user@host)
    [reason]", "Closing Link: nick by server (reason)", or the reason alone.
    """
    closing = _CLOSING.match(words)
    if closing is None:
        return words
    rest = words[closing.end() :]
    found = _IN_BRACKETS.search(rest)
    return found[1] if found else rest


def is_collision(words: str) -> bool:
    """Tell whether two people had one nick as parts of a network met: nobody's will."""
    return _IS_COLLISION.search(words) is not None


def is_removal(words: str) -> bool:
    """Tell whether an ERROR says that somebody does not want one there any more."""
    removed = _REMOVED.match(reason_of(words))
    return removed is not None and not is_collision(words)

"""Takes what is secret out of a line of the protocol, so that it can be shown."""

import re

MASK = "••••••"

_WORD = r"(?:(?::.*)|[^ ]+)"
_MECHANISMS = "PLAIN|EXTERNAL|SCRAM-[A-Z0-9-]+|ECDSA-[A-Z0-9-]+"
_HEAD = r"(?P<head>(?:@[^ ]+ +)?(?::[^ ]+ +)?"
# What an account is proved by goes in pieces of base64; a mechanism has a name.
_PATTERNS = tuple(
    re.compile(f"{_HEAD}{pattern}", re.IGNORECASE)
    for pattern in (
        rf"PASS +)(?P<secret>{_WORD})",
        rf"OPER +[^ ]+ +)(?P<secret>{_WORD})",
        rf"AUTHENTICATE +)(?P<secret>(?!(?:{_MECHANISMS}|[*+])$)[^ ]+)",
        rf"REGISTER +[^ ]+ +[^ ]+ +)(?P<secret>{_WORD})",
        r"(?:PRIVMSG|NOTICE|SQUERY) +[^ ]*serv(?:@[^ ]+)? +)(?P<secret>.+)",
        r"(?:NS|NICKSERV|CS|CHANSERV) +)(?P<secret>.+)",
        r"MODE +[^ ]+ +[-+][a-zA-Z+-]*k[a-zA-Z+-]* +)(?P<secret>.+)",
        rf"VERIFY +[^ ]+ +)(?P<secret>{_WORD})",
        r"JOIN +[^ ]+ +)(?P<secret>[^ ]+)$",
        r"INVITATION +MADE +(?:[^ ]+ +){5})(?P<secret>.*)",
    )
)


def without_secrets(line: str) -> str:
    """Give a line with a mask in place of passwords, proofs and tokens.

    Args:
        line: a line as it stands on the wire, without its end.
    """
    for pattern in _PATTERNS:
        match = pattern.match(line)
        if match:
            start, end = match.span("secret")
            return f"{line[:start]}{MASK}{line[end:]}"
    return line

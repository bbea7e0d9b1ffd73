"""The program `python -m chatapp.code_reader`: tells what the parts of code are.

The window starts it for code in messages. What strangers send may make a pattern take
for ever; here it holds up nobody, and can be ended.

Each line of standard input is JSON, `{"language": …, "source": …}`, and so is each line
of the answer: a list of kinds and texts. Joined, the texts are the source again.
"""

import json
import os
import sys
import threading
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter

from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Generic, Keyword, Name, Number, String, Token
from pygments.util import ClassNotFound

# Memory is given back after a while in which nobody wrote code.
_IDLE_SECONDS = 60.0
_KINDS = (
    (Comment, "comment"),
    (Keyword, "keyword"),
    (Name.Builtin, "builtin"),
    (Name.Exception, "builtin"),
    (Name.Function, "name"),
    (Name.Class, "name"),
    (Name.Tag, "name"),
    (Name.Decorator, "name"),
    (Name.Attribute, "builtin"),
    (String, "string"),
    (Number, "number"),
    (Generic.Deleted, "deleted"),
    (Generic.Inserted, "inserted"),
    (Generic.Heading, "name"),
    (Token.Literal, "string"),
)


def read_code(language: str, source: str) -> list[tuple[str, str]]:
    """Give the parts of some code, each with its kind, "" for the plain ones."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return [("", source)]
    found = ((_kind(token), text) for token, text in lexer.get_tokens(source))
    parts = list(_joined(found))
    is_whole = "".join(text for _kind, text in parts) == source
    return parts if is_whole else [("", source)]


def _joined(parts: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for kind, group in groupby(parts, key=itemgetter(0)):
        yield kind, "".join(text for _kind, text in group)


def _kind(token: object) -> str:
    return next((name for kind, name in _KINDS if token in kind), "")


def main() -> int:
    """Answer each line until there are no more, or none comes for a while."""
    idle = _begin_to_be_idle()
    for line in sys.stdin:
        idle.cancel()
        asked = json.loads(line)
        answer = json.dumps(read_code(asked["language"], asked["source"]))
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
        idle = _begin_to_be_idle()
    idle.cancel()
    return 0


def _begin_to_be_idle() -> threading.Timer:
    # The main thread waits for a line that may never come, and nothing has to be kept.
    timer = threading.Timer(_IDLE_SECONDS, os._exit, [0])
    timer.daemon = True
    timer.start()
    return timer


if __name__ == "__main__":
    sys.exit(main())

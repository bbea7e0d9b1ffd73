"""Sentences about files that somebody puts into the box, ready to translate."""

from chatapp.language import gettext as _
from chatapp.language import number
from chatapp.models.program.text_files import LONGEST_LINE, MOST_BYTES, Refusal

LONG = _("Put the {count} lines of {names} into the box?")
INSERT = _("Put in {count} lines")
DROPPED_TEXT = _("The dropped text")
PASTED_TEXT = _("The pasted text")
_REFUSED = {
    Refusal.NO_FILE: _("{name} is no file. Of a folder, drop the text files in it."),
    Refusal.UNREADABLE: _(
        "{name} could not be read. Look whether it is still there and you may open it."
    ),
    Refusal.EMPTY: _("{name} is empty, so there was nothing to put in."),
    Refusal.TOO_LARGE: _(
        "{name} is too large to be written in a chat: up to {most} KB can be put in."
        " Copy the part that matters instead."
    ),
    Refusal.NO_TEXT: _(
        "{name} is no text, and only text can be sent here. Send a link to it instead."
    ),
    Refusal.LONG_LINE: _(
        "{name} has a line of more than {longest} characters, which is too long to be"
        " written in a chat. Break it into shorter lines first."
    ),
}


def refused(name: str, reason: Refusal) -> str:
    """Say why a file is not put in, and what helps."""
    return _REFUSED[reason].format(
        name=name, most=MOST_BYTES // 1000, longest=number(LONGEST_LINE)
    )

"""How far a message of one's own has come, told by sign and words, not colour alone."""

from collections.abc import Callable, Iterable

from chatapp.language import gettext as _
from chatapp.models.entities import ActionOffer, ChatMessage, Delivery
from chatapp.views.transcript.layout import day_title, local_day
from chatapp.views.transcript.line import Line, Picture, Piece, Tags
from chatapp.views.transcript.manner import Manner
from chatapp.views.transcript.rich_text import plain

_SIGNS = {Delivery.WAITING: ("clock", 12), Delivery.SENT: ("arrow-up-short", 15)}
EDITED = "edited"
_WORD = _("(edited)")
ALARMING = ("unread", "unsent")
"""Rules over messages that are to be noticed."""
ACT = "act-"
"""What the tag of words begins with that can be pressed; an action's name follows."""
_TAGS: dict[Delivery, Tags] = {
    Delivery.WAITING: ("pending",),
    Delivery.SENT: ("pending",),
    Delivery.FAILED: ("failed",),
}

# Draws an icon of this name and size, in the palette's colour of this name.
IconMaker = Callable[[str, int, str], Picture]


def state_tags(message: ChatMessage) -> Tags:
    """Give the tags that a message has because of its state."""
    return _TAGS.get(message.delivery, ())


def state_pieces(message: ChatMessage, icon: IconMaker) -> list[Piece]:
    """Give what stands behind a message that is on its way, or was edited."""
    pieces: list[Piece] = []
    if message.edited_at:
        pieces += [("  ", ()), (_WORD, ("time", EDITED))]
    if message.delivery in _SIGNS:
        name, size = _SIGNS[message.delivery]
        pieces += [("  ", ()), icon(name, size, "muted")]
    return pieces


def unsent_title(message: ChatMessage) -> str:
    """Say above a message that it waits below later ones, as nobody else has it."""
    day = day_title(local_day(message), local_day(message))
    if message.unclear:
        return _("Written on {day}, perhaps not sent").format(day=day)
    return _("Written on {day}, not sent: only you see it").format(day=day)


def edited_when(message: ChatMessage, manner: Manner) -> str:
    """Say when a message was given the words that it has; "" if they are its first."""
    if message.edited_at is None:
        return ""
    shown = manner if manner.clock else Manner()
    day, time = message.edited_at.astimezone().date(), shown.time(message.edited_at)
    if day == local_day(message):
        return _("Edited at {time}").format(time=time)
    return _("Edited on {day_title} at {time}").format(
        day_title=day_title(day, local_day(message)), time=time
    )


def failure(
    message: ChatMessage, tags: Tags, icon: IconMaker, offers: Iterable[ActionOffer]
) -> Line:
    """Say under a message why it did not arrive, and what can be done about it."""
    problem = plain(message.problem) or _("It did not reach the server.")
    sign = icon("exclamation-circle-fill", 12, "danger_text")
    state = _("Not confirmed.") if message.unclear else _("Not sent.")
    pieces: list[Piece] = [sign, (f"  {state} {problem}", ())]
    for offer in offers:
        if offer.in_row:
            pieces += [("    ", ()), (offer.words, ("act", f"{ACT}{offer.name}"))]
    return Line(("body", *tags, "failure"), pieces)

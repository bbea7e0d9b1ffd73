"""What it does to press a part of a message: a link, a name, a quote, a reaction."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from chatapp.views.transcript import code_card
from chatapp.views.transcript.answered_line import ANSWERED
from chatapp.views.transcript.reaction_pills import REACT, pill_number
from chatapp.views.transcript.rows import Row
from chatapp.views.transcript.states import ACT
from chatapp.wire.links import host_of, link_target

if TYPE_CHECKING:
    from chatapp.views.transcript.transcript import Transcript

_PRESSABLE = frozenset(("link", "act", "gap", "fold", ANSWERED, REACT))


class Presses:
    """Turns what is pressed into the transcript's callbacks."""

    def __init__(self, view: "Transcript") -> None:
        self._view = view

    def press(self, row: Row, index: str, tags: Sequence[str]) -> None:
        """Do what belongs to the part of a message that has these tags."""
        view, message = self._view, row.message
        action = next((tag for tag in tags if tag.startswith(ACT)), "")
        pill = pill_number(tags)
        if action:
            view.on_action(action.removeprefix(ACT), message)
        elif pill is not None:
            view.on_reaction(message, message.reactions[pill].emoji)
        elif code_card.COPY in tags or code_card.SAVE in tags:
            self._take_code(row, tags)
        elif ANSWERED in tags:
            view.on_answered(message)
        elif "gap" in tags:
            view.on_gap(message.key)
        else:
            self._press_words(row, index, tags)

    def link_at(self, index: str) -> str:
        """Give where the link leads that stands at an index."""
        text = self._view.text
        return link_target(text.get(*text.tag_prevrange("link", f"{index}+1c")))

    def _press_words(self, row: Row, index: str, tags: Sequence[str]) -> None:
        if "more" in tags:
            self._view.expand(row)
        elif "link" in tags:
            self._view.on_link(self.link_at(index))
        elif _is_person(index, tags):
            self._view.on_person(row.message.sender)

    def _take_code(self, row: Row, tags: Sequence[str]) -> None:
        block = code_card.code_at(tuple(tags), row.message)
        if block and code_card.SAVE in tags:
            self._view.on_save_code(block.source, block.language)
        elif block:
            self._view.on_copy(block.source)


def where_it_leads(link: str) -> str:
    """Tell all of a link, and first whose it is."""
    return f"{host_of(link)}: {link}"


def is_pressable(index: str, tags: Sequence[str]) -> bool:
    """Tell whether something happens when one presses what stands at an index."""
    return not _PRESSABLE.isdisjoint(tags) or _is_person(index, tags)


def _is_person(index: str, tags: Sequence[str]) -> bool:
    """Tell whether a name stands at an index, or the avatar before it."""
    if any(tag.startswith("person") for tag in tags):
        return True
    return index.endswith(".0") and ("head" in tags or "first" in tags)

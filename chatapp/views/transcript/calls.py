"""What the transcript calls back when somebody does something in it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from chatapp.models.entities import ActionOffer, ChatMessage
    from chatapp.views.transcript.code_card import Highlighter


class TranscriptCalls:
    """Calls that whoever joins the transcript replaces; until then they do nothing."""

    def __init__(self) -> None:
        self.on_older: Callable[[], None] = lambda: None
        self.on_newer: Callable[[], None] = lambda: None
        self.on_end: Callable[[bool], bool] = lambda sees_end: sees_end
        self.on_jump: Callable[[], None] = lambda: None
        self.on_catch_up: Callable[[], None] = lambda: None
        self.on_link: Callable[[str], None] = lambda _url: None
        self.on_offers: Callable[[ChatMessage], Sequence[ActionOffer]] = lambda _it: ()
        self.on_action: Callable[[str, ChatMessage], None] = lambda _name, _it: None
        self.on_other_key: Callable[[Sequence[str], ChatMessage], bool] = (
            lambda _keys, _it: False
        )
        self.on_reaction: Callable[[ChatMessage, str], None] = lambda _it, _emoji: None
        self.on_answered: Callable[[ChatMessage], None] = lambda _it: None
        self.on_gap: Callable[[str], None] = lambda _key: None
        self.on_person: Callable[[str], None] = lambda _nick: None
        self.on_typed: Callable[[str], None] = lambda _letter: None
        self.on_copy: Callable[[str], None] = lambda _text: None
        self.on_code: Highlighter = lambda block: [("", block.source)]
        self.on_save_code: Callable[[str, str], None] = lambda _code, _language: None

"""Reactions to a message: which are offered, and what it does to press one."""

from collections.abc import Callable, Sequence

from chatapp.controllers.reading.attached_wording import who_reacted
from chatapp.models.entities import ActionOffer, ChatMessage
from chatapp.models.messages.emoji_reactions import EmojiReactions

USUAL = ("👍", "❤️", "😂", "🎉", "😮", "👀")
"""What is at hand for who has used no others yet."""
AT_HAND = len(USUAL)
_NAME = "react "


class MessageReactions:
    """Offers a few emoji for each message, and all others in a card."""

    def __init__(
        self,
        reactions: EmojiReactions,
        recent: Callable[[], Sequence[str]],
        pick: Callable[[Callable[[str], None]], object],
    ) -> None:
        """Offer them.

        Args:
            reactions: puts them on messages.
            recent: gives the emoji that were used last, the newest first.
            pick: lets somebody pick an emoji, and tells which.
        """
        self._reactions = reactions
        self._recent = recent
        self._pick = pick

    def can_react(self, message: ChatMessage) -> bool:
        """Tell whether one can react to a message."""
        return self._reactions.is_possible(message)

    def offers(self, message: ChatMessage) -> Sequence[ActionOffer]:
        """List what one can react with at once, and what others have put there."""
        if not self.can_react(message):
            return ()
        there = {each.emoji: each for each in message.reactions}
        at_hand = self._at_hand()
        found = []
        for emoji in dict.fromkeys((*at_hand, *there)):
            reaction = there.get(emoji)
            found.append(
                ActionOffer(
                    f"{_NAME}{emoji}",
                    who_reacted(reaction) if reaction else "",
                    "",
                    in_bar=emoji in at_hand,
                    emoji=emoji,
                    is_on=reaction is not None and reaction.mine,
                )
            )
        return found

    def act(self, name: str, message: ChatMessage) -> bool:
        """Put on or take off what an offer was about; False if it is none of these."""
        if not name.startswith(_NAME):
            return False
        self.toggle(message, name.removeprefix(_NAME))
        return True

    def toggle(self, message: ChatMessage, emoji: str) -> None:
        """Put an emoji on a message, or take one's own off."""
        if self.can_react(message):
            self._reactions.toggle(message, emoji)

    def pick(self, message: ChatMessage) -> None:
        """Let one pick an emoji, and put that on."""
        self._pick(lambda emoji: self.toggle(message, emoji))

    def _at_hand(self) -> Sequence[str]:
        return tuple(dict.fromkeys((*self._recent(), *USUAL)))[:AT_HAND]

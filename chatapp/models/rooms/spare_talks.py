"""Finds which conversation with one person goes, where others have opened too many."""

from datetime import UTC, datetime

from chatapp.models.rooms.conversations import Conversation, Conversations

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def spare_talk(conversations: Conversations, looked_at: str) -> Conversation | None:
    """Find the one that was silent for longest and in which one did nothing oneself.

    It comes back as it was once that person writes again.

    Args:
        conversations: all that are open.
        looked_at: the name of the one on the screen, which stays.
    """
    here = conversations.find(looked_at)
    spare = [
        each for each in conversations.direct() if each is not here and _is_spare(each)
    ]
    return min(spare, key=_last_word, default=None)


def _is_spare(talk: Conversation) -> bool:
    is_written_in = talk.draft or talk.answering or talk.begun_edit
    is_used = is_written_in or talk.is_favourite or talk.is_talked_in
    return not is_used and not any(line.mine for line in talk.history)


def _last_word(talk: Conversation) -> datetime:
    count = talk.history.confirmed_count
    return talk.history[count - 1].time if count else _LONG_AGO

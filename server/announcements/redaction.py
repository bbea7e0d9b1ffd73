"""Who hears that a message was taken back.

Specification: https://ircv3.net/specs/extensions/message-redaction
"""

from chatapp.wire.capabilities import MESSAGE_REDACTION
from server.announcements.messages import past_words
from server.announcements.table import NextMoment, announces
from server.step import Step
from server.world.audience import audience_of
from server.world.redaction import MessageRedacted
from server.world.session import Session


@announces(MessageRedacted)
def message_redacted(event: MessageRedacted, _moment: NextMoment, step: Step) -> None:
    """Tell those who heard it, the sender too, if they know what that means."""
    words = past_words(event.trace)
    account = event.sender.user.account
    words.by(account, is_bot=False)
    hearers = dict.fromkeys(_hearers(event))
    hearers.pop(event.sender, None)
    step.announce(audience_of(hearers), words)
    if event.sender.has(MESSAGE_REDACTION):
        step.tell_words(event.sender, words)


def _hearers(event: MessageRedacted) -> list[Session]:
    users = list(event.channel.members) if event.channel is not None else []
    if event.recipient is not None:
        users = [event.recipient]
    users.append(event.sender.user)
    return [
        session
        for user in users
        for session in user.sessions
        if session.has(MESSAGE_REDACTION)
    ]

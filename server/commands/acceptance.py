"""ACCEPT: who may write to somebody whom only accounts may write to (+R)."""

from chatapp.wire.message import Message
from server.commands.channels import known_user
from server.commands.context import Context
from server.commands.table import commands
from server.commands.targets import split_targets
from server.replies import Refused
from server.world.people_events import AcceptedChanged
from server.world.user import User

NOT = "-"
MAX_ACCEPTED = 200


@commands.handles("ACCEPT", min_params=1)
def accept(context: Context, message: Message) -> None:
    """Let users write to you although you are +R; with `-` before a nick, no more."""
    for name in split_targets(message.command, message.params[0]):
        try:
            user = known_user(context, name.removeprefix(NOT))
        except Refused as refusal:
            context.refuse(refusal)
            continue
        if name.startswith(NOT):
            _change(context, context.user.accepted - {user.id})
        else:
            let_write(context, user)


def let_write(context: Context, user: User) -> None:
    """Let somebody write to the sender of this command from now on."""
    accepted = context.user.accepted
    if user.id not in accepted:
        kept = accepted if len(accepted) < MAX_ACCEPTED else frozenset[str]()
        _change(context, kept | {user.id})


def _change(context: Context, accepted: frozenset[str]) -> None:
    context.commit(AcceptedChanged(context.user, accepted))

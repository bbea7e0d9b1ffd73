"""The slash commands of who looks after a room, and those about whom one hears."""

from chatapp.controllers.writing.command_table import Call, InvalidCommand, command
from chatapp.language import gettext as _
from chatapp.models.entities import Power
from chatapp.wire.names import is_channel

OPEN_FIRST = _("That can be done in a room only. Open one first.")
NOBODY_IGNORED = _("You ignore nobody.")
NOT_ONESELF = _("You cannot ignore yourself.")


@command("/kick name [reason]", min_words=1, moderates=True)
def kick(call: Call) -> None:
    """Remove somebody from this room, if you look after it."""
    call.network.moderation.kick(_room(call), *call.words(2))


@command("/ban [name or mask [reason]]", moderates=True)
def ban(call: Call) -> None:
    """Keep somebody out of this room, or show whom it keeps out."""
    room = _room(call)
    who, reason = call.words(2)
    if not who:
        call.doors.list_bans(room)
        return
    moderation, network = call.network.moderation, call.network
    moderation.ban(room, who)
    if any(network.same(who, person.nick) for person in network.people(room)):
        moderation.kick(room, who, reason)


@command("/unban name or mask", min_words=1, moderates=True)
def unban(call: Call) -> None:
    """Let somebody into this room, or speak there, again."""
    call.doors.lift_ban(_room(call), call.words(1)[0])


@command("/mute name", min_words=1, moderates=True)
def mute(call: Call) -> None:
    """Let somebody read in this room, but not speak."""
    call.network.moderation.mute(_room(call), call.words(1)[0])


@command("/unmute name", min_words=1, moderates=True)
def unmute(call: Call) -> None:
    """Let somebody speak in this room again."""
    call.doors.lift_mute(_room(call), call.words(1)[0])


@command("/voice name", min_words=1, moderates=True)
def voice(call: Call) -> None:
    """Give somebody a voice in this room, where not everybody has one."""
    _rank(call, Power.GIVE_VOICE)


@command("/devoice name", min_words=1, moderates=True)
def devoice(call: Call) -> None:
    """Take somebody's voice in this room."""
    _rank(call, Power.TAKE_VOICE)


@command("/op name", min_words=1, moderates=True)
def give_operator(call: Call) -> None:
    """Let somebody look after this room with you."""
    _rank(call, Power.GIVE_OPERATOR)


@command("/deop name", min_words=1, moderates=True)
def take_operator(call: Call) -> None:
    """Let somebody look after this room no more."""
    _rank(call, Power.TAKE_OPERATOR)


@command("/mode [#room or name] modes", min_words=1)
def mode(call: Call) -> None:
    """Change the settings of this room, such as +m, or your own."""
    words = call.argument.split()
    target = call.room if words[0][0] in "+-" else words.pop(0)
    if not target:
        raise InvalidCommand(OPEN_FIRST)
    call.network.moderation.change(target, *words)


@command("/invite name [#room]", min_words=1)
def invite(call: Call) -> None:
    """Ask somebody into this room, or the one that is named."""
    who, room = call.words(2)
    call.network.moderation.invite(room or _room(call), who)


@command("/ignore [name]")
def ignore(call: Call) -> None:
    """Hide what somebody says from yourself, or tell whom you ignore."""
    ignoring = call.network.ignoring
    if not call.argument:
        nicks = ", ".join(ignoring.nicks)
        call.say(
            _("You ignore {nicks}.").format(nicks=nicks) if nicks else NOBODY_IGNORED
        )
        return
    who = call.words(2)[0]
    if call.network.same(who, call.network.nick):
        raise InvalidCommand(NOT_ONESELF)
    ignoring.ignore(who)


@command("/unignore name", min_words=1)
def unignore(call: Call) -> None:
    """See again what somebody says, and what they said meanwhile."""
    who = call.words(2)[0]
    if not call.network.ignoring.ignores(who):
        raise InvalidCommand(_("You do not ignore {who}.").format(who=who))
    call.network.ignoring.hear_again(who)


def _room(call: Call) -> str:
    if not is_channel(call.room):
        raise InvalidCommand(OPEN_FIRST)
    return call.room


def _rank(call: Call, power: Power) -> None:
    call.network.moderation.rank(_room(call), call.words(2)[0], power)

"""Sentences about what happens in a chat, all in one place, ready to translate."""

from collections.abc import Sequence
from dataclasses import replace

from chatapp.controllers.messages.message_wording import (
    DELETED,
    DELETED_BECAUSE,
    DELETED_BY_SOMEBODY,
    EDIT_ON_ITS_WAY,
)
from chatapp.controllers.reading.change_wording import CHANGES
from chatapp.language import gettext as _
from chatapp.language import ngettext, number
from chatapp.models.entities import ChatMessage, MessageKind, Room, RoomKind
from chatapp.models.events import Problem, ProofProblem
from chatapp.wire.formatting import printable

CONNECTION_PROBLEMS: dict[Problem, str] = {
    Problem.NO_ANSWER: _(
        "Nothing answers at {host} port {port}. Start chatapp-server there,"
        " or check the address."
    ),
    Problem.UNKNOWN_HOST: _(
        "No computer is known by the name {host}. Check the spelling,"
        " or type its IP address."
    ),
    Problem.UNREACHABLE: _(
        "There is no way to {host} from this computer. Check that it is on the same"
        " network, and that this computer is online."
    ),
    Problem.TIMED_OUT: _(
        "{host} did not answer in time. It may be switched off, or a firewall may"
        " be in the way. Check the address and try again."
    ),
    Problem.NAME_NOT_FOUND_IN_TIME: _(
        "The name {host} could not be looked up in time. Check that this computer"
        " is online, or type the server's IP address."
    ),
    Problem.SILENT: _(
        "Something takes the call at {host} port {port}, but says nothing."
        " Check the port, or try again in a moment."
    ),
    Problem.NOT_A_CHAT_SERVER: _(
        "Something answers at {host} port {port}, but it is no chat server."
        " Check the port."
    ),
    Problem.NO_TLS: _(
        "The server at {host} port {port} does not encrypt, as it has to be here."
        " Ask whoever runs it, or take an address that begins with irc://."
    ),
    Problem.CERTIFICATE_CHANGED: _(
        "This is not the server that answered at {host} port {port} before, or its"
        " certificate was made anew. Nothing was sent. Ask whoever runs it for a"
        " new invitation."
    ),
    Problem.CERTIFICATE_UNKNOWN: _(
        "Nobody vouches for the server at {host} port {port} ({detail}), so"
        " nothing was sent. Ask whoever runs it for its certificate's fingerprint."
    ),
    Problem.PASSWORD_IN_PLAIN: _(
        "The connection to {host} is not encrypted, so the password was not sent:"
        " everybody on this network could read it. Ask for a server with TLS."
    ),
    Problem.NICK_TAKEN: _("{nick} is already in use there. Choose another username."),
    Problem.NICK_OWNED: _(
        "{nick} belongs to somebody else here. Choose another username. If it is"
        " yours, press your name on the computer where you use it, and paste the"
        " link that it shows into the address field here."
    ),
    Problem.NICK_ALIKE: _(
        "{nick} looks like somebody else's name there. Choose a username that"
        " nobody takes for another."
    ),
    Problem.NICK_REFUSED: _(
        "The server does not accept {nick} as a username. It says: {detail}"
    ),
    Problem.PASSWORD_NEEDED: _(
        "This server asks for a password. Type it here. If you were invited, paste"
        " the invitation into the address field."
    ),
    Problem.PASSWORD_WRONG: _("That password is not right. Type it again."),
    Problem.INVITATION_NEEDED: _(
        "{detail} If you were invited, paste the invitation here."
    ),
    Problem.INVITATION_REFUSED: "{detail}",
    Problem.REFUSED: _("The server refused the sign-in: {detail}"),
    Problem.LOST: _(
        "The connection was lost during the sign-in. Try again in a moment."
    ),
}


PROOF_PROBLEMS: dict[ProofProblem, str] = {
    ProofProblem.NO_SECRET: _(
        "This computer's keyring did not give the secret that proves that"
        " {account} is you. Unlock it, and sign in again."
    ),
    ProofProblem.WRONG: _(
        "The server did not believe that {account} is you. Open a link from another"
        " computer where it works, or ask whoever runs the server for help."
    ),
    ProofProblem.LOCKED: _(
        "The name {account} is locked here now. Ask whoever runs the server."
    ),
    ProofProblem.NOT_OFFERED: _(
        "The server cannot check now that {account} is you. Sign in again later, or"
        " ask whoever runs it."
    ),
    ProofProblem.NOT_UNDERSTOOD: _(
        "The server asked in a way that cannot be answered whether {account} is"
        " you. Sign in again later, or ask whoever runs it."
    ),
    ProofProblem.SERVER_UNPROVED: _(
        "The server did not prove that it knows {account}, so it may not be the one"
        " that it says it is. Ask whoever runs it before you go on."
    ),
}

USE_ELSEWHERE = _("Use it on another computer")
ELSEWHERE_TITLE = _("Your name on another computer")
NOT_OWN_YET = _(
    "{nick} is not yet yours for sure on this server, so it cannot be used on another"
    " computer. That needs an encrypted connection and a server with accounts; sign in"
    " again later."
)
ONLY_HERE = _(
    "This chat can be reached from this computer only, so there is no other one to use"
    " {nick} on."
)
ELSEWHERE = _(
    "Paste this link into the address field of chatapp there, or scan it, and you are"
    " {nick} on both. Whoever has it can be you: show it to nobody else."
)
ALREADY_HOSTED = _("A chat runs on this computer already. Press Sign in to join it.")
ONLY_TWO = _("Only the two of you see this here.")
ONLY_TWO_WILL = _("Only the two of you will see it here.")
ONLY_YOU = _("Only you see this here.")
MOST_NAMED = 3
_PROGRAM = "chatapp"
_MOST_OF_TITLE = 200
"""So many who write are named; more are counted."""

CLOSING_TITLE = _("Stop this chat?")
HOST_LEAVES = _(
    "The computer that this chat runs on is leaving, so the chat ends here. What you"
    " write is kept, and sent if it comes back."
)
STOP_CHAT = _("Stop the chat")
KEEP_OPEN = _("Keep it open")

_UNITS = (86_400, 3_600, 60, 1)


def plural(count: int, one: str, many: str) -> str:
    """Return the count with the word that fits it."""
    return f"{number(count)} {ngettext(one, many, count)}"


def mixes_alphabets(alphabets: list[str]) -> str:
    """Say why a name of several alphabets is not taken, and what to do."""
    return _(
        "This username mixes {join} letters, so it could be taken for "
        "another one. Use letters of one alphabet."
    ).format(join=_(" and ").join(alphabets))


def ends_for_others(count: int) -> str:
    """Say whom it touches when the chat that one hosts is stopped."""
    return ngettext(
        "{count} other person is in this chat. It ends for them when you close this"
        " window, unless you let it go on without you.",
        "{count} other people are in this chat. It ends for all of them when you close"
        " this window, unless you let it go on without you.",
        count,
    ).format(count=count)


def duration(seconds: float) -> str:
    """Return how long something took, as people say it."""
    length = next((each for each in _UNITS if seconds >= each), 0)
    if not length:
        return _("a moment")
    count = int(seconds // length)
    return {
        86_400: plural(count, "day", "days"),
        3_600: plural(count, "hour", "hours"),
        60: plural(count, "minute", "minutes"),
        1: plural(count, "second", "seconds"),
    }[length]


def came_back(seconds: float, missed: int, nick: str, taken: str) -> str:
    """Say how long one was offline and what came; `taken`: the nick one lacks now."""
    sentences = [
        _("You were offline for {duration}.").format(duration=duration(seconds))
    ]
    if missed:
        sentences.append(
            ngettext(
                "{count} message came meanwhile.",
                "{count} messages came meanwhile.",
                missed,
            ).format(count=missed)
        )
    else:
        sentences.append(_("Nothing was said meanwhile."))
    if taken:
        sentences.append(
            _("You are {nick} until {taken} is free again.").format(
                nick=nick, taken=taken
            )
        )
    return " ".join(sentences)


def describe(problem: Problem, host: str, port: int, nick: str, detail: str) -> str:
    """Say what went wrong with a connection and what to do about it."""
    return CONNECTION_PROBLEMS[problem].format(
        host=host, port=port, nick=nick, detail=detail or _("it gave no reason.")
    )


def only_a_guest(account: str, problem: ProofProblem, nick: str) -> str:
    """Say why one is a guest although one has an account, and what to do about it."""
    why = PROOF_PROBLEMS[problem].format(account=account)
    return _("You are here as a guest, {nick}. {why}").format(nick=nick, why=why)


def secret_kept_back(account: str, nick: str) -> str:
    """Say why one is a guest although one's account could have been proved."""
    return _(
        "You are here as a guest, {nick}. The connection is not "
        "encrypted, so what proves {account} was not sent. Ask for a "
        "server with TLS."
    ).format(nick=nick, account=account)


def first_sentence(text: str) -> str:
    """Return what is wrong, without what one could do about it."""
    return text.partition(". ")[0].rstrip(".") + "."


def trying_again(problem: str, seconds: int) -> str:
    """Say why the sign-in has to wait, when it is tried again, and what is kept."""
    return _(
        "{first_sentence} Trying again in {seconds} s. What you wrote "
        "is kept, and sent when the server is back."
    ).format(first_sentence=first_sentence(problem), seconds=seconds)


def titled(name: str) -> str:
    """Give what stands in a window's title bar, of a name that may be any at all."""
    return f"{printable(name)[:_MOST_OF_TITLE]} – {_PROGRAM}"


def invite_to_write(room: Room | None) -> tuple[str, str]:
    """Say what a room is for while nothing stands in it: a title, and a sentence."""
    if room is None:
        return _("No room is open"), _("Join one with + beside ROOMS, or type /join.")
    if room.kind is RoomKind.DIRECT:
        return room.name, _("What you write here goes to {name} alone.").format(
            name=room.name
        )
    return _("Welcome to {name}").format(name=room.name), _(
        "Nobody has said anything yet. Say hello."
    )


def present(message: ChatMessage) -> ChatMessage:
    """Return the message as it is to be read: a change becomes a sentence."""
    if message.kind is MessageKind.DELETED:
        words = DELETED_BECAUSE if message.text else DELETED
        words = words if message.target else DELETED_BY_SOMEBODY
        return replace(
            message, text=words.format(by=message.target, reason=message.text)
        )
    if message.kind is MessageKind.EDIT:
        return replace(message, text=EDIT_ON_ITS_WAY.format(text=message.text))
    if message.change is None:
        return message
    return replace(message, text=CHANGES[message.change](message))


KEYS_TITLE = _("Keys")
SWITCHER_TITLE = _("Go to")
SWITCHER_LABEL = _("A room, a person, or / and a command")


def are_typing(nicks: Sequence[str]) -> str:
    """Say who is writing; "" for nobody."""
    if not nicks:
        return ""
    if len(nicks) == 1:
        return _("{value} is typing…").format(value=nicks[0])
    if len(nicks) <= MOST_NAMED:
        return _("{join} and {value} are typing…").format(
            join=", ".join(nicks[:-1]), value=nicks[-1]
        )
    return _("{len} people are typing…").format(len=len(nicks))

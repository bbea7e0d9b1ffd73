"""Sentences about what happens in a chat, all in one place, ready to translate."""

from collections.abc import Sequence
from dataclasses import replace

from chatapp.controllers.change_wording import CHANGES
from chatapp.controllers.message_wording import (
    DELETED,
    DELETED_BECAUSE,
    DELETED_BY_SOMEBODY,
    EDIT_ON_ITS_WAY,
)
from chatapp.models.entities import ChatMessage, MessageKind, Room, RoomKind
from chatapp.models.events import Problem, ProofProblem

CONNECTION_PROBLEMS: dict[Problem, str] = {
    Problem.NO_ANSWER: (
        "Nothing answers at {host} port {port}. Start chatapp-server there,"
        " or check the address."
    ),
    Problem.UNKNOWN_HOST: (
        "No computer is known by the name {host}. Check the spelling,"
        " or type its IP address."
    ),
    Problem.UNREACHABLE: (
        "There is no way to {host} from this computer. Check that it is on the same"
        " network, and that this computer is online."
    ),
    Problem.TIMED_OUT: (
        "{host} did not answer in time. It may be switched off, or a firewall may"
        " be in the way. Check the address and try again."
    ),
    Problem.NAME_NOT_FOUND_IN_TIME: (
        "The name {host} could not be looked up in time. Check that this computer is"
        " online, or type the server's IP address."
    ),
    Problem.SILENT: (
        "Something takes the call at {host} port {port}, but says nothing."
        " Check the port, or try again in a moment."
    ),
    Problem.NOT_A_CHAT_SERVER: (
        "Something answers at {host} port {port}, but it is no chat server."
        " Check the port."
    ),
    Problem.NO_TLS: (
        "The server at {host} port {port} does not encrypt, as it has to be here. Ask"
        " whoever runs it, or take an address that begins with irc://."
    ),
    Problem.CERTIFICATE_CHANGED: (
        "This is not the server that answered at {host} port {port} before, or its"
        " certificate was made anew. Nothing was sent. Ask whoever runs it for a new"
        " invitation."
    ),
    Problem.CERTIFICATE_UNKNOWN: (
        "Nobody vouches for the server at {host} port {port} ({detail}), so nothing was"
        " sent. Ask whoever runs it for its certificate's fingerprint."
    ),
    Problem.PASSWORD_IN_PLAIN: (
        "The connection to {host} is not encrypted, so the password was not sent:"
        " everybody on this network could read it. Ask for a server with TLS."
    ),
    Problem.NICK_TAKEN: "{nick} is already in use there. Choose another username.",
    Problem.NICK_OWNED: (
        "{nick} belongs to somebody else here. Choose another username. If it is"
        " yours, press your name on the computer where you use it, and paste the link"
        " that it shows into the address field here."
    ),
    Problem.NICK_ALIKE: (
        "{nick} looks like somebody else's name there. Choose a username that nobody"
        " takes for another."
    ),
    Problem.NICK_REFUSED: (
        "The server does not accept {nick} as a username. Choose another one."
    ),
    Problem.PASSWORD_NEEDED: (
        "This server asks for a password. Type it here. If you were invited, paste the"
        " invitation into the address field."
    ),
    Problem.PASSWORD_WRONG: "That password is not right. Type it again.",
    Problem.INVITATION_NEEDED: (
        "{detail} If you were invited, paste the invitation here."
    ),
    Problem.INVITATION_REFUSED: "{detail}",
    Problem.REFUSED: "The server refused the sign-in: {detail}",
    Problem.LOST: (
        "The connection was lost during the sign-in. Try again in a moment."
    ),
}


PROOF_PROBLEMS: dict[ProofProblem, str] = {
    ProofProblem.NO_SECRET: (
        "This computer's keyring did not give the secret that proves that {account} is"
        " you. Unlock it, and sign in again."
    ),
    ProofProblem.WRONG: (
        "The server did not believe that {account} is you. Open a link from another"
        " computer where it works, or ask whoever runs the server for help."
    ),
    ProofProblem.LOCKED: (
        "The name {account} is locked here now. Ask whoever runs the server."
    ),
    ProofProblem.NOT_OFFERED: (
        "The server cannot check now that {account} is you. Sign in again later, or"
        " ask whoever runs it."
    ),
    ProofProblem.NOT_UNDERSTOOD: (
        "The server asked in a way that cannot be answered whether {account} is you."
        " Sign in again later, or ask whoever runs it."
    ),
    ProofProblem.SERVER_UNPROVED: (
        "The server did not prove that it knows {account}, so it may not be the one"
        " that it says it is. Ask whoever runs it before you go on."
    ),
}

USE_ELSEWHERE = "Use it on another computer"
ELSEWHERE_TITLE = "Your name on another computer"
NOT_OWN_YET = (
    "{nick} is not yet yours for sure on this server, so it cannot be used on another"
    " computer. That needs an encrypted connection and a server with accounts; sign in"
    " again later."
)
ONLY_HERE = (
    "This chat can be reached from this computer only, so there is no other one to use"
    " {nick} on."
)
ELSEWHERE = (
    "Paste this link into the address field of chatapp there, or scan it, and you are"
    " {nick} on both. Whoever has it can be you: show it to nobody else."
)
ALREADY_HOSTED = (
    "A chat runs on this computer already, started from another window. Press Sign in"
    " to join it."
)
ONLY_TWO = "Only the two of you see this here."
ONLY_TWO_WILL = "Only the two of you will see it here."
ONLY_YOU = "Only you see this here."
MOST_NAMED = 3
"""So many who write are named; more are counted."""

CLOSING_TITLE = "Stop this chat?"
HOST_LEAVES = (
    "The computer that this chat runs on is leaving, so the chat ends here. What you"
    " write is kept, and sent if it comes back."
)
STOP_CHAT = "Stop the chat"
KEEP_OPEN = "Keep it open"

_UNITS = (
    (86_400, "day", "days"),
    (3_600, "hour", "hours"),
    (60, "minute", "minutes"),
    (1, "second", "seconds"),
)


def plural(count: int, one: str, many: str) -> str:
    """Return the count with the word that fits it."""
    return f"{count} {one if count == 1 else many}"


def mixes_alphabets(alphabets: list[str]) -> str:
    """Say why a name of several alphabets is not taken, and what to do."""
    return (
        f"This username mixes {' and '.join(alphabets)} letters, so it could be taken"
        " for another one. Use letters of one alphabet."
    )


def ends_for_others(count: int) -> str:
    """Say whom it touches when the chat that one hosts is stopped."""
    people = plural(count, "other person is", "other people are")
    whom = "them" if count == 1 else "all of them"
    return (
        f"{people} in this chat. It ends for {whom} when you close this window. To let"
        " it go on without you, press Invite others first."
    )


def duration(seconds: float) -> str:
    """Return how long something took, as people say it."""
    for length, one, many in _UNITS:
        if seconds >= length:
            return plural(int(seconds // length), one, many)
    return "a moment"


def came_back(seconds: float, missed: int, nick: str, taken: str) -> str:
    """Say how long one was offline and what came; `taken`: the nick one lacks now."""
    sentences = [f"You were offline for {duration(seconds)}."]
    if missed:
        sentences.append(f"{plural(missed, 'message', 'messages')} came meanwhile.")
    else:
        sentences.append("Nothing was said meanwhile.")
    if taken:
        sentences.append(f"You are {nick} until {taken} is free again.")
    return " ".join(sentences)


def describe(problem: Problem, host: str, port: int, nick: str, detail: str) -> str:
    """Say what went wrong with a connection and what to do about it."""
    return CONNECTION_PROBLEMS[problem].format(
        host=host, port=port, nick=nick, detail=detail or "it gave no reason."
    )


def only_a_guest(account: str, problem: ProofProblem, nick: str) -> str:
    """Say why one is a guest although one has an account, and what to do about it."""
    why = PROOF_PROBLEMS[problem].format(account=account)
    return f"You are here as a guest, {nick}. {why}"


def secret_kept_back(account: str, nick: str) -> str:
    """Say why one is a guest although one's account could have been proved."""
    return (
        f"You are here as a guest, {nick}. The connection is not encrypted, so what"
        f" proves {account} was not sent. Ask for a server with TLS."
    )


def first_sentence(text: str) -> str:
    """Return what is wrong, without what one could do about it."""
    return text.partition(". ")[0].rstrip(".") + "."


def trying_again(problem: str, seconds: int) -> str:
    """Say why the sign-in has to wait, when it is tried again, and what is kept."""
    return (
        f"{first_sentence(problem)} Trying again in {seconds} s. What you wrote is"
        " kept, and sent when the server is back."
    )


def invite_to_write(room: Room | None) -> tuple[str, str]:
    """Say what a room is for while nothing stands in it: a title, and a sentence."""
    if room is None:
        return "No room is open", "Join one with + beside ROOMS, or type /join."
    if room.kind is RoomKind.DIRECT:
        return room.name, f"What you write here goes to {room.name} alone."
    return f"Welcome to {room.name}", "Nobody has said anything yet. Say hello."


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


KEYS_TITLE = "Keys"
SWITCHER_TITLE = "Go to"
SWITCHER_LABEL = "A room, a person, or / and a command"


def are_typing(nicks: Sequence[str]) -> str:
    """Say who is writing; "" for nobody."""
    if not nicks:
        return ""
    if len(nicks) == 1:
        return f"{nicks[0]} is typing…"
    if len(nicks) <= MOST_NAMED:
        return f"{', '.join(nicks[:-1])} and {nicks[-1]} are typing…"
    return f"{len(nicks)} people are typing…"

"""Why one did not come in, or only as a guest, and what to do about it."""

from chatapp.language import gettext as _
from chatapp.models.events import Problem, ProofProblem
from chatapp.models.servers.server_address import as_typed

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
        "{host} cannot be reached from this computer. Check that both are switched on"
        " and on the same network."
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
        "This server lets in only people who were invited. Ask somebody who is there"
        " for an invitation, and give that in place of the address. Or sign in to your"
        " account."
    ),
    Problem.INVITATION_REFUSED: "{detail}",
    Problem.REFUSED: _("The server refused the sign-in: {detail}"),
    Problem.LOST: _(
        "The connection was lost during the sign-in. Try again in a moment."
    ),
}

TRY_NAME = _(
    "The server does not accept {nick} as a username. Try {other}, which most servers"
    " take. It says: {detail}"
)


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


def describe(problem: Problem, host: str, port: int, nick: str, detail: str) -> str:
    """Say what went wrong with a connection and what to do about it."""
    if problem in (Problem.UNKNOWN_HOST, Problem.NAME_NOT_FOUND_IN_TIME):
        host = as_typed(host)
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


def mixes_alphabets(alphabets: list[str]) -> str:
    """Say why a name of several alphabets is not taken, and what to do."""
    return _(
        "This username mixes {join} letters, so it could be taken for "
        "another one. Use letters of one alphabet."
    ).format(join=_(" and ").join(alphabets))

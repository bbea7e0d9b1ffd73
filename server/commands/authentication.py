"""AUTHENTICATE: proves that an account is one's own (SASL).

Specifications: https://ircv3.net/specs/extensions/sasl-3.1 and
https://ircv3.net/specs/extensions/sasl-3.2
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from chatapp.wire import numerics as n
from chatapp.wire.message import Message
from chatapp.wire.sasl import (
    CHUNK_CHARACTERS,
    NOTHING,
    PLAIN,
    SCRAM_SHA_256,
    MalformedResponse,
    ResponseJoiner,
    parse_plain,
    split_response,
)
from chatapp.wire.scram import ScramKeys, ScramServer, WrongSecret, password_fits
from server.commands.accounts import Talks, read_talks, sign_in_to
from server.commands.audit import note_limit
from server.commands.context import Context
from server.commands.login_attempts import MANY_ATTEMPTS, WAIT, nobody_of
from server.commands.ports import History
from server.commands.table import commands
from server.replies import Refused
from server.world.accounts import Account
from server.world.signing_in import ExchangeChanged

ABORT = "*"
MAX_RESPONSE_CHARACTERS = 12_000
SUSPENDED = "This account is suspended. Please ask who runs this server."


@dataclass(slots=True)
class Proof:
    """How far a client has come in proving an account."""

    mechanism: str
    joiner: ResponseJoiner = field(
        default_factory=lambda: ResponseJoiner(MAX_RESPONSE_CHARACTERS)
    )
    length: int = 0
    scram: ScramServer | None = None
    keys: ScramKeys | None = None
    proved: Account | None = None


@commands.handles("AUTHENTICATE", min_params=1, before_sign_in=True)
def authenticate(context: Context, message: Message) -> None:
    """Sign in to an account (SASL): name a mechanism, then answer."""
    word, proof = message.params[0], context.session.exchange
    if word == ABORT:
        context.commit(ExchangeChanged(context.session, None))
        raise Refused(n.ERR_SASLABORTED)
    if not isinstance(proof, Proof):
        _begin(context, word.upper())
        return
    try:
        _go_on(context, proof, word)
    except (MalformedResponse, WrongSecret):
        raise fail(context) from None


def fail(
    context: Context, numeric: str = n.ERR_SASLFAIL, text: str | None = None
) -> Refused:
    """Give the refusal of who has not proved anything, and end the exchange."""
    if context.session.exchange is not None:
        context.commit(ExchangeChanged(context.session, None))
    return Refused(numeric, text=text)


def _begin(context: Context, mechanism: str) -> None:
    accounts = context.settings.accounts
    if not accounts.enabled:
        raise Refused(n.ERR_SASLFAIL)
    if mechanism not in accounts.sasl_mechanisms:
        context.reply(n.RPL_SASLMECHS, ",".join(accounts.sasl_mechanisms))
        raise Refused(n.ERR_SASLFAIL)
    context.commit(ExchangeChanged(context.session, Proof(mechanism)))
    context.say("AUTHENTICATE", NOTHING)


def _go_on(context: Context, proof: Proof, chunk: str) -> None:
    proof.length += len(chunk)
    if len(chunk) > CHUNK_CHARACTERS or proof.length > MAX_RESPONSE_CHARACTERS:
        raise fail(context, n.ERR_SASLTOOLONG)
    response = proof.joiner.feed(chunk)
    if response is not None:
        proof.length = 0
        MECHANISMS[proof.mechanism](context, proof, response)


def _take_plain(context: Context, _proof: Proof, response: bytes) -> None:
    """Check a password, on a worker.

    Specification: https://www.rfc-editor.org/rfc/rfc4616
    """
    given = parse_plain(response)
    if given.acting_as and not _is_same(context, given.acting_as, given.account):
        raise fail(context)
    prove_by_password(context, given.account, given.password)


def _is_same(context: Context, one: str, other: str) -> bool:
    return context.world.fold(one) == context.world.fold(other)


def prove_by_password(context: Context, name: str, password: str) -> None:
    """Sign in to an account whose password is given, if a worker finds it right.

    Raises:
        Refused: too many have tried in vain.
    """
    account, keys = _find(context, name)

    def check(history: History) -> Talks | None:
        if not password_fits(password, keys) or account is None:
            return None
        return read_talks(history, account)

    def then(later: Context, talks: Talks | None) -> None:
        if account is None or talks is None:
            raise fail(later)
        _succeed(later, account, talks)

    context.later(
        check, then, lambda later, _error: later.refuse(fail(later)), is_proof=True
    )


def _take_scram(context: Context, proof: Proof, response: bytes) -> None:
    """Take one message of three; passwords do not come into it.

    Specification: https://www.rfc-editor.org/rfc/rfc7677
    """
    if proof.scram is None or proof.keys is None:
        scram = ScramServer(response, context.services.credentials.nonce())
        if scram.acting_as and not _is_same(context, scram.acting_as, scram.account):
            raise fail(context)
        _, keys = _find(context, scram.account)
        proof.scram, proof.keys = scram, keys
        _challenge(context, scram.first(keys))
    elif proof.proved is None:
        answer = proof.scram.final(response, proof.keys)
        proof.proved = context.world.account(proof.scram.account)
        if proof.proved is None or proof.proved.keys != proof.keys:
            raise fail(context)  # the password was changed meanwhile
        _challenge(context, answer)
    else:
        account = proof.proved
        context.later(
            lambda history: read_talks(history, account),
            lambda later, talks: _succeed(later, account, talks),
            lambda later, _error: later.refuse(fail(later)),
        )


MECHANISMS: dict[str, Callable[[Context, Proof, bytes], None]] = {
    PLAIN: _take_plain,
    SCRAM_SHA_256: _take_scram,
}


def _find(context: Context, name: str) -> tuple[Account | None, ScramKeys]:
    """Give an account and its keys, or false ones; count that somebody tries.

    The false ones are made each time: else who has an account is answered sooner.

    Raises:
        Refused: too many have tried in vain.
    """
    services, key = context.services, context.world.fold(name)
    account = context.world.account(name)
    count_attempt(context, nobody_of(key) if account is None else account.key)
    iterations = context.settings.accounts.scram_iterations
    keys = services.credentials.false_keys(key, iterations)
    return account, keys if account is None else account.keys


def count_attempt(context: Context, account_key: str) -> None:
    """Count that somebody says the password of an account, right or wrong.

    Raises:
        Refused: too many have tried in vain.
    """
    attempts = context.services.attempts
    wait = attempts.begin(account_key, context.session.address)
    if wait > 0:
        note_limit(context, "login-attempts", MANY_ATTEMPTS)
        raise fail(context, text=WAIT.format(seconds=int(wait) + 1))


def _challenge(context: Context, message: bytes) -> None:
    for chunk in split_response(message):
        context.say("AUTHENTICATE", chunk)


def _succeed(context: Context, proved: Account, talks: Talks) -> None:
    account = context.world.account(proved.name)
    if account is None or account.keys != proved.keys:
        raise fail(context)
    if account.is_suspended:
        raise fail(context, n.ERR_NICKLOCKED, SUSPENDED)
    context.services.attempts.succeeded(account.key, context.session.address)
    context.commit(ExchangeChanged(context.session, None))
    sign_in_to(context, account, talks)
    context.reply(n.RPL_SASLSUCCESS)

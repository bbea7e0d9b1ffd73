"""SASL: proves, while one signs in, that an account is one's own.

Specifications: https://ircv3.net/specs/extensions/sasl-3.2 and RFC 5802.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from chatapp.models.accounts.account import Account
from chatapp.models.events import ProofProblem
from chatapp.models.session.facts import ProofRefused
from chatapp.models.session.table import inbound
from chatapp.wire import capabilities
from chatapp.wire import numerics as n
from chatapp.wire.challenge_key import UnusableKey, sign_challenge
from chatapp.wire.message import Message
from chatapp.wire.sasl import (
    ECDSA_CHALLENGE,
    EXTERNAL,
    PLAIN,
    SCRAM_SHA_256,
    MalformedResponse,
    ResponseJoiner,
    plain_response,
    split_response,
)
from chatapp.wire.scram import ScramClient, WrongSecret

if TYPE_CHECKING:
    from chatapp.models.session.session import Session

ABORT = "*"
_MOST_CHARACTERS = 12_000


@dataclass(slots=True)
class Proof:
    """How far one has come in proving an account.

    Args:
        account: which, and with what.
        on_end: is called once it is proved, or given up.
        left: the mechanisms that were not tried, the best first.
        is_mutual: whether what the server had to prove is proved.
    """

    account: Account
    on_end: Callable[[], None]
    left: list[str]
    mechanism: str = ""
    is_over: bool = False
    is_mutual: bool = False
    scram: ScramClient | None = None
    has_answered: bool = False
    joiner: ResponseJoiner = field(
        default_factory=lambda: ResponseJoiner(_MOST_CHARACTERS)
    )


def begin(session: "Session", account: Account, on_end: Callable[[], None]) -> None:
    """Prove an account; `on_end` is called when that has worked, or has not."""
    proof = session.login.proof = Proof(account, on_end, _mechanisms(account))
    if not account.can_be_proved:
        _fail(session, proof, ProofProblem.NO_SECRET)
        return
    if not session.has(capabilities.SASL):
        _fail(session, proof, ProofProblem.NOT_OFFERED)
        return
    offered = session.login.offered.get(capabilities.SASL, "")
    if offered:
        _keep_only(proof, offered)
    _try_next(session, proof, ProofProblem.NOT_OFFERED)


def _mechanisms(account: Account) -> list[str]:
    """Give what an account can be proved by, the best first."""
    found = [EXTERNAL] if account.has_certificate else []
    if account.key:
        found.append(ECDSA_CHALLENGE)
    if account.secret:
        found.append(SCRAM_SHA_256)
    if account.secret and not account.is_told_to_nobody:
        found.append(PLAIN)
    named = account.mechanisms
    return [each for each in named if each in found] if named else found


def _keep_only(proof: Proof, offered: str) -> None:
    names = offered.upper().split(",")
    proof.left = [each for each in proof.left if each in names]


def _try_next(session: "Session", proof: Proof, problem: ProofProblem) -> None:
    """Begin with the next mechanism; if there is none, this is why it failed."""
    if not proof.left:
        _fail(session, proof, problem)
        return
    proof.mechanism = proof.left.pop(0)
    proof.has_answered = proof.is_mutual = False
    proof.scram = None
    session.send("AUTHENTICATE", proof.mechanism)


@inbound.handles("AUTHENTICATE", min_params=1)
def challenged(session: "Session", message: Message) -> None:
    """Answer the server's question."""
    proof = session.login.proof
    if proof is None or proof.is_over:
        return
    try:
        challenge = proof.joiner.feed(message.params[0])
        if challenge is not None:
            _ANSWERS[proof.mechanism](session, proof, challenge)
    except (MalformedResponse, UnusableKey):
        _give_up(session, proof, ProofProblem.NOT_UNDERSTOOD)
    except WrongSecret:
        _give_up(session, proof, ProofProblem.SERVER_UNPROVED)


def _answer_external(session: "Session", proof: Proof, _challenge: bytes) -> None:
    _respond(session, proof.account.name.encode())


def _answer_ecdsa(session: "Session", proof: Proof, challenge: bytes) -> None:
    """Say who one is, and sign what comes back: once, for it may be another's."""
    if proof.has_answered:
        raise MalformedResponse("The key has signed a challenge.")
    if not challenge:
        _respond(session, proof.account.name.encode())
        return
    proof.has_answered = True
    _respond(session, sign_challenge(proof.account.key, challenge))


def _answer_plain(session: "Session", proof: Proof, _challenge: bytes) -> None:
    account = proof.account
    response = plain_response(account.name, account.secret, acting_as=account.name)
    _respond(session, response)


def _answer_scram(session: "Session", proof: Proof, challenge: bytes) -> None:
    """Say who one is, prove it, and let the server prove that it knows it too."""
    if proof.scram is None:
        account = proof.account
        proof.scram = ScramClient(account.name, account.secret, session.new_id())
        _respond(session, proof.scram.first())
    elif not proof.has_answered:
        proof.has_answered = True
        _work_out_proof(session, proof, proof.scram, challenge)
    else:
        proof.scram.verify(challenge)
        proof.is_mutual = True
        _respond(session, b"")


def _work_out_proof(
    session: "Session", proof: Proof, scram: ScramClient, challenge: bytes
) -> None:
    """Have the proof worked out, which is slow on purpose, and send it."""

    def work() -> bytes | None:
        try:
            return scram.final(challenge)
        except MalformedResponse:
            return None

    def then(response: bytes | None) -> None:
        if proof.is_over:
            return
        if response is None:
            _give_up(session, proof, ProofProblem.NOT_UNDERSTOOD)
        else:
            _respond(session, response)

    session.work(work, then)


_ANSWERS: dict[str, "Callable[[Session, Proof, bytes], None]"] = {
    ECDSA_CHALLENGE: _answer_ecdsa,
    EXTERNAL: _answer_external,
    PLAIN: _answer_plain,
    SCRAM_SHA_256: _answer_scram,
}


def _respond(session: "Session", response: bytes) -> None:
    for chunk in split_response(response):
        session.send("AUTHENTICATE", chunk)


@inbound.handles(n.RPL_SASLSUCCESS)
def proved(session: "Session", _message: Message) -> None:
    """Go on as the account; not if it is the server that has not proved anything."""
    proof = session.login.proof
    if proof is None or proof.is_over:
        return
    if proof.mechanism == SCRAM_SHA_256 and not proof.is_mutual:
        _fail(session, proof, ProofProblem.SERVER_UNPROVED)
        return
    proof.is_over = True
    session.login.proved = proof.account
    proof.on_end()


@inbound.handles(n.RPL_SASLMECHS, min_params=2)
def mechanisms_told(session: "Session", message: Message) -> None:
    """Learn which mechanisms there are; that the one tried failed is told besides."""
    proof = session.login.proof
    if proof and not proof.is_over:
        _keep_only(proof, message.params[1])


@inbound.handles(n.ERR_NICKLOCKED)
def locked(session: "Session", message: Message) -> None:
    """Take in that the account cannot be used now."""
    proof = session.login.proof
    if proof and not proof.is_over:
        _fail(session, proof, ProofProblem.LOCKED, message.trailing)


@inbound.handles(
    n.ERR_SASLFAIL, n.ERR_SASLTOOLONG, n.ERR_SASLABORTED, n.ERR_SASLALREADY
)
def refused(session: "Session", message: Message) -> None:
    """Take in that this proved nothing; try another mechanism if none was begun."""
    proof = session.login.proof
    if proof is None or proof.is_over:
        return
    if proof.has_answered or proof.mechanism == PLAIN:
        _fail(session, proof, ProofProblem.WRONG, message.trailing)
        return
    _try_next(session, proof, ProofProblem.WRONG)


def _give_up(session: "Session", proof: Proof, problem: ProofProblem) -> None:
    session.send("AUTHENTICATE", ABORT)
    _fail(session, proof, problem)


def _fail(
    session: "Session", proof: Proof, problem: ProofProblem, detail: str = ""
) -> None:
    """Go on as a guest."""
    proof.is_over = True
    session.emit(ProofRefused(proof.account, problem, detail))
    proof.on_end()

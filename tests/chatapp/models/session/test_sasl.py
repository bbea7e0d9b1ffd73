"""SASL, line by line: https://ircv3.net/specs/extensions/sasl-3.2"""

import base64
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from chatapp.models.accounts.account import Account
from chatapp.models.events import AccountChanged, Problem, ProofProblem
from chatapp.models.session.facts import ProofRefused, SignInRefused
from chatapp.wire.sasl import ResponseJoiner
from chatapp.wire.scram import ScramServer, derive_keys
from tests.chatapp.models.session.stage import SessionStage

NOOR = Account("noor", "a secret that nobody guesses")
SALT = b"0123456789abcdef"


def joined(lines):
    joiner = ResponseJoiner(12_000)
    told = [joiner.feed(line.removeprefix("AUTHENTICATE ")) for line in lines]
    return told[-1]


def encoded(message):
    return base64.b64encode(message).decode()


def stage_of(account, offered="sasl=PLAIN,SCRAM-SHA-256"):
    stage = SessionStage(account=account)
    stage.session.start()
    stage.sent.clear()
    stage.feed(f"CAP * LS :{offered}", "CAP * ACK :sasl")
    return stage


def begin_scram(stage, secret=NOOR.secret):
    """Play the server up to its last message, and give that."""
    stage.sent.clear()
    stage.feed("AUTHENTICATE +")
    server, keys = (
        ScramServer(joined(stage.sent), "more"),
        derive_keys(secret, SALT, 4096),
    )
    stage.sent.clear()
    stage.feed(f"AUTHENTICATE {encoded(server.first(keys))}")
    return server.acting_as, server.final(joined(stage.sent), keys)


def test_an_account_is_proved_before_the_negotiation_ends():
    stage = stage_of(NOOR)

    assert stage.sent == ["CAP REQ sasl", "AUTHENTICATE SCRAM-SHA-256"]


def test_who_has_no_account_asks_for_no_proof():
    stage = SessionStage()

    stage.feed("CAP * LS :sasl=PLAIN,SCRAM-SHA-256")

    assert stage.sent == ["CAP END"]


def test_the_secret_is_proved_without_being_told():
    stage = stage_of(NOOR)

    acting_as, last = begin_scram(stage)
    stage.sent.clear()
    stage.feed(f"AUTHENTICATE {encoded(last)}")
    stage.feed(":s 900 noor noor!u@h noor :Hello", ":s 903 noor :Yes")

    assert acting_as == ""
    assert stage.sent == ["AUTHENTICATE +", "CAP END"]
    assert stage.told(AccountChanged) == [AccountChanged("noor")]
    assert stage.session.login.proved == NOOR


def test_a_server_that_does_not_know_the_secret_is_told_to_stop():
    stage = stage_of(NOOR)
    begin_scram(stage)
    stage.sent.clear()

    stage.feed(f"AUTHENTICATE {encoded(b'v=' + base64.b64encode(bytes(32)))}")

    assert stage.sent == ["AUTHENTICATE *", "CAP END"]
    refused = ProofRefused(NOOR, ProofProblem.SERVER_UNPROVED)
    assert stage.told(ProofRefused) == [refused]


def test_a_server_that_believes_everything_has_proved_nothing():
    stage = stage_of(NOOR)
    begin_scram(stage)

    stage.feed(":s 903 noor :Yes")

    assert stage.told(ProofRefused)[0].problem is ProofProblem.SERVER_UNPROVED
    assert stage.session.login.proved is None


def test_where_there_is_no_other_way_the_secret_is_told():
    stage = stage_of(NOOR, "sasl=PLAIN")
    stage.feed("AUTHENTICATE +", ":s 903 noor :Yes")

    assert stage.sent[1] == "AUTHENTICATE PLAIN"
    assert joined(stage.sent[2:-1]) == f"noor\0noor\0{NOOR.secret}".encode()
    assert stage.sent[-1] == "CAP END"


def test_a_long_secret_goes_out_in_pieces_of_400():
    stage = stage_of(Account("noor", "x" * 390), "sasl=PLAIN")
    stage.sent.clear()

    stage.feed("AUTHENTICATE +")

    lengths = [len(line.removeprefix("AUTHENTICATE ")) for line in stage.sent]
    assert lengths == [400, 136]


def test_a_server_that_has_changed_its_certificate_is_not_told_the_secret():
    moved = Account("noor", "secret", is_told_to_nobody=True)

    stage = stage_of(moved, "sasl=PLAIN")

    assert stage.sent == ["CAP REQ sasl", "CAP END"]
    assert stage.told(ProofRefused) == [ProofRefused(moved, ProofProblem.NOT_OFFERED)]


def test_a_certificate_proves_an_account_by_its_name():
    stage = stage_of(Account("noor", has_certificate=True), "sasl=EXTERNAL,PLAIN")
    stage.feed("AUTHENTICATE +")

    response = f"AUTHENTICATE {encoded(b'noor')}"
    assert stage.sent[1:] == ["AUTHENTICATE EXTERNAL", response]


def test_a_server_that_names_other_mechanisms_is_tried_with_one_of_them():
    stage = stage_of(NOOR, "sasl")
    stage.feed(":s 908 noor PLAIN,EXTERNAL :are available", ":s 904 noor :No")

    assert stage.sent[1:] == ["AUTHENTICATE SCRAM-SHA-256", "AUTHENTICATE PLAIN"]


@pytest.mark.parametrize(
    ("numeric", "problem"),
    [("902", ProofProblem.LOCKED), ("904", ProofProblem.WRONG)],
)
def test_who_is_not_believed_goes_on_as_a_guest(numeric, problem):
    stage = stage_of(NOOR)
    begin_scram(stage)
    stage.sent.clear()

    stage.feed(f":s {numeric} noor :No")

    assert stage.sent == ["CAP END"]
    assert stage.told(ProofRefused) == [ProofRefused(NOOR, problem, "No")]


def test_a_secret_that_could_not_be_had_makes_a_guest():
    stage = stage_of(Account("noor"))

    assert stage.told(ProofRefused)[0].problem is ProofProblem.NO_SECRET
    assert stage.sent[-1] == "CAP END"


def test_a_server_without_sasl_makes_a_guest():
    stage = SessionStage(account=NOOR)

    stage.feed("CAP * LS :batch", "CAP * ACK :batch")

    assert stage.told(ProofRefused)[0].problem is ProofProblem.NOT_OFFERED
    assert stage.sent[-1] == "CAP END"


@pytest.mark.parametrize("asked", ["!!!", encoded(b"r=other,s=AAAA,i=4096")])
def test_what_makes_no_sense_ends_the_exchange(asked):
    stage = stage_of(NOOR)
    stage.feed("AUTHENTICATE +")
    stage.sent.clear()

    stage.feed(f"AUTHENTICATE {asked}")

    assert stage.sent == ["AUTHENTICATE *", "CAP END"]
    assert stage.told(ProofRefused)[0].problem is ProofProblem.NOT_UNDERSTOOD


def test_a_guest_whose_nick_is_an_accounts_takes_a_similar_one():
    stage = stage_of(NOOR)
    stage.feed(":s 904 noor :No", ":s 904 noor :No")
    stage.sent.clear()

    stage.feed(":s 433 * noor :This name belongs to an account.")

    assert stage.sent == ["NICK noor_"]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("This name belongs to an account. Sign in to it.", Problem.NICK_OWNED),
        ("Nickname is reserved by a different account", Problem.NICK_OWNED),
        ("This name looks like Noor, which belongs to others", Problem.NICK_ALIKE),
        ("Nickname is already in use", Problem.NICK_TAKEN),
    ],
)
def test_why_a_nick_cannot_be_had_is_told(words, problem):
    stage = SessionStage()
    stage.session.start()

    stage.feed(f":s 433 * noor :{words}")

    assert stage.told(SignInRefused) == [SignInRefused(problem, "noor")]


def test_no_secret_is_ever_in_a_representation():
    assert NOOR.secret not in repr(ProofRefused(NOOR, ProofProblem.WRONG))


def test_only_the_mechanisms_that_are_named_are_tried_in_their_order():
    account = replace(NOOR, mechanisms=("PLAIN", "SCRAM-SHA-256"))

    stage = stage_of(account)

    assert stage.sent[-1] == "AUTHENTICATE PLAIN"


def test_a_mechanism_that_needs_what_one_has_not_is_not_tried():
    account = replace(NOOR, mechanisms=("EXTERNAL",))

    stage = stage_of(account, "sasl")

    assert stage.sent == ["CAP REQ sasl", "CAP END"]
    refused = ProofRefused(account, ProofProblem.NOT_OFFERED)
    assert stage.told(ProofRefused) == [refused]


def test_a_key_signs_what_the_server_makes_up():
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    stage = stage_of(Account("noor", key=pem), "sasl=ECDSA-NIST256P-CHALLENGE")
    assert stage.sent[-1] == "AUTHENTICATE ECDSA-NIST256P-CHALLENGE"

    stage.feed("AUTHENTICATE +")
    assert joined(stage.sent[-1:]) == b"noor"
    stage.feed(f"AUTHENTICATE {encoded(bytes(32))}")

    how = ec.ECDSA(Prehashed(SHA256()))
    signature = joined(stage.sent[-1:])
    assert key.public_key().verify(signature, bytes(32), how) is None


def test_a_key_signs_no_second_challenge():
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    stage = stage_of(Account("noor", key=pem), "sasl=ECDSA-NIST256P-CHALLENGE")
    stage.feed("AUTHENTICATE +")
    stage.feed(f"AUTHENTICATE {encoded(bytes(32))}")
    stage.sent.clear()

    stage.feed(f"AUTHENTICATE {encoded(bytes(range(32)))}")

    assert stage.sent == ["AUTHENTICATE *", "CAP END"]


def test_a_challenge_that_cannot_be_signed_is_given_up():
    account = Account("noor", key=b"no key")
    stage = stage_of(account, "sasl=ECDSA-NIST256P-CHALLENGE")
    stage.feed("AUTHENTICATE +")
    stage.sent.clear()

    stage.feed(f"AUTHENTICATE {encoded(bytes(32))}")

    assert stage.sent == ["AUTHENTICATE *", "CAP END"]
    refused = ProofRefused(account, ProofProblem.NOT_UNDERSTOOD)
    assert stage.told(ProofRefused) == [refused]

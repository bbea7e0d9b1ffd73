"""One's name becomes one's own at the first sign-in, and is proved from then on."""

import pytest

from chatapp.models.accounts.account import Account
from chatapp.models.connection.encryption import Encryption, Trust
from chatapp.models.entities import Connectedness
from chatapp.models.events import ProofFailed, ProofProblem, RequestRefused
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.fakes import FakeAccounts, NetworkStage

FINGERPRINT = Fingerprint(b"\1" * 32)
MET = Encryption("TLSv1.3", FINGERPRINT, Trust.FIRST_USE)
INVITED = Encryption("TLSv1.3", FINGERPRINT, Trust.FINGERPRINT)
OFFERED = "batch draft/account-registration sasl=PLAIN"
NOOR = Account("noor", "secret")
KEY = (FINGERPRINT.hex, "noor")


@pytest.fixture
def accounts() -> FakeAccounts:
    return FakeAccounts()


@pytest.fixture
def stage(accounts: FakeAccounts) -> NetworkStage:
    return NetworkStage(accounts=accounts)


def connect(stage, encryption=MET, **more):
    stage.network.connect("chat.example", 6697, "noor", **more)
    stage.wire.open(encryption)


def come_in(stage, nick="noor"):
    stage.wire.feed(f":s CAP * LS :{OFFERED}", ":s CAP * ACK :batch sasl")
    stage.wire.feed(f":s 001 {nick} :Hi", f":s 422 {nick} :No")


def registrations(stage):
    return [line for line in stage.wire.sent if line.startswith("REGISTER")]


def prove(stage, answer="903"):
    """Play a server that asks for PLAIN, and let it answer."""
    stage.wire.feed(f":s CAP * LS :{OFFERED}", ":s CAP * ACK :batch sasl")
    stage.wire.feed("AUTHENTICATE +")
    if answer == "903":
        stage.wire.feed(":s 900 noor noor!u@h noor :Hello")
    stage.wire.feed(f":s {answer} noor :So")


def test_the_first_sign_in_makes_an_account_with_a_secret_nobody_can_guess(
    stage, accounts
):
    connect(stage)
    come_in(stage)
    stage.wire.feed(":noor!u@h JOIN #lobby", "REGISTER SUCCESS noor :Made")

    kept = accounts.kept[KEY]
    assert registrations(stage) == [f"REGISTER * * {kept.secret}"]
    assert len(kept.secret) == 43
    assert kept.is_proved


def test_the_secret_is_kept_before_it_is_sent(stage, accounts):
    connect(stage)
    accounts.is_slow = True
    come_in(stage)
    before = registrations(stage)

    accounts.catch_up()

    assert before == []
    assert registrations(stage) == [f"REGISTER * * {accounts.kept[KEY].secret}"]
    assert not accounts.kept[KEY].is_proved


def test_what_cannot_be_kept_is_not_sent(stage, accounts):
    accounts.is_full = True

    connect(stage)
    come_in(stage)

    assert registrations(stage) == []


def test_nothing_is_made_over_a_plain_connection(stage, accounts):
    connect(stage, encryption=None)
    come_in(stage)

    assert registrations(stage) == []
    assert accounts.kept == {}


def test_nothing_is_made_once_another_nick_was_taken(stage, accounts):
    connect(stage)
    accounts.is_slow = True
    come_in(stage)
    stage.wire.feed(":noor!u@h NICK :other")

    accounts.catch_up()

    assert registrations(stage) == []


def test_an_account_that_is_refused_is_forgotten_without_a_word(stage, accounts):
    connect(stage)
    come_in(stage)

    stage.wire.feed("FAIL REGISTER TEMPORARILY_UNAVAILABLE noor :Wait")

    assert accounts.kept == {}
    assert stage.told(RequestRefused) == []


def test_a_name_that_is_ones_own_is_proved_at_the_next_sign_in(stage, accounts):
    accounts.kept[KEY] = NOOR

    connect(stage)
    prove(stage)
    come_in(stage)

    assert "AUTHENTICATE PLAIN" in stage.wire.sent
    assert registrations(stage) == []
    assert stage.network.own_name.account == "noor"


def test_it_is_proved_after_a_reconnection_too_under_another_nick(stage, accounts):
    accounts.kept[KEY] = NOOR
    connect(stage)
    prove(stage)
    come_in(stage)
    stage.network.change_nick("nora")
    stage.wire.feed(":noor!u@h NICK :nora")

    stage.wire.end()
    stage.reconnect()
    stage.wire.open(MET)
    stage.wire.feed(f":s CAP * LS :{OFFERED}", ":s CAP * ACK :batch sasl")

    assert "NICK nora" in stage.wire.sent
    assert "AUTHENTICATE PLAIN" in stage.wire.sent


def test_another_server_is_told_nothing_of_it(stage, accounts):
    accounts.kept[KEY] = NOOR
    stranger = Encryption("TLSv1.3", Fingerprint(b"\2" * 32), Trust.FIRST_USE)

    connect(stage, stranger)
    come_in(stage)

    assert "AUTHENTICATE PLAIN" not in stage.wire.sent


def test_who_is_not_believed_is_a_guest_and_told_so(stage, accounts):
    accounts.kept[KEY] = NOOR

    connect(stage)
    prove(stage, "904")
    stage.wire.feed(":s 433 * noor :This name belongs to an account.")
    come_in(stage, "noor_")

    failed = ProofFailed("noor", ProofProblem.WRONG, "So")
    assert stage.network.state is Connectedness.ONLINE
    assert stage.told(ProofFailed) == [failed]
    assert stage.network.own_name.failure == failed
    assert registrations(stage) == []


def test_a_secret_that_was_never_confirmed_is_replaced_without_a_word(stage, accounts):
    accounts.kept[KEY] = Account("noor", "old", is_proved=False)

    connect(stage)
    prove(stage, "904")
    come_in(stage)

    assert stage.told(ProofFailed) == []
    assert registrations(stage) == [f"REGISTER * * {accounts.kept[KEY].secret}"]


def test_a_secret_that_turns_out_to_be_right_is_remembered_as_that(stage, accounts):
    accounts.kept[KEY] = Account("noor", "old", is_proved=False)

    connect(stage)
    prove(stage)
    come_in(stage)

    assert accounts.kept[KEY] == Account("noor", "old")


def test_an_account_from_another_computer_is_kept_once_it_is_proved(stage, accounts):
    connect(stage, INVITED, account=Account("noor", "from there", is_kept=False))
    prove(stage)
    before = dict(accounts.kept)
    come_in(stage)

    assert before == {}
    assert accounts.kept[KEY] == Account("noor", "from there")


def test_a_secret_from_another_computer_is_told_to_no_stranger(stage):
    connect(stage, account=Account("noor", "from there", is_kept=False))
    prove(stage)

    assert not any("AUTHENTICATE" in line for line in stage.wire.sent)


def test_an_account_from_another_computer_never_goes_out_in_plain(stage):
    connect(stage, encryption=None, account=Account("noor", "from there"))
    come_in(stage)

    assert not any("AUTHENTICATE" in line for line in stage.wire.sent)


def test_a_keyring_that_does_not_open_holds_nobody_up_for_long(stage, accounts):
    accounts.is_slow = True
    connect(stage)
    stage.wire.feed(":s NOTICE * :Looking up your hostname")
    before = list(stage.wire.sent)

    stage.time.pass_by(9)
    accounts.catch_up()

    assert before == []
    assert stage.wire.sent[0] == "CAP LS 302"
    assert stage.wire.sent.count("CAP LS 302") == 1


def test_a_sign_in_that_is_given_up_meanwhile_sends_nothing(stage, accounts):
    accounts.is_slow = True
    connect(stage)

    stage.network.cancel()
    accounts.catch_up()
    stage.time.pass_by(60)

    assert stage.wire.sent == []


def test_what_proves_ones_name_can_be_looked_up_for_another_computer(stage, accounts):
    accounts.kept[KEY] = NOOR
    connect(stage)
    prove(stage)
    come_in(stage)
    found = []

    stage.network.own_name.look_up(found.append)

    assert found == [NOOR]


def test_a_guest_has_nothing_for_another_computer(stage):
    connect(stage)
    come_in(stage)
    found = []

    stage.network.own_name.look_up(found.append)

    assert found == [None]

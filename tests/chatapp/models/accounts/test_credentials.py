"""What proves one's accounts lasts, is for its owner alone, and told to nobody."""

import os
import stat
import sys

import pytest

from chatapp.models.accounts.account import Account
from chatapp.models.accounts.accounts import AccountServer
from chatapp.models.accounts.credentials import Credentials

SERVER = AccountServer("ab" * 32, "192.168.1.20:6697")
NOOR = Account("noor", "s3cret-Of_noor")


class FakeVault:
    """A keyring in memory."""

    def __init__(self):
        self.secrets = {}
        self.is_locked = False

    def get(self, name):
        return "" if self.is_locked else self.secrets.get(name, "")

    def put(self, name, secret):
        if not self.is_locked:
            self.secrets[name] = secret
        return not self.is_locked

    def remove(self, name):
        self.secrets.pop(name, None)


def at_once(work, then):
    then(work())


@pytest.fixture
def open_credentials(tmp_path):
    """Open what is kept, as the next start of the program does."""
    return lambda vault=None: Credentials(at_once, lambda: vault, tmp_path)


def keep(credentials, account=NOOR, server=SERVER):
    told = []
    credentials.keep(server, account, told.append)
    return told == [True]


def find(credentials, name="noor", server=SERVER):
    found = []
    credentials.find(server, name, found.append)
    return found[0]


def test_an_account_is_there_after_a_restart(open_credentials):
    assert keep(open_credentials())

    assert find(open_credentials()) == NOOR


def test_however_its_name_is_written_it_is_found(open_credentials):
    keep(open_credentials())

    assert find(open_credentials(), "NOOR") == NOOR


def test_there_is_no_account_of_another_name(open_credentials):
    keep(open_credentials())

    assert find(open_credentials(), "anna") is None


def test_another_server_gets_nothing(open_credentials):
    keep(open_credentials())

    stranger = AccountServer("cd" * 32, "192.168.1.21:6697")
    assert find(open_credentials(), server=stranger) is None


def test_a_server_with_a_new_certificate_is_asked_to_prove_that_it_knows(
    open_credentials,
):
    keep(open_credentials())

    renewed = AccountServer("cd" * 32, SERVER.place)
    found = find(open_credentials(), server=renewed)
    assert (found.secret, found.is_proved) == (NOOR.secret, False)
    assert found.is_told_to_nobody


def test_servers_on_this_computer_are_not_taken_for_each_other(open_credentials):
    keep(open_credentials(), server=AccountServer("ab" * 32, ""))

    other = AccountServer("cd" * 32, "")
    assert find(open_credentials(), server=other) is None


def test_whether_it_was_ever_proved_is_remembered(open_credentials):
    unsure = Account("noor", "secret", is_proved=False)

    keep(open_credentials(), unsure)

    assert find(open_credentials()) == unsure


def test_a_newer_secret_takes_the_place_of_the_older(open_credentials):
    keep(open_credentials())

    keep(open_credentials(), Account("Noor", "newer"))

    assert find(open_credentials()) == Account("Noor", "newer")


def test_what_is_forgotten_is_gone(open_credentials, tmp_path):
    credentials, vault = open_credentials(), FakeVault()
    keep(credentials)
    keep(open_credentials(vault), Account("anna", "hers"))

    credentials.forget(SERVER, "NOOR")
    open_credentials(vault).forget(SERVER, "anna")

    assert list(tmp_path.iterdir()) == []
    assert vault.secrets == {}


def test_the_keyring_keeps_the_secret_and_the_file_only_tells_of_it(
    open_credentials, tmp_path
):
    vault = FakeVault()

    keep(open_credentials(vault))

    (file,) = tmp_path.iterdir()
    assert NOOR.secret not in file.read_text()
    assert list(vault.secrets.values()) == [NOOR.secret]
    assert find(open_credentials(vault)) == NOOR


def test_a_keyring_that_takes_nothing_leaves_the_secret_to_the_file(open_credentials):
    vault = FakeVault()
    vault.is_locked = True

    assert keep(open_credentials(vault))

    assert find(open_credentials(vault)) == NOOR


def test_a_keyring_that_is_locked_later_gives_an_account_without_its_secret(
    open_credentials,
):
    vault = FakeVault()
    keep(open_credentials(vault))
    vault.is_locked = True

    found = find(open_credentials(vault))

    assert (found.name, found.can_be_proved) == ("noor", False)


def test_the_keyring_is_asked_only_once_for_a_secret(open_credentials):
    vault = FakeVault()
    keep(open_credentials(vault))
    credentials = open_credentials(vault)
    find(credentials)
    vault.is_locked = True

    assert find(credentials) == NOOR


def test_the_keyring_is_left_alone_while_there_is_no_account(tmp_path, mocker):
    open_vault = mocker.Mock()

    find(Credentials(at_once, open_vault, tmp_path / "none"))

    open_vault.assert_not_called()


@pytest.mark.parametrize(
    "text", ["no TOML =", "\udcff", 'server = "a"', "server = 1\naccount = 2"]
)
def test_a_file_that_makes_no_sense_harms_no_other(open_credentials, tmp_path, text):
    path = tmp_path / f"{'0' * 32}.toml"
    path.write_bytes(text.encode(errors="surrogateescape"))
    keep(open_credentials())

    assert find(open_credentials()) == NOOR


def test_a_disk_that_takes_nothing_is_told(tmp_path, open_credentials, mocker):
    mocker.patch(
        "chatapp.models.program.files.os.fdopen", side_effect=OSError(28, "full")
    )

    assert not keep(open_credentials())

    assert list(tmp_path.glob("*.toml")) == []


def test_the_secret_is_in_no_representation(open_credentials, tmp_path, caplog):
    keep(open_credentials())

    assert NOOR.secret not in repr(find(open_credentials()))
    assert NOOR.secret not in caplog.text


if sys.platform != "win32":

    def test_the_file_is_for_its_owner_alone(open_credentials, tmp_path):
        previous = os.umask(0)
        try:
            keep(open_credentials())
        finally:
            os.umask(previous)

        (file,) = tmp_path.iterdir()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600

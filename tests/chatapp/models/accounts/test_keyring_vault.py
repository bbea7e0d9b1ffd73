"""The system's keyring: used where it works, absent without harm."""

import sys

import pytest

from chatapp.models.accounts.keyring_vault import SERVICE, KeyringVault, open_keyring


@pytest.fixture
def backend(mocker):
    """A keyring that works."""
    secrets = {}
    backend = mocker.Mock(priority=5)
    backend.get_password.side_effect = lambda service, name: secrets.get(
        (service, name)
    )
    backend.set_password.side_effect = lambda service, name, secret: secrets.update(
        {(service, name): secret}
    )
    return backend


@pytest.fixture
def library(mocker, backend):
    """The library keyring, which need not be installed."""
    module = mocker.Mock()
    module.get_keyring.return_value = backend
    mocker.patch.dict(sys.modules, {"keyring": module})
    return module


def test_a_secret_is_kept_and_found_under_the_programs_name(library, backend):
    vault = open_keyring()

    assert vault.put("id", "secret")
    assert vault.get("id") == "secret"
    backend.set_password.assert_called_once_with(SERVICE, "id", "secret")


def test_a_keyring_that_forgets_has_kept_nothing(library, backend):
    backend.set_password.side_effect = None

    assert not open_keyring().put("id", "secret")


def test_without_the_library_there_is_no_keyring(mocker):
    mocker.patch.dict(sys.modules, {"keyring": None})

    assert open_keyring() is None


def test_a_keyring_that_is_none_is_not_used(library, backend):
    backend.priority = 0

    assert open_keyring() is None


def test_a_library_that_fails_is_as_good_as_none(library):
    library.get_keyring.side_effect = RuntimeError

    assert open_keyring() is None


def test_a_keyring_that_fails_gives_nothing_and_ends_nothing(backend):
    for method in (
        backend.get_password,
        backend.set_password,
        backend.delete_password,
    ):
        method.side_effect = RuntimeError("locked")
    vault = KeyringVault(backend)

    vault.remove("id")

    assert vault.get("id") == ""
    assert not vault.put("id", "secret")


def test_a_secret_can_be_removed(backend):
    KeyringVault(backend).remove("id")

    backend.delete_password.assert_called_once_with(SERVICE, "id")


@pytest.mark.parametrize("told", [b"secret", 7, ["secret"], object()])
def test_a_keyring_that_gives_no_text_gives_nothing(backend, told):
    backend.get_password.side_effect = lambda *_: told

    vault = KeyringVault(backend)

    assert vault.get("id") == ""
    assert not vault.put("id", "secret")


@pytest.mark.parametrize("priority", [None, "high", -1])
def test_a_keyring_that_does_not_say_how_good_it_is_is_not_used(
    library, backend, priority
):
    backend.priority = priority

    assert open_keyring() is None


def test_nor_is_one_that_fails_when_it_is_asked(mocker):
    class Broken:
        @property
        def priority(self):
            raise RuntimeError("no bus")

    module = mocker.Mock()
    module.get_keyring.return_value = Broken()
    mocker.patch.dict(sys.modules, {"keyring": module})

    assert open_keyring() is None

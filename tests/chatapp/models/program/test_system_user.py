"""The system's user, also where the system knows none."""

import pytest

from chatapp.models.program.system_user import system_user


@pytest.mark.parametrize("unknown", [OSError, KeyError, ImportError])
def test_who_is_not_known_to_the_system_has_no_name(mocker, unknown):
    mocker.patch("getpass.getuser", side_effect=unknown)

    assert system_user() == ""


def test_who_is_known_has_the_name_of_the_system(monkeypatch):
    monkeypatch.setenv("LOGNAME", "ada")

    assert system_user() == "ada"

"""`chatapp --register-links` and what it says."""

import pytest

from chatapp import link_command
from chatapp.__main__ import main as run_chatapp
from chatapp.link_command import (
    NOT_REGISTERED,
    ONLY_FOR_APPLICATIONS,
    REGISTERED,
    UNREGISTERED,
    Links,
    links_of,
    main,
)
from chatapp.models.desktop.xdg_links import CannotRegister, XdgLinks


@pytest.fixture
def links(mocker):
    return mocker.create_autospec(Links, instance=True)


def test_registering_is_said_with_how_to_undo_it(links, capsys):
    assert main(register=True, links=links) == 0

    links.register.assert_called_once_with()
    assert capsys.readouterr().out.strip() == REGISTERED


@pytest.mark.parametrize(
    ("was_registered", "said"), [(True, UNREGISTERED), (False, NOT_REGISTERED)]
)
def test_undoing_is_said_and_that_there_was_nothing_to_undo(
    links, capsys, was_registered, said
):
    links.unregister.return_value = was_registered

    assert main(register=False, links=links) == 0

    assert capsys.readouterr().out.strip() == said


def test_what_fails_is_said_in_a_sentence(links, capsys):
    links.register.side_effect = CannotRegister("Install xdg-utils.")

    assert main(register=True, links=links) == 1

    assert capsys.readouterr().err.strip() == "Install xdg-utils."


def test_on_macos_one_is_told_what_to_do_instead(capsys, mocker):
    mocker.patch.object(link_command.sys, "platform", "darwin")

    assert main(register=True) == 1

    assert capsys.readouterr().err.strip() == ONLY_FOR_APPLICATIONS


def test_on_linux_the_desktop_is_told():
    assert isinstance(links_of("linux", {"HOME": "/home/maria"}), XdgLinks)


def test_the_program_registers_without_opening_a_window(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(link_command.sys, "platform", "linux")

    assert run_chatapp(["--unregister-links"]) == 0

    assert capsys.readouterr().out.strip() == NOT_REGISTERED

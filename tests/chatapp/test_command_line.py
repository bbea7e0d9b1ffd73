"""What the window can be told when it is started."""

import pytest

from chatapp.command_line import parse_options

LINK = "ircs://192.168.1.20:6697/#class"


@pytest.mark.parametrize("words", [[LINK], ["--", LINK], [LINK, "--username", "noor"]])
def test_a_link_is_where_one_goes(words):
    assert parse_options(words).address == LINK


def test_without_a_link_the_servers_address_is_it():
    assert parse_options(["--server", "192.168.1.20"]).address == "192.168.1.20"
    assert parse_options([]).address is None


def test_a_link_and_a_server_are_too_much(capsys):
    with pytest.raises(SystemExit):
        parse_options([LINK, "--server", "192.168.1.20"])

    assert "leave out --server" in capsys.readouterr().err


def test_what_follows_two_dashes_is_no_option():
    assert parse_options(["--", "--host"]).address == "--host"


@pytest.mark.parametrize(
    ("words", "registers"),
    [(["--register-links"], True), (["--unregister-links"], False), ([], None)],
)
def test_links_are_registered_or_no_more(words, registers):
    assert parse_options(words).registers_links is registers

"""What the window can be told when it is started."""

from pathlib import Path

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


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--port", "99999"], "a port is a number from 1 to 65535"),
        (["--port", "0"], "a port is a number from 1 to 65535"),
        (["--port", "no"], "a port is a number from 1 to 65535"),
        (["--host", "--server", "192.168.1.20"], "name no other server"),
        (["--host", LINK], "name no other server"),
        (["--no-announce"], "add --host"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(words, sentence, capsys):
    with pytest.raises(SystemExit):
        parse_options(words)

    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize("command", ["send ROOM", "tail ROOM", "doctor [ADDRESS]"])
def test_the_help_names_what_else_can_be_done(command, capsys):
    with pytest.raises(SystemExit):
        parse_options(["--help"])

    assert f"  chatapp {command}  " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "leads"),
    [
        ([], False),
        (["--sign-in", "--palette", "teal-otter"], False),
        ([LINK], True),
        (["--username", "noor"], True),
        (["--connect"], True),
        (["--host"], True),
    ],
)
def test_a_start_is_told_where_to_go_or_is_not(words, leads):
    assert parse_options(words).leads_somewhere is leads


def test_who_hosts_may_leave_the_port_to_the_system():
    assert parse_options(["--host", "--port", "0"]).hosting_port == 0
    assert parse_options(["--host", "--no-announce"]).no_announce


def test_what_follows_two_dashes_is_no_option():
    assert parse_options(["--", "--host"]).address == "--host"


@pytest.mark.parametrize(
    ("words", "registers"),
    [(["--register-links"], True), (["--unregister-links"], False), ([], None)],
)
def test_links_are_registered_or_no_more(words, registers):
    assert parse_options(words).registers_links is registers


def test_without_a_window_there_is_a_file_to_follow():
    options = parse_options(["--headless", "--config", "noor.toml"])

    assert options.config == Path("noor.toml")


@pytest.mark.parametrize("words", [["--headless"], ["--config", "noor.toml"]])
def test_neither_goes_without_the_other(words, capsys):
    with pytest.raises(SystemExit) as ended:
        parse_options(words)

    assert ended.value.code == 2
    assert "need each other" in capsys.readouterr().err

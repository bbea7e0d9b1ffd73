"""The server as it is started from the command line."""

import errno
import json
import socket

import pytest

from server.command_line import run_command
from server.network.addresses import lan_address
from tests.server.raw_client import RawClient
from tests.server.running import ServerProcess
from tests.server.verb_runs import run_server as run

LOCAL = ("--host", "127.0.0.1", "--port", "0")


def test_it_says_where_it_listens_and_how_to_join(tmp_path):
    with ServerProcess(tmp_path, *LOCAL) as server:
        assert server.invitation == (
            f"Listening on 127.0.0.1:{server.port}. Join from this computer with: "
            f"chatapp --server 127.0.0.1 --port {server.port}\n"
        )


@pytest.mark.parametrize(
    "arguments", [("--prot", "12"), ("--host", "::1", "--prot=12")]
)
def test_an_option_that_there_is_not_is_named(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        run_command(arguments)

    assert ended.value.code == 2
    assert "There is no option --prot." in capsys.readouterr().err


def test_the_help_tells_people_of_no_option_for_programs(capsys):
    with pytest.raises(SystemExit):
        run_command(["--help"])

    told = capsys.readouterr().out
    assert "--no-announce" in told
    assert "--speak-json" not in told
    assert "--stop-with-parent" not in told


def test_on_all_addresses_it_names_the_one_that_others_reach(tmp_path):
    with ServerProcess(tmp_path, "--port", "0") as server:
        assert server.invitation.startswith(f"Listening on 0.0.0.0:{server.port}. ")
        assert f"chatapp --server {lan_address()} --port" in server.invitation


def test_on_all_addresses_it_is_reached_by_ipv6_too(tmp_path):
    with (
        ServerProcess(tmp_path, "--port", "0") as server,
        RawClient("::1", server.port) as client,
    ):
        client.register("anna")
        answers = client.ask("PRIVMSG anna :hello")

    assert answers[0].source == "anna!anna@0::1"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            (
                "Port {port} is in use already. "
                "End the other server, or choose another port with --port.\n"
            ),
        ),
        (
            "de",
            (
                "Port {port} wird schon benutzt. "
                "Beende den anderen Server, oder wähle mit --port einen anderen Port.\n"
            ),
        ),
    ],
)
def test_a_port_in_use_is_told_in_one_sentence(tmp_path, language, sentence):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = run(
            *("--host", "127.0.0.1", "--port", port),
            CHATAPP_DATA_DIR=str(tmp_path),
            LANGUAGE=language,
            PYTHONUTF8="1",
        )

    assert result.returncode == 69
    assert result.stderr == sentence.format(port=port)
    assert result.stdout == ""


@pytest.mark.parametrize("host", ["192.0.2.1", "no-such-host.invalid"])
def test_a_host_that_is_not_this_machines_is_told_in_one_sentence(tmp_path, host):
    result = run("--host", host, "--port", "0", CHATAPP_DATA_DIR=str(tmp_path))

    assert result.returncode == 69
    assert host in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_port_that_only_an_administrator_may_have_ends_it_with_77(
    tmp_path, mocker, capsys, monkeypatch
):
    monkeypatch.setenv("CHATAPP_DATA_DIR", str(tmp_path))
    forbidden = PermissionError(errno.EACCES, "Permission denied")
    mocker.patch("socketserver.TCPServer.server_bind", side_effect=forbidden)

    code = run_command(["--host", "127.0.0.1", "--port", "80"])

    assert code == 77
    assert capsys.readouterr().err == (
        "You may not listen on port 80. Choose a port from 1024 on.\n"
    )


def test_a_port_that_is_in_use_for_ipv6_only_is_told_too(tmp_path):
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as taken:
        port = str(taken.getsockname()[1])
        result = run("--host", "::", "--port", port, CHATAPP_DATA_DIR=str(tmp_path))

    assert result.returncode == 69
    assert result.stderr.startswith(f"Port {port} is in use already.")


def test_it_can_listen_on_an_ipv6_address_alone(tmp_path):
    with (
        ServerProcess(tmp_path, "--host", "::1", "--port", "0") as server,
        RawClient("::1", server.port) as client,
    ):
        client.register("anna")

    assert server.invitation == (
        f"Listening on [::1]:{server.port}. Join from this computer with: "
        f"chatapp --server ::1 --port {server.port}\n"
    )


def test_a_history_in_use_is_told_in_one_sentence(tmp_path):
    with ServerProcess(tmp_path, *LOCAL):
        result = run(*LOCAL, CHATAPP_DATA_DIR=str(tmp_path))

    assert result.returncode == 69
    assert result.stderr.startswith("Another chatapp-server keeps its history in")
    assert len(result.stderr.splitlines()) == 1


def test_a_wrong_setting_ends_it_with_78(tmp_path):
    path = tmp_path / "server.toml"
    path.write_text("[server]\nprot = 1\n", encoding="utf-8")

    result = run("--config", str(path), "check-config")

    assert result.returncode == 78
    assert 'unknown key "prot"' in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_default_settings_are_right(tmp_path):
    path = tmp_path / "server.toml"
    path.write_text(run("default-config").stdout, encoding="utf-8")

    result = run("--config", str(path), "check-config")

    assert (result.returncode, result.stdout) == (0, "The settings are right.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (*LOCAL, "--log-format", "json", "run"),
        ("run", *LOCAL, "--log-format", "json"),
        ("--log-format", "json", "run", *LOCAL),
    ],
)
def test_options_may_stand_before_the_verb_and_behind_it(tmp_path, arguments):
    with ServerProcess(tmp_path, *arguments) as server:
        with RawClient("127.0.0.1", server.port) as client:
            client.register("anna")
            server.terminate()

        first, *_ = server.errors().splitlines()
        assert json.loads(first)["nick"] == "anna"


@pytest.mark.parametrize("words", [("check-config",), ("ban", "list")])
def test_the_settings_file_may_be_named_behind_every_verb(tmp_path, words):
    path = tmp_path / "server.toml"
    path.write_text("[server]\nprot = 1\n", encoding="utf-8")

    result = run(*words, "--config", str(path))

    assert result.returncode == 78
    assert str(path) in result.stderr


def test_the_version_is_told():
    assert run("--version").stdout.startswith("chatapp")


@pytest.mark.parametrize("arguments", [["--port", "70000"], ["dance"], ["--x"]])
def test_what_makes_no_sense_on_the_command_line_ends_it_with_2(arguments):
    result = run(*arguments)

    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_it_runs_where_tkinter_is_missing(tmp_path):
    (tmp_path / "tkinter.py").write_text("raise ImportError", encoding="utf-8")

    with ServerProcess(
        tmp_path, *LOCAL, environment={"PYTHONPATH": str(tmp_path)}
    ) as server:
        assert server.port > 0

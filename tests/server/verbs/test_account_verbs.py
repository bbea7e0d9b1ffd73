"""`chatapp-server account`, beside a server that runs and without one."""

import os
import subprocess
import sys

import pytest

from tests.server.account_holders import PASSWORD, prove
from tests.server.raw_client import RawClient, commands
from tests.server.running import ServerProcess

LOCAL = ("--host", "127.0.0.1", "--port", "0")


def account(folder, *arguments, given=""):
    """Call the program, and give exit code, output and complaints."""
    result = subprocess.run(
        [sys.executable, "-m", "server", "account", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        input=given,
        env=os.environ | {"CHATAPP_DATA_DIR": str(folder)},
    )
    return result.returncode, result.stdout, result.stderr


@pytest.fixture
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("d")


def test_an_account_is_made_beside_a_running_server(folder):
    with (
        ServerProcess(folder, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as client,
    ):
        added = account(folder, "add", "Anna", given=f"{PASSWORD}\n")
        answers = prove(client, "Anna")
        code, listed, _ = account(folder, "list")

    assert added == (0, "The account Anna is there now.\n", "")
    assert commands(answers) == ["900", "903"]
    assert (code, listed[:12]) == (0, "Anna, since ")


def test_accounts_are_changed_where_no_server_runs(folder):
    account(folder, "add", "Anna", given="first password\n")
    account(folder, "add", "Bert", given="first password\n")

    told = [
        account(folder, "passwd", "anna", given="second password\n"),
        account(folder, "suspend", "Bert"),
        account(folder, "resume", "Bert"),
        account(folder, "delete", "Bert"),
    ]
    with (
        ServerProcess(folder, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as client,
    ):
        anna = prove(client, "Anna", "second password")
        bert = prove(client, "Bert", "first password")

    assert [output for _, output, _ in told] == [
        "The account Anna has another password now.\n",
        "The account Bert is suspended.\n",
        "The account Bert can be used again.\n",
        "The account Bert is deleted.\n",
    ]
    assert commands(anna) == ["900", "903"]
    assert commands(bert) == ["904"]


def test_what_is_refused_says_why_and_ends_with_1(folder):
    code, _, why = account(folder, "add", "Anna", given="short\n")

    assert code == 1
    assert "longer password" in why
    assert account(folder, "delete", "Nobody")[2] == (
        "There is no account of this name.\n"
    )


def test_an_account_that_there_is_is_told_before_its_password_is_too_short(folder):
    account(folder, "add", "Anna", given=f"{PASSWORD}\n")

    code, _, complaint = account(folder, "add", "Anna", given="x\n")

    assert code == 1
    assert "password" not in complaint

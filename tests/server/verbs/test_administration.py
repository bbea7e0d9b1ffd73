"""The verbs for who looks after a server, beside one that runs and without one."""

import signal
import stat

import pytest

from chatapp.wire.invite_link import InviteLink
from server.network import control
from server.settings.password_keys import is_right
from tests.server.raw_client import RawClient, commands
from tests.server.running import ENDS_WITHIN, ServerProcess
from tests.server.verb_runs import LOCAL, run


@pytest.fixture
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("d")


def test_bans_are_set_listed_and_lifted_beside_a_running_server(folder):
    with (
        ServerProcess(folder, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as bert,
    ):
        bert.register("bert")
        added = run(
            folder, "ban", "add", "bert!*@*", "--for", "2h", "--reason", "Enough"
        )
        farewell = bert.read_to_end()
        listed = run(folder, "ban", "list")
        removed = run(folder, "ban", "remove", "bert!*@*")
        with RawClient("127.0.0.1", server.port) as again:
            again.register("bert")

    assert (added.returncode, added.stdout) == (0, "bert!*@* is kept out for 2h.\n")
    assert farewell[-1].trailing == "Banned (Enough)"
    assert listed.stdout == "bert!*@* for 2h, by console: Enough\n"
    assert removed.stdout == "bert!*@* is let in again.\n"


def test_who_is_given_an_invitation_comes_past_the_servers_password(folder):
    password = {"CHATAPP_SERVER__SERVER__PASSWORD": "sesame"}
    with ServerProcess(folder, *LOCAL, environment=password) as server:
        told = run(folder, "invite", "make", "--uses", "1", "--valid", "2h", **password)
        link = InviteLink.parse(told.stdout.split()[-1])
        with RawClient("127.0.0.1", server.port) as anna:
            anna.register("anna", password=f"invite:{link.token}")
        listed = run(folder, "invite", "list", **password)
        revoked = run(folder, "invite", "revoke", "1", **password)

    assert link.port == server.port
    assert listed.stdout.startswith("1: 1 of 1 people came by it, until ")
    assert revoked.stdout == "Invitation 1 lets nobody in any more.\n"


def test_an_invitation_is_made_before_the_server_runs(folder):
    told = run(folder, "invite", "make", "--channel", "#class")
    link = InviteLink.parse(told.stdout.split()[-1])

    with (
        ServerProcess(folder, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as anna,
    ):
        anna.register("anna", password=f"invite:{link.token}")
        answers = anna.ask("WHOIS anna")

    assert "#class" in " ".join(each.trailing for each in answers)


def test_bans_are_set_without_a_server_and_hold_in_the_next_one(folder):
    added = run(folder, "ban", "add", "bert!*@*", "--reason", "Enough")

    with (
        ServerProcess(folder, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as bert,
    ):
        bert.send("NICK bert", "USER bert 0 * :x")
        heard = bert.read_to_end()

    assert (added.returncode, added.stdout) == (0, "bert!*@* is kept out.\n")
    assert commands(heard) == ["465", "ERROR"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("ban", "add", "*!*@*"), "everybody"),
        (("ban", "add", "bert", "--for", "long"), "no length of time"),
        (("ban", "remove", "bert"), "no such ban"),
        (("ban", "add", "a b"), '"a b" cannot be used here. Please type it without'),
        (("ban", "add", "10.0.0.0/33"), "no network such as 192.0.2.0/24"),
        (("ban", "add", "10.0.0.*"), "a mask such as *!*@192.0.2.*"),
        (("invite", "revoke", "9"), "`chatapp-server invite list` shows those"),
        (("hash-password",), "There is no password. Type one"),
        (("account", "passwd", "nobody"), "There is no account of this name."),
        (("ban", "add", ":x"), '":x" cannot be used here.'),
        (("ban", "add", ""), '"" cannot be used here.'),
        (("ban", "add", "bert", "--reason", "a\nb"), "everything on one line."),
        (("account", "add", "bad name"), '"bad name" cannot be used here.'),
        (("invite", "make", "--channel", "#a b"), '"#a b" cannot be used here.'),
    ],
)
def test_an_order_that_is_refused_says_why_and_ends_with_1(folder, arguments, why):
    result = run(folder, *arguments)

    assert (result.returncode, result.stdout) == (1, "")
    assert why in result.stderr


def test_stats_tell_how_much_the_server_has_to_do(folder):
    with (
        ServerProcess(folder, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as anna,
    ):
        anna.register("anna")
        told = run(folder, "stats")

    assert told.returncode == 0
    assert {"users: 1", "channels: 1", "bans: 0"} <= set(told.stdout.splitlines())


def test_stats_without_a_server_say_so(folder):
    result = run(folder, "stats")

    assert result.returncode == 69
    assert result.stderr == "No server runs with these settings.\n"


def test_only_the_servers_user_may_give_orders(folder):
    with ServerProcess(folder, *LOCAL):
        path = control.control_path(folder / "server" / "history.db")
        mode = stat.S_IMODE(path.stat().st_mode)

    assert mode == 0o600


def test_orders_come_through_where_the_path_is_too_long_for_a_socket(tmp_path):
    folder = tmp_path / ("x" * 100)
    folder.mkdir()

    with ServerProcess(folder, *LOCAL):
        path = control.control_path(folder / "server" / "history.db")
        is_socket, mode = path.is_socket(), stat.S_IMODE(path.stat().st_mode)
        told = run(folder, "stats")

    assert (is_socket, mode) == (False, 0o600)
    assert told.returncode == 0


def test_a_server_that_was_killed_leaves_nothing_that_hinders(folder):
    with ServerProcess(folder, *LOCAL) as server:
        server.process.send_signal(signal.SIGKILL)
        server.process.wait(ENDS_WITHIN)
    added = run(folder, "ban", "add", "bert")

    assert added.returncode == 0


def test_a_backup_is_made_while_people_talk_and_can_be_restored(folder):
    copy = folder / "copy.db"
    with (
        ServerProcess(folder, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as anna,
    ):
        anna.register("anna", "echo-message")
        anna.ask("PRIVMSG #lobby :kept")
        made = run(folder, "backup", str(copy))
        refused = run(folder, "restore", str(copy))
        anna.ask("PRIVMSG #lobby :said later")
    restored = run(folder, "restore", str(copy))

    with (
        ServerProcess(folder, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as anna,
    ):
        anna.register("anna")
        history = anna.ask("CHATHISTORY LATEST #lobby * 5")

    assert made.returncode == 0
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert refused.returncode == 69
    assert "Stop it first" in refused.stderr
    assert restored.returncode == 0
    aside = folder / "server" / "history.db.before-restore"
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    assert [each.trailing for each in history] == ["kept"]


def test_what_is_no_copy_is_not_restored(folder):
    run(folder, "ban", "add", "bert")
    wrong = folder / "wrong.db"
    wrong.write_text("This is no database, but long enough to be read. " * 9)

    result = run(folder, "restore", str(wrong))

    assert result.returncode == 1
    assert "is no history" in result.stderr
    assert "bert" in run(folder, "ban", "list").stdout


def test_a_backup_replaces_no_file_and_needs_a_folder(folder):
    run(folder, "ban", "add", "bert")
    kept = folder / "kept.db"
    kept.write_text("Something else.")

    over = run(folder, "backup", str(kept))
    nowhere = run(folder, "backup", str(folder / "none" / "copy.db"))

    assert (over.returncode, nowhere.returncode) == (1, 1)
    assert "is there already. Choose another name" in over.stderr
    assert nowhere.stderr == f"There is no folder {folder / 'none'}. Make it first.\n"
    assert kept.read_text() == "Something else."


def test_a_ban_without_a_reason_is_listed_without_one(folder):
    run(folder, "ban", "add", "bert")

    assert run(folder, "ban", "list").stdout == "bert!*@*, by console\n"


def test_a_backup_of_nothing_is_refused(folder):
    result = run(folder, "backup", str(folder / "copy.db"))

    assert result.returncode == 1
    assert "There is no history" in result.stderr


def test_a_password_is_hashed(folder):
    result = run(folder, "hash-password", given="correct horse\n")

    word = result.stdout.strip()
    assert is_right("correct horse", word)
    assert not is_right("wrong", word)
    assert "horse" not in word


def test_a_server_that_runs_is_stopped_and_tells_everybody(folder):
    with (
        ServerProcess(folder, *LOCAL) as server,
        RawClient("127.0.0.1", server.port) as anna,
    ):
        anna.register("anna")

        stopped = run(folder, "stop")

        farewell = anna.read_to_end()
    assert (stopped.returncode, stopped.stdout) == (0, "The server ends now.\n")
    assert "The server ends." in farewell[-1].trailing


def test_where_no_server_runs_none_is_stopped(folder):
    stopped = run(folder, "stop")

    assert stopped.returncode == 69
    assert stopped.stderr == "No server runs with these settings.\n"


def test_nothing_that_is_listed_moves_the_terminal(folder):
    run(folder, "ban", "add", "bert!*@*", "--reason", "a\x1b[2Jb\x9b31mc\u202ed")

    listed = run(folder, "ban", "list")

    assert listed.stdout.endswith(": a[2Jb31mcd\n")

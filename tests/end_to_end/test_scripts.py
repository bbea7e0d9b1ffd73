"""`chatapp send` and `chatapp tail`: real programs at a real server."""

import json
import os
import signal
import subprocess
import sys

import pytest

from chatapp.models.settings.settings import LastSignIn, Settings
from tests.server.raw_client import RawClient
from tools.own_folders import own_environment

PATIENCE = 60.0


@pytest.fixture
def ada(server):
    with RawClient("127.0.0.1", server.port) as client:
        yield client.register("ada")


@pytest.fixture
def at_server(server):
    return ("--server", "127.0.0.1", "--port", str(server.port))


@pytest.fixture
def start(stack, tmp_path):
    """Start chatapp without a display; who still runs at the end is killed."""
    inherited = {key: it for key, it in os.environ.items() if key != "DISPLAY"}
    environment = own_environment(inherited, tmp_path / "noor")

    def start(*words):
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        process = subprocess.Popen(
            [sys.executable, "-m", "chatapp", *words],
            env=environment,
            encoding="utf-8",
            **pipes,
        )
        stack.callback(process.communicate)
        stack.callback(process.kill)
        return process

    return start


@pytest.fixture
def send(start, at_server):
    """Send a text; give the exit code and the complaints."""

    def send(room, text, *options):
        process = start("send", room, "--username", "noor", *at_server, *options)
        data = text.encode() if isinstance(text, str) else text
        process.stdin.buffer.write(data)
        _, complaints = process.communicate(timeout=PATIENCE)
        return process.returncode, complaints

    return send


@pytest.fixture
def tail(start, at_server, ada):
    """Begin to follow the lobby, as tail."""

    def tail(*options):
        process = start("tail", "#lobby", "--username", "tail", *at_server, *options)
        ada.read_until("JOIN")
        return process

    return tail


def said(client):
    return client.read_until("PRIVMSG")[-1].params


def test_what_comes_in_is_said_in_the_room(send, ada):
    sent = send("#lobby", "hello\n\nthe world: größer\n")

    assert sent == (0, "")
    assert said(ada) == ("#lobby", "hello")
    assert said(ada) == ("#lobby", "the world: größer")
    assert ada.read_until("QUIT")


def test_one_person_can_be_written_to(send, ada):
    assert send("ada", "psst") == (0, "")

    assert said(ada) == ("ada", "psst")


def test_nothing_to_say_needs_no_server(send):
    assert send("#lobby", " \n", "--port", "1") == (0, "")


def test_who_is_not_there_hears_nothing_and_that_is_told(send):
    code, complaint = send("nobody", "hello")

    assert code == 1
    assert complaint.startswith("chatapp: nobody is not here now.")
    assert "There is a room #lobby." in send("lobby", "hello")[1]


def test_a_room_that_is_not_there_is_told_and_not_made(send, ada):
    code, complaint = send("#mistyped", "hello")
    ada.send("LIST #mistyped")

    assert code == 67
    assert "There is no room #mistyped on this server." in complaint
    assert [it.command for it in ada.read_until("323")].count("322") == 0


def test_a_room_is_made_for_who_says_so(send):
    code, complaint = send("#new", "hello", "--create")

    assert (code, complaint) == (0, "chatapp: Nobody else is in #new.\n")


def test_a_secret_room_is_there_too(send, ada):
    ada.send("JOIN #secret", "MODE #secret +s")
    ada.read_until("MODE")

    assert send("#secret", "psst") == (0, "")

    assert said(ada) == ("#secret", "psst")


def test_nothing_can_be_followed_that_is_not_there(start, at_server):
    process = start("tail", "#mistyped", "--username", "noor", *at_server)

    _, complaint = process.communicate(timeout=PATIENCE)

    assert process.returncode == 67
    assert "There is no room #mistyped" in complaint


def test_what_only_a_terminal_understands_is_left_out_and_that_is_told(send, ada):
    code, complaint = send("#lobby", "\x1b[31mred\x1b[0m\tand \x02bold\x02\n")

    assert code == 0
    assert "they were left out of 1 line." in complaint
    assert said(ada) == ("#lobby", "red\tand \x02bold\x02")


def test_what_is_no_text_is_not_sent(send):
    code, complaint = send("#lobby", b"fine\ngr\xf6\xdfer\n")

    assert code == 65
    assert "Line 2 of what came in is not UTF-8, so nothing was sent." in complaint


def test_where_nothing_answers_it_says_so(send):
    code, complaint = send("#lobby", "hello", "--port", "1")

    assert code == 69
    assert "Nothing answers at 127.0.0.1 port 1." in complaint


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("send", "#a b"), "cannot contain spaces"),
        (("send", "a b"), "Name a room"),
        (("tail", "#a", "--server", "127.0.0.1", "--username", "x"), "4"),
        (("tail",), "ROOM"),
    ],
)
def test_what_makes_no_sense_is_told(start, words, complaint):
    process = start(*words)

    _, told = process.communicate(timeout=PATIENCE)

    assert process.returncode == 2
    assert complaint in told


def test_without_options_it_is_as_at_the_last_sign_in(start, server, ada, tmp_path):
    last = LastSignIn("127.0.0.1", server.port, "noor")
    Settings.load(tmp_path / "noor" / "config").remember_sign_in(last)

    process = start("send", "#lobby")
    process.communicate("it is me", PATIENCE)

    assert ada.read_until("PRIVMSG")[-1].source.startswith("noor!")


def test_what_is_said_is_printed_until_a_signal(tail, ada):
    process = tail()

    ada.send("PRIVMSG #lobby :hi all")
    line = process.stdout.readline()
    process.send_signal(signal.SIGTERM)
    rest, complaints = process.communicate(timeout=PATIENCE)

    assert line.split(" ", 1)[1] == "ada hi all\n"
    assert (process.returncode, rest, complaints) == (0, "", "")
    assert ada.read_until("QUIT")[-1].source.startswith("tail!")


def test_each_line_may_be_an_object_of_json(tail, ada):
    process = tail("--json")

    ada.send("PRIVMSG #lobby :\1ACTION waves\1")
    told = json.loads(process.stdout.readline())

    assert (told["room"], told["nick"]) == ("#lobby", "ada")
    assert (told["kind"], told["text"]) == ("action", "waves")
    assert told["msgid"]


def test_who_reads_no_more_of_it_ends_it(tail, ada):
    process = tail()
    process.stdout.close()

    ada.send("PRIVMSG #lobby :is anybody there?")

    assert process.wait(PATIENCE) == 0
    assert process.stderr.read() == ""


def test_what_is_said_while_the_server_was_away_is_printed_too(tail, server, ada):
    process = tail()
    ada.send("PRIVMSG #lobby :before")
    process.stdout.readline()
    server.kill()
    server.start()

    with RawClient("127.0.0.1", server.port) as bert:
        bert.register("bert").send("PRIVMSG #lobby :back again")
        line = process.stdout.readline()

    assert line.split(" ", 1)[1] == "bert back again\n"

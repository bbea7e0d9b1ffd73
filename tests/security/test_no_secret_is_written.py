"""What people say, and what proves who they are, is in no log and in no number.

Marked words go in by every door, also broken and in the wrong place, and everything
that was written is looked through, at the lowest level of the log.
"""

import base64
import contextlib
import io
import logging
import subprocess
import sys
import urllib.request

import pytest
from websockets.exceptions import ConnectionClosed

from chatapp.wire.message import Message
from server.log_lines import JsonFormatter, KeyValueFormatter
from server.network.control import send_order
from tests.server.account_holders import PASSWORD, add_account
from tests.server.operating import OPERATORS
from tests.server.raw_client import DEADLINE_SECONDS
from tests.server.secure_client import SecureClient, client_context
from tests.server.web_client import WebClient

MARK = "xyzzy"
SERVER_PASSWORD = f"{MARK}-server"


def plain(account, password):
    return base64.b64encode(f"\0{account}\0{password}".encode()).decode()


ENTRY = (
    f"PASS {SERVER_PASSWORD}",
    "CAP REQ :sasl echo-message message-tags draft/multiline batch draft/metadata-2",
    "AUTHENTICATE PLAIN",
    f"AUTHENTICATE {plain('anna', f'{MARK}-wrong')}",
    f"OPER root {MARK}-wrong",
    f"REGISTER * {MARK}@example.org :{MARK}-short",
    f"@+{MARK}=1;+draft/reply={MARK} TAGMSG anna",
)
TALK = (
    f"PRIVMSG #lobby :{MARK} in a room",
    f"NOTICE #lobby :{MARK} as a notice",
    f"PRIVMSG eve :{MARK} to one",
    f"@+typing=active;+{MARK}=a TAGMSG #lobby",
    f"TOPIC #lobby :{MARK} topic",
    f"JOIN #b {MARK}",
    f"JOIN #c\r\nMODE #c +k {MARK}",
    f"AWAY :{MARK} away",
    f"SETNAME :{MARK} name",
    f"METADATA * SET url {MARK}",
    f"BATCH +1 draft/multiline #lobby\r\n@batch=1 PRIVMSG #lobby :{MARK}\r\nBATCH -1",
    f"SEARCH text={MARK}",
    f"CHATHISTORY LATEST #lobby msgid={MARK} 5",
    f"OPER root {OPERATORS[0].password}-{MARK}",
    f"PRIVMSG NickServ :IDENTIFY {MARK}",
    f"NS REGISTER {MARK}-password",
    f"WHO {MARK}*",
    f"{MARK.upper()} {MARK}",
    f"KICK #lobby eve :{MARK}",
    f"PART #c :{MARK}",
    f"PRIVMSG #lobby :{MARK}{'x' * 9000}",
    f"\0{MARK}",
    f"QUIT :{MARK} goodbye",
)


@pytest.fixture
def log():
    """Everything that any part of the program logs, as the server would write it."""
    written = io.StringIO()
    root, level = logging.getLogger(), logging.getLogger().level
    handlers = [logging.StreamHandler(written) for _ in range(2)]
    for handler, formatter in zip(
        handlers, (KeyValueFormatter(), JsonFormatter()), strict=True
    ):
        handler.setFormatter(formatter)
        handler.addFilter(lambda record: record.name != "websockets.client")  # ours
        root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield written
    root.setLevel(level)
    for handler in handlers:
        root.removeHandler(handler)


@pytest.fixture
def watched(start_server, log):
    chat = start_server(
        operators=OPERATORS,
        server={"password": SERVER_PASSWORD},
        metrics={"enabled": True, "port": 0},
        channels={"auto_join": ("#lobby",)},
    )
    add_account(chat, "anna")
    chat.connect().register("eve", password=SERVER_PASSWORD)
    return chat


def through_plain_lines(chat):
    return chat.connect()


def through_tls(chat):
    return SecureClient(chat.server.port)


def through_web(chat):
    return WebClient(chat.server.port, max_size=None)


def through_web_in_tls(chat):
    return WebClient(chat.server.port, tls=client_context(), max_size=None)


DOORS = (through_plain_lines, through_tls, through_web, through_web_in_tls)


def says_everything(client):
    """Say all of it; what goes wrong ends the connection, as it may."""
    client.send(*ENTRY, "NICK anna", "USER anna 0 * :x", "CAP END")
    client.send("PING in")
    while client.read().params[-1:] != ("in",):
        pass
    for line in TALK:
        client.send(*line.split("\r\n"))
    with contextlib.suppress(EOFError, OSError, ConnectionClosed):
        while True:
            client.read()
    client.close()


def token_of(chat):
    """Have an invitation made, and give its token."""
    path = chat.path.with_name(f"{chat.path.name}.control")
    order = Message("INVITATION-MAKE", ("*", "*", "*", "192.0.2.1", "6697"))
    return send_order(path, order)[1].trailing.rpartition(" ")[2]


def numbers_of(chat):
    url = f"http://127.0.0.1:{chat.server.metrics_port}/metrics"
    with urllib.request.urlopen(url, timeout=DEADLINE_SECONDS) as answer:
        return answer.read().decode()


@pytest.mark.parametrize("door", DOORS)
def test_nothing_that_is_said_or_proved_is_logged_or_counted(watched, log, door):
    says_everything(door(watched))
    watched.takes_a_turn()

    assert "signed-in" in log.getvalue()
    assert MARK not in log.getvalue()
    assert MARK not in numbers_of(watched)


def test_what_does_not_come_in_is_not_logged_either(watched, log):
    for opening in (
        b"GET /xyzzy HTTP/1.1\r\nHost: xyzzy\r\nCookie: xyzzy\r\n\r\n",
        b"GET / HTTP/1.1\r\nUpgrade: websocket\r\nOrigin: https://xyzzy\r\n\r\n",
        b"POST / HTTP/1.1\r\n\r\nPRIVMSG #lobby :xyzzy\r\n",
        b"\x16\x03\x01\x00\x10xyzzy-xyzzy-xyzzy",
        b"PASS xyzzy\r\nNICK xyzzy\xff\r\nUSER a 0 * :b\r\n",
    ):
        client = watched.connect()
        client.send_bytes(opening)
        with contextlib.suppress(OSError):
            client.send_bytes(b"QUIT\r\n")
            while client.socket.recv(4096):
                pass

    assert MARK not in log.getvalue()


def test_no_order_is_logged_with_its_password(watched, log):
    path = watched.path.with_name(f"{watched.path.name}.control")
    send_order(path, Message("ACCOUNT-ADD", ("carl", f"{MARK} password")))
    send_order(path, Message("ACCOUNT-PASSWD", ("carl", f"{MARK} another")))
    send_order(path, Message("ACCOUNT-ADD", ("#", f"{MARK} password")))

    token = token_of(watched)
    stats = send_order(path, Message("STATS"))

    assert len(token) >= 12
    assert token not in log.getvalue()
    assert MARK not in log.getvalue()
    assert MARK not in "".join(each.render() for each in stats)


def test_no_password_and_no_token_is_in_the_files_of_the_server(watched):
    path = watched.path.with_name(f"{watched.path.name}.control")
    send_order(path, Message("ACCOUNT-ADD", ("carl", f"{MARK} password")))
    token = token_of(watched)
    client = watched.connect()
    client.send(*ENTRY[:4], f"PASS invite:{token}", "NICK dora", "USER d 0 * :x")
    client.send("CAP END")
    client.read_until("422")

    files = [each for each in watched.path.parent.rglob("*") if each.is_file()]
    written = b"".join(each.read_bytes() for each in files)

    assert b"dora" in written or b"carl" in written
    for secret in (MARK, PASSWORD, token, OPERATORS[0].password):
        assert secret.encode() not in written


@pytest.mark.parametrize("verb", ["doctor", "check-config", "stats"])
def test_no_program_for_administrators_tells_a_secret(tmp_path, verb):
    config = tmp_path / "server.toml"
    config.write_text(
        f'[server]\nhost = "127.0.0.1"\nport = 1\npassword = "{MARK}"\n'
        f'[storage]\npath = "{(tmp_path / "history.db").as_posix()}"\n'
        f'[[operators]]\nname = "root"\npassword = "{MARK}-operator"\n',
        encoding="utf-8",
    )

    done = subprocess.run(
        [sys.executable, "-m", "server", "--config", str(config), verb],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stdout + done.stderr
    assert MARK not in done.stdout + done.stderr

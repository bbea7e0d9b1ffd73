import json
import logging
import sys

import pytest

from server.log_lines import JsonFormatter, KeyValueFormatter, log_event
from server.log_thread import logging_to
from tests.server.raw_client import RawClient
from tests.server.running import ServerProcess

LOCAL = ("--host", "127.0.0.1", "--port", "0")


def record_of(caplog, event, **fields):
    log = logging.getLogger("server.test")
    with caplog.at_level(logging.INFO):
        log_event(log, event, **fields)
    return caplog.records[-1]


def test_an_event_is_a_line_of_keys_and_values(caplog):
    record = record_of(caplog, "left", nick="Zoë", address="0::1", reason=None)
    record.created = 1_700_000_000.25

    assert KeyValueFormatter().format(record) == (
        "time=2023-11-14T22:13:20.250Z level=info part=server.test "
        'event=left nick="Zoë" address=0::1'
    )


def test_what_could_break_a_line_is_quoted(caplog):
    record = record_of(caplog, "left", words='a "b"\nc=d', nothing="")

    line = KeyValueFormatter().format(record)

    assert line.endswith('words="a \\"b\\"\\nc=d" nothing=""')


HOSTILE = "a\x1b[2J\x7f\x9b31m\u2028b\u202ec"


@pytest.mark.parametrize("formatter", [KeyValueFormatter, JsonFormatter])
def test_nothing_in_a_line_moves_a_terminal(caplog, formatter):
    record = record_of(caplog, "left", words=HOSTILE)

    line = formatter().format(record)

    assert line.isprintable()
    assert "\\u009b31m" in line


def test_what_a_line_of_json_keeps_from_a_terminal_is_in_it_still(caplog):
    record = record_of(caplog, "left", words=HOSTILE)

    assert json.loads(JsonFormatter().format(record))["words"] == HOSTILE


def test_an_event_is_a_json_object(caplog):
    record = record_of(caplog, "left", nick="anna", seconds=3)

    read = json.loads(JsonFormatter().format(record))

    assert read | {"time": ""} == {
        "time": "",
        "level": "info",
        "part": "server.test",
        "event": "left",
        "nick": "anna",
        "seconds": 3,
    }


def test_an_error_is_one_line_without_its_words(caplog):
    words = "between us"
    try:
        raise ValueError(words)
    except ValueError:
        logging.getLogger("server.test").exception("It failed")

    line = KeyValueFormatter().format(caplog.records[-1])

    assert "\n" not in line
    assert "error=ValueError" in line
    assert "between us" not in line


def test_what_is_logged_is_written_before_the_program_ends(capsys):
    with logging_to(sys.stderr, "text"):
        log_event(logging.getLogger("server.test"), "left", nick="anna")

    assert "event=left nick=anna" in capsys.readouterr().err


def test_a_log_that_nobody_reads_holds_nobody_up(tmp_path):
    path = tmp_path / "log"
    stream = path.open("w", encoding="utf-8")
    with logging_to(stream, "text"):
        stream.close()
        log_event(logging.getLogger("server.test"), "left", nick="anna")

    assert path.read_text(encoding="utf-8") == ""


@pytest.mark.parametrize(("name", "read"), [("json", json.loads), ("text", str)])
def test_the_server_logs_who_comes_and_goes_and_never_what_is_said(
    tmp_path, name, read
):
    with ServerProcess(tmp_path, "--log-format", name, *LOCAL) as server:
        with RawClient("127.0.0.1", server.port) as anna:
            anna.register("anna", password="s3cret-word")
            anna.ask("PRIVMSG #lobby :between us")
            anna.send("QUIT :farewell words")
            anna.read_to_end()
        server.terminate()
        lines = server.errors().splitlines()

    text = "\n".join(lines)
    assert [str(read(line)) for line in lines]
    assert "signed-in" in text
    assert "left" in text
    assert "anna" in text
    assert "between" not in text
    assert "farewell" not in text
    assert "s3cret" not in text

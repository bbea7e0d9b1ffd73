"""Why a server cannot be started, or ends, as people are told."""

import queue

import psutil
import pytest

from chatapp.models.hosting.hosted_server import NO_REASON, RUNS_SOMEWHERE
from chatapp.models.hosting.hosting import Hosting
from chatapp.models.hosting.running_server import PLACE_FILE
from tests.chatapp.models.hosting.conftest import PATIENCE, child_of, start


def test_a_reason_of_the_server_is_passed_on(host, outcome, loop):
    hosting = host(
        """
        print("Hello!")
        print('{"fault": "configuration", "sentence": "The settings are wrong."}')
        """
    )

    start(hosting, outcome, loop)

    assert outcome.sentence == "The settings are wrong."
    assert not hosting.running


@pytest.mark.parametrize("program", ["print('Hello')", "raise ValueError('a secret')"])
def test_a_server_that_gives_people_no_reason_is_told_about(
    host, outcome, loop, program
):
    hosting = host(program)

    start(hosting, outcome, loop)

    assert outcome.sentence == NO_REASON
    assert "Start chatapp-server in a terminal" in outcome.sentence


def test_what_a_server_logs_before_it_fails_is_in_the_log(host, outcome, loop, caplog):
    hosting = host(
        """
        import sys
        for number in range(100):
            print(f"line {number}", file=sys.stderr)
        sys.exit("There is no sqlite3.")
        """
    )

    start(hosting, outcome, loop)

    assert "There is no sqlite3." in caplog.text
    assert "line 99" in caplog.text
    assert "line 50" not in caplog.text


def test_a_server_that_says_why_it_does_not_start_is_not_logged(
    host, outcome, loop, caplog
):
    hosting = host(
        """
        import sys
        print('{"fault": "configuration", "sentence": "The settings are wrong."}')
        sys.exit("The settings are wrong.")
        """
    )

    start(hosting, outcome, loop)

    assert "the server logged" not in caplog.text


@pytest.mark.parametrize("words", ["", "{}", "[]", '{"port": null}'])
def test_a_server_whose_place_is_not_known_is_told_about_all_the_same(
    host, outcome, loop, tmp_path, words
):
    hosting = host(
        """
        print('{"fault": "storage-in-use", "sentence": "Set [storage] path."}')
        """
    )
    (tmp_path / "hosted").mkdir()
    (tmp_path / "hosted" / PLACE_FILE).write_text(words)

    start(hosting, outcome, loop)

    assert outcome.sentence == RUNS_SOMEWHERE


def test_two_ports_in_use_are_a_reason(host, outcome, loop):
    hosting = host(
        """
        print('{"fault": "address", "sentence": "That port is in use."}')
        """
    )

    start(hosting, outcome, loop)

    assert outcome.sentence == "That port is in use."


def test_a_program_that_is_not_there_is_told_about(mailbox, outcome, loop, tmp_path):
    hosting = Hosting(mailbox, tmp_path, (str(tmp_path / "nothing"),), usual_port=0)

    start(hosting, outcome, loop)

    assert outcome.sentence.startswith("The chat could not be started: ")


def test_who_stops_while_it_starts_hears_no_more(host, outcome, loop, mailbox):
    hosting = host("import time; time.sleep(60)")
    hosting.start("noor", outcome.ready, outcome.running, outcome.failed)
    loop.run_until(lambda: hosting._server._process is not None)
    child = child_of(hosting)

    hosting.stop()
    hosting.wait_until_ended(PATIENCE)

    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
    assert not outcome.is_known


def test_a_stopped_server_reports_nothing_although_it_had_just_begun(
    host, outcome, mocker
):
    posted = queue.SimpleQueue()
    hosting = host("print(ANNOUNCEMENT)")
    hosting._mailbox = mocker.Mock(post=posted.put)
    hosting.start("noor", outcome.ready, outcome.running, outcome.failed)
    tell = posted.get(timeout=PATIENCE)

    hosting.stop()
    tell()

    assert not outcome.is_known
    assert hosting.started is None


def test_a_talkative_server_is_not_held_up(host, outcome, loop):
    hosting = host(
        """
        import sys
        print(ANNOUNCEMENT)
        sys.stdout.flush()
        for _ in range(50_000):
            print("x" * 100)
            print("y" * 100, file=sys.stderr)
        """
    )

    start(hosting, outcome, loop)
    loop.run_until(lambda: not hosting.running)

    assert outcome.port == 7001

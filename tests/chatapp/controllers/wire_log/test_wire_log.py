"""The wire log, with a mocked window and a clock that the test moves."""

import pytest

from chatapp.controllers.wire_log import wire_wording as words
from chatapp.controllers.wire_log.wire_answers import ANSWERS
from chatapp.controllers.wire_log.wire_log import WireLogController, WireLogView, row_of
from chatapp.models.wire_log import WireLine, WireLog
from chatapp.wire import numerics
from chatapp.wire.message import Message
from tests.chatapp.controllers.fakes import NOON, FakeScheduler


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(WireLogView, instance=True)


@pytest.fixture
def log():
    return WireLog()


@pytest.fixture
def scheduler():
    return FakeScheduler()


@pytest.fixture
def controller(view, log, scheduler):
    return WireLogController(lambda: view, log, scheduler)


def shown(view):
    return [row.command for call in view.add.call_args_list for row in call.args[0]]


def test_what_went_before_is_shown_and_what_comes_is_added(
    controller, view, log, scheduler
):
    log.sent(NOON, "NICK ada")
    controller.open()
    log.received(NOON, "PING x")
    scheduler.run_next()

    assert shown(view) == ["NICK", "PING"]


def test_while_it_is_paused_nothing_is_added(controller, view, log, scheduler):
    controller.open()
    view.on_pause()
    log.sent(NOON, "PING x")
    scheduler.run_next()
    assert shown(view) == []

    view.on_pause()

    assert shown(view) == ["PING"]
    assert [call.args for call in view.show_paused.call_args_list] == [
        (True,),
        (False,),
    ]


def test_lines_can_be_looked_for_by_their_words_and_their_meaning(
    controller, view, log
):
    log.sent(NOON, "PRIVMSG #lobby :Hello")
    log.sent(NOON, "JOIN #lobby")
    controller.open()
    view.add.reset_mock()

    view.on_filter("hello")
    view.on_filter("enters")

    assert shown(view) == ["PRIVMSG", "JOIN"]
    assert view.clear.call_count == 2


def test_while_it_is_paused_only_what_came_before_is_looked_through(
    controller, view, log
):
    log.sent(NOON, "NICK ada")
    controller.open()
    view.on_pause()
    log.sent(NOON, "PING x")
    view.add.reset_mock()

    view.on_filter("a")
    assert shown(view) == ["NICK"]
    view.on_filter("")
    view.on_pause()

    assert shown(view) == ["NICK", "NICK", "PING"]


def test_what_was_cleared_stays_away(controller, view, log, scheduler):
    log.sent(NOON, "NICK ada")
    controller.open()
    view.on_clear()
    view.add.reset_mock()

    view.on_filter("")
    log.sent(NOON, "PING x")
    scheduler.run_next()

    assert shown(view) == ["PING"]


def test_one_window_is_opened_and_comes_to_the_front(controller, view, scheduler):
    controller.open()
    controller.open()
    view.lift_up.assert_called_once_with()

    view.on_closed()

    assert scheduler.timers[0].cancelled


def test_a_line_is_taken_apart():
    line = (
        "@time=2026-11-22T10:00:00.000Z;msgid=m1 :ada!a@h PRIVMSG #lobby :\x02hi there"
    )

    row = row_of(WireLine(0, NOON, False, line))

    assert (row.tags, row.source, row.command, row.params) == (
        "@time=2026-11-22T10:00:00.000Z;msgid=m1",
        ":ada!a@h",
        "PRIVMSG",
        "#lobby :\\x02hi there",
    )
    assert row.meaning == (
        "ada says this to #lobby. In front of it stands when it was said and what the"
        " server calls this message."
    )


@pytest.mark.parametrize(
    ("line", "sent", "meaning"),
    [
        ("CAP LS 302", True, "Asks which extensions the server has."),
        ("CAP * LS :sasl", False, "The server lists the extensions that it has."),
        (":s CAP List ACK :sasl", False, "The server agrees to these extensions."),
        (
            ":s 001 ada :Hi",
            False,
            "The server lets you in, and says by what nick (RPL_WELCOME).",
        ),
        (
            ":s 433 * ada :Taken",
            False,
            "Somebody else has this nick (ERR_NICKNAMEINUSE).",
        ),
        ("JOIN #lobby", True, "Enters #lobby."),
        (":ada!a@h JOIN #lobby", False, "ada enters #lobby."),
        ("PING x", False, "The server asks whether you are still there."),
        (":a KICK #lobby", False, words.UNKNOWN),
        ("DANCE", True, words.UNKNOWN),
        (":s 999 x", False, "An answer of the server that chatapp does not know."),
        ("JOIN {0.__class__}", True, "Enters {0.__class__}."),
    ],
)
def test_each_line_is_explained(line, sent, meaning):
    assert words.meaning(Message.parse(line), sent=sent) == meaning


def test_every_numeric_that_chatapp_knows_has_a_meaning():
    known = {
        number
        for name, number in vars(numerics).items()
        if name.startswith(("RPL_", "ERR_"))
    }

    assert ANSWERS.keys() == known


def test_what_is_no_line_of_the_protocol_says_so():
    assert row_of(WireLine(0, NOON, True, "")).meaning == words.UNREADABLE

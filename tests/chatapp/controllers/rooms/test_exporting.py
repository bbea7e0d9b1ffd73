"""Asking how a room is to be exported, with a mocked window and network."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from chatapp.controllers.notices_view import NoticesView
from chatapp.controllers.rooms import export_wording as words
from chatapp.controllers.rooms.exporting import (
    DONE,
    NOTICE,
    ExportController,
    ExportView,
    ExportWindow,
)
from chatapp.models.entities import Change, ExportField, MessageKind, Tone
from chatapp.models.export.document import (
    Contents,
    Exported,
    ExportFormat,
    NotExported,
)
from chatapp.models.history.bringing_past import Brought, Reached
from tests.chatapp.controllers.fakes import NOON, message

ALL_OF_IT = "That is all the server keeps of that time."


@pytest.fixture
def window(mocker):
    window = mocker.create_autospec(ExportWindow, instance=True)
    window.new_export.return_value = mocker.create_autospec(ExportView, instance=True)
    return window


@pytest.fixture
def notices(mocker):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def passing(mocker):
    return mocker.create_autospec(NoticesView, instance=True)


@pytest.fixture
def open_card(window, notices, passing, network, tmp_path):
    controller = ExportController(
        window, notices, passing, network, tmp_path, lambda: NOON, pytest.fail
    )

    def open_card(room="#lobby"):
        controller.open(room)
        return window.new_export.return_value

    return open_card


def fields(file, since="", until=""):
    return {
        ExportField.SINCE: since,
        ExportField.UNTIL: until,
        ExportField.FILE: str(file),
    }


def proposed(window):
    return window.new_export.return_value.show_file.call_args.args[0]


@pytest.mark.parametrize(
    ("room", "name"),
    [
        ("CON", "CON-2026-11-22.html"),
        ("nul.txt", "nul-txt-2026-11-22.html"),
        ("#../../.bashrc", "bashrc-2026-11-22.html"),
        ("#a\\..\\b:c|d?", "a----b-c-d-2026-11-22.html"),
        ("#dots...", "dots-2026-11-22.html"),
        ("#...", "room-2026-11-22.html"),
        ("#\u202egnp.exe\x00", "gnp-exe-2026-11-22.html"),
    ],
)
def test_the_name_of_a_room_becomes_a_file_name_on_every_system(
    open_card, window, tmp_path, room, name
):
    open_card(room)

    assert proposed(window) == str(tmp_path / name)


def test_the_longest_name_of_a_room_fits_into_a_file_name(open_card, window, tmp_path):
    open_card("#" + "\U00020000" * 63)

    Path(proposed(window)).touch()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_is_proposed_that_is_not_there_yet(open_card, window, tmp_path):
    (tmp_path / "lobby-2026-11-22.html").touch()

    open_card()

    assert proposed(window) == str(tmp_path / "lobby-2026-11-22-2.html")


@pytest.mark.parametrize("room", ["#../../etc", "#a/b", "..", "#\x00"])
def test_what_a_room_is_called_leads_to_no_other_folder(
    open_card, window, tmp_path, room
):
    open_card(room)

    assert proposed(window).startswith(str(tmp_path))
    assert ".." not in proposed(window).removeprefix(str(tmp_path))


def test_another_format_gives_the_file_another_ending(open_card):
    card = open_card()

    assert card.on_format(2, "/home/a.html") == "/home/a.json"
    assert card.on_format(2, "/home/notes.txt") == "/home/notes.txt"


@pytest.mark.parametrize(
    ("chosen", "typed", "format_", "written"),
    [
        (3, "a.html", ExportFormat.HTML, "a.html"),
        (0, "a.CSV", ExportFormat.CSV, "a.CSV"),
        (3, "a.txt", ExportFormat.CSV, "a.txt.csv"),
        (1, "a", ExportFormat.MARKDOWN, "a.md"),
        (2, "a. ", ExportFormat.JSON, "a.json"),
    ],
)
def test_the_ending_that_was_typed_chooses_the_format_or_one_is_added(
    open_card, network, tmp_path, chosen, typed, format_, written
):
    assert open_card().on_export(chosen, fields(tmp_path / typed)) == {}

    request, *_ = network.exports.export.call_args.args
    assert (request.format, request.path) == (format_, tmp_path / written)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("/home/a.json", (2, "JSON, written to a.json")),
        ("/home/a.txt", (3, "Table (CSV), written to a.txt.csv")),
        ("  ", (3, "")),
    ],
)
def test_the_card_says_what_will_be_written(open_card, typed, told):
    assert open_card().on_file(3, typed) == told


def test_a_file_that_gets_its_ending_takes_the_place_of_no_other(open_card, tmp_path):
    (tmp_path / "a.csv").touch()

    problems = open_card().on_export(3, fields(tmp_path / "a"))

    assert problems == {ExportField.FILE: words.IS_THERE}


def test_a_period_reaches_to_the_end_of_its_last_day(open_card, network, tmp_path):
    asked = fields(tmp_path / "a.csv", "2026-11-01", "2026-11-02")

    assert open_card().on_export(3, asked) == {}

    request, *_ = network.exports.export.call_args.args
    assert (request.room, request.path) == ("#lobby", tmp_path / "a.csv")
    assert request.format is ExportFormat.CSV
    first, period = datetime(2026, 11, 1).astimezone(), request.period
    assert (period.since, period.until) == (first, first + timedelta(days=2))


def test_the_days_that_are_shown_as_examples_have_been(open_card, window):
    open_card()

    assert window.new_export.call_args.args[-1] == {
        ExportField.SINCE: "e.g. 2026-11-15",
        ExportField.UNTIL: "e.g. 2026-11-22",
    }


def test_what_one_did_oneself_is_written_for_others(open_card, network, tmp_path):
    open_card().on_export(0, fields(tmp_path / "a.html"))
    request, *_ = network.exports.export.call_args.args

    joined = replace(
        message("a", kind=MessageKind.CHANGE, sender="noor", mine=True),
        change=Change.JOINED,
    )
    assert request.words.line(joined) == "noor joined"


def test_what_is_wrong_is_said_at_its_field(open_card, network, tmp_path):
    (tmp_path / "a.csv").touch()
    export = open_card().on_export

    assert export(0, fields(tmp_path / "a.csv")) == {ExportField.FILE: words.IS_THERE}
    assert export(0, fields(tmp_path)) == {ExportField.FILE: words.IS_FOLDER}
    assert export(0, fields(" ")) == {ExportField.FILE: words.NO_FILE}
    for nowhere in (tmp_path / "no" / "a.csv", "~no such user/a.csv"):
        assert ExportField.FILE in export(0, fields(nowhere))
    file = tmp_path / "b.csv"
    no_day = "Write a day as 2026-11-22, or leave this empty."
    assert export(0, fields(file, "soon")) == {ExportField.SINCE: no_day}
    assert export(0, fields(file, "2026-11-02", "2026-11-01")) == {
        ExportField.UNTIL: words.ENDS_BEFORE
    }
    network.exports.export.assert_not_called()


def test_what_came_of_it_is_told(open_card, network, notices, passing, tmp_path):
    path = tmp_path / "a.html"
    open_card().on_export(0, fields(path))
    then = network.exports.export.call_args.args[-1]

    then(Exported(path, Contents(Brought(Reached.ALL), 1200, changes=80)))
    told = f"1,200 messages were written to {path}. {ALL_OF_IT}"
    notices.hide.assert_called_with(NOTICE)
    passing.show.assert_called_once_with(DONE, told, Tone.SUCCESS)
    then(NotExported("No space left on device"))
    assert notices.show.call_args.args[2] is Tone.ERROR
    assert "No space left on device" in notices.show.call_args.args[1]


def test_of_several_exports_only_the_newest_is_told_of(
    open_card, network, passing, tmp_path
):
    for name in ("a.html", "b.html"):
        open_card().on_export(0, fields(tmp_path / name))
        then = network.exports.export.call_args.args[-1]
        then(Exported(tmp_path / name, Contents(Brought(Reached.ALL), 3)))

    assert [call.args[0] for call in passing.show.call_args_list] == [DONE, DONE]


def test_how_far_the_server_was_asked_is_told_and_can_be_cut_short(
    open_card, network, notices, tmp_path
):
    open_card().on_export(0, fields(tmp_path / "a.html"))
    _, progress, _ = network.exports.export.call_args.args

    progress(1200, NOON)

    key, told, tone, stop = notices.show.call_args.args
    assert (key, tone, stop.words) == (NOTICE, Tone.INFO, words.STOP)
    assert "1,200 lines so far, back to 22 November 2026" in told
    assert notices.show.call_args.kwargs == {"dismissable": False}
    stop.do()
    network.exports.export.return_value.assert_called_once_with()


def test_each_of_two_exports_can_be_cut_short(
    open_card, network, notices, tmp_path, mocker
):
    stops = [mocker.Mock(), mocker.Mock()]
    network.exports.export.side_effect = stops
    for name in ("a.html", "b.html"):
        open_card().on_export(0, fields(tmp_path / name))
    for call in network.exports.export.call_args_list:
        call.args[1](1200, NOON)

    first, second = notices.show.call_args_list
    assert first.args[0] != second.args[0]
    first.args[3].do()

    stops[0].assert_called_once_with()
    stops[1].assert_not_called()


NOT_ASKED = (
    "That is what was kept on the computer that wrote this; the server could not be"
    " asked for more."
)
MISSING = "In between, messages may be missing in 3 places."
HERE_ONLY = (
    "Of what was said before 22 November 2026 there is only what was kept on the"
    " computer that wrote this."
)


@pytest.mark.parametrize(
    ("reached", "told"),
    [
        (Reached.ALL, ALL_OF_IT),
        (Reached.STOPPED, f"{HERE_ONLY} {MISSING}"),
        (Reached.REFUSED, f"{HERE_ONLY} {MISSING}"),
        (Reached.NOT_ASKED, f"{NOT_ASKED} {MISSING}"),
    ],
)
def test_a_file_says_what_may_be_missing_in_it(reached, told):
    contents = Contents(Brought(reached, NOON), 2, holes=3)

    assert words.contents(contents) == f"2 messages. {told}"

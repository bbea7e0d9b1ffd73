"""Exports of a real database into real files."""

import csv
import json
from datetime import timedelta
from pathlib import Path

import pytest

from chatapp.models.entities import MessageKind
from chatapp.models.export.document import (
    About,
    Contents,
    Exported,
    ExportFormat,
    NotExported,
    Wording,
)
from chatapp.models.export.exporter import Exporter
from chatapp.models.history.bringing_past import Brought, Reached
from chatapp.models.session.facts import ReactionTold
from chatapp.models.storage.amendments import amend
from chatapp.models.storage.attached import keep_reactions
from chatapp.models.storage.periods import Period
from chatapp.models.storage.schema import open_database
from chatapp.models.storage.spans import append_line, begin_span
from tests.chatapp.models.fakes import NOON
from tests.chatapp.models.storage.rooms_on_disk import joined, make_room, said

BROUGHT = Brought(Reached.STOPPED, NOON)


class Jobs:
    """A database that does each job at once."""

    def __init__(self, connection):
        self.connection = connection

    def submit(self, work, then=None, failed=None):
        then(work(self.connection))


def at_once(work, then):
    then(work())


@pytest.fixture
def connection(tmp_path):
    connection = open_database(tmp_path / "own.db")
    yield connection
    connection.close()


@pytest.fixture
def room(connection):
    room = make_room(connection)
    for number in range(3):
        append_line(connection, room, said(number))
    begin_span(connection, room)
    append_line(connection, room, said(10))
    append_line(connection, make_room(connection, "#other"), said(11))
    return room


@pytest.fixture
def export(connection, room):
    words = Wording(lambda message: message.text, lambda _contents: "")
    exporter = Exporter(Jobs(connection), at_once, words, pytest.fail)

    def export(path, period=Period(), format_=ExportFormat.CSV):  # noqa: B008 - it never changes
        outcomes = []
        about = About("#lobby", "Home", "", NOON, BROUGHT, period)
        exporter.export(room, about, path, format_, outcomes.append)
        return outcomes[0]

    return export


def texts(path):
    return [row.split(",")[3] for row in path.read_text("utf-8-sig").splitlines()[1:]]


def test_all_that_is_kept_of_a_room_is_written_in_its_order(export, tmp_path):
    path = tmp_path / "all.csv"

    assert export(path) == Exported(path, Contents(BROUGHT, 4, holes=1))
    assert texts(path) == ["line 0", "line 1", "line 2", "line 10"]


def test_what_was_edited_has_its_last_words_and_what_is_deleted_none(
    export, connection, room, tmp_path
):
    author = "Ann!a@h "
    edit = said(12, text="new", kind=MessageKind.EDIT, target="m11", author=author)
    gone = said(14, text="", kind=MessageKind.DELETION, target="m13")
    for line in (said(11, author=author), edit, said(13), gone):
        append_line(connection, room, line)
        amend(connection, room, [line])

    export(tmp_path / "all.csv", Period(NOON + timedelta(seconds=11)))

    assert texts(tmp_path / "all.csv") == ["new", ""]


def test_replies_and_reactions_that_are_kept_are_read_back_from_the_files(
    export, connection, room, tmp_path
):
    append_line(connection, room, said(11, reply_to="m10"))
    told = ReactionTold("#lobby", "m11", "👍", "Bob", NOON)
    keep_reactions(connection, room, [told])

    export(tmp_path / "a.csv")
    export(tmp_path / "a.json", format_=ExportFormat.JSON)
    export(tmp_path / "a.md", format_=ExportFormat.MARKDOWN)

    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        *_, row = csv.DictReader(file)
    assert (row["reply_to"], row["reactions"]) == ("m10", "👍 Bob")
    document = json.loads((tmp_path / "a.json").read_text("utf-8"))
    *_, message = document["messages"]
    assert (message["reply_to"], message["reactions"]) == ("m10", {"👍": ["Bob"]})
    page = (tmp_path / "a.md").read_text("utf-8")
    assert "> **Ann**: line 10\n\nline 11\n\n*Reactions: 👍 Bob*\n" in page


def test_a_period_begins_with_its_first_moment_and_ends_before_its_last(
    export, tmp_path
):
    path = tmp_path / "some.csv"
    period = Period(NOON + timedelta(seconds=1), NOON + timedelta(seconds=10))

    export(path, period)

    assert texts(path) == ["line 1", "line 2"]


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(export, tmp_path):
    outcome = export(tmp_path / "nowhere" / "all.csv")

    assert isinstance(outcome, NotExported)
    assert not (tmp_path / "nowhere").exists()


def test_whatever_goes_wrong_while_writing_is_told(connection, room, tmp_path):
    def stumble(_message):
        raise OverflowError("date value out of range")

    words, outcomes = Wording(stumble, lambda _contents: ""), []
    exporter = Exporter(Jobs(connection), at_once, words, pytest.fail)
    about = About("#lobby", "Home", "", NOON, BROUGHT, Period())

    exporter.export(room, about, tmp_path / "a.csv", ExportFormat.CSV, outcomes.append)

    assert outcomes == [NotExported("something in it could not be written")]
    assert not list(tmp_path.glob("a*"))


def test_a_file_that_is_there_is_replaced_as_a_whole(export, tmp_path):
    path = tmp_path / "all.csv"
    path.write_text("old")

    export(path)

    assert len(texts(path)) == 4
    assert [each.name for each in tmp_path.glob("all*")] == ["all.csv"]


def test_a_file_that_another_program_reads_on_windows_is_replaced_soon(
    export, tmp_path, mocker
):
    mocker.patch("chatapp.models.program.files.sys.platform", "win32")
    mocker.patch("chatapp.models.program.files.PAUSES", (0.0,))
    replace, refused = Path.replace, [PermissionError()]

    def refuse_once(written, target):
        if refused:
            raise refused.pop()
        replace(written, target)

    mocker.patch("pathlib.Path.replace", refuse_once)

    export(tmp_path / "all.csv")

    assert len(texts(tmp_path / "all.csv")) == 4


def test_who_came_and_went_is_written_but_is_no_message(
    export, connection, room, tmp_path
):
    append_line(connection, room, joined(12, "Bo"))

    outcome = export(tmp_path / "all.csv", Period(NOON + timedelta(seconds=10)))

    assert outcome.contents == Contents(BROUGHT, 1, changes=1)
    assert len(texts(tmp_path / "all.csv")) == 2

"""Files of the client: read, and written as a whole or not at all."""

import os
import stat
from math import nan
from pathlib import Path

import pytest

from chatapp.models.program.files import (
    is_within,
    keep_unread,
    read_table,
    set_aside,
    write_whole,
)


def test_a_table_that_was_written_is_read_again(tmp_path):
    path = tmp_path / "folder" / "table.toml"

    write_whole(path, 'name = "Zoë"\n')

    assert read_table(path) == {"name": "Zoë"}


def test_a_table_that_is_not_there_is_empty(tmp_path):
    assert read_table(tmp_path / "table.toml") == {}


@pytest.mark.parametrize(
    "content",
    [
        b"name = [",
        b"\xff\xfe",
        b"name = " + b"[" * 5000,
        b"a." * 5000 + b"a = 1",
        b"name = 0x" + b"f" * 5000,
    ],
)
def test_what_is_no_table_is_told_apart_from_what_cannot_be_read(tmp_path, content):
    path = tmp_path / "table.toml"
    path.write_bytes(content)

    with pytest.raises(ValueError, match=r".+"):
        read_table(path)
    with pytest.raises(OSError, match=r"directory|denied"):
        read_table(tmp_path)


def test_a_file_is_on_the_disk_before_it_takes_the_others_place(tmp_path, mocker):
    path, order = tmp_path / "table.toml", []
    mocker.patch("os.fsync", side_effect=lambda _number: order.append(path.exists()))

    write_whole(path, "a = 1")

    assert order == [False]
    assert path.exists()


def test_a_disk_that_takes_nothing_leaves_what_was_there(tmp_path, mocker):
    path = tmp_path / "table.toml"
    write_whole(path, "a = 1")
    mocker.patch("os.fsync", side_effect=OSError("The disk is full."))

    with pytest.raises(OSError, match="full"):
        write_whole(path, "a = 2")

    assert read_table(path) == {"a": 1}
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_another_program_reads_on_windows_is_replaced_soon(
    tmp_path, mocker
):
    path = tmp_path / "table.toml"
    mocker.patch("chatapp.models.program.files.sys.platform", "win32")
    mocker.patch("chatapp.models.program.files.PAUSES", (0.0, 0.0))
    replace, refused = Path.replace, [PermissionError(), PermissionError()]

    def refuse_twice(written, target):
        if refused:
            raise refused.pop()
        replace(written, target)

    mocker.patch("pathlib.Path.replace", refuse_twice)

    write_whole(path, "a = 1")

    assert read_table(path) == {"a": 1}


@pytest.mark.parametrize("text", ["", "a = 1"])
def test_a_file_is_for_its_owner_alone(tmp_path, text):
    path = tmp_path / "table.toml"

    write_whole(path, text)

    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_is_set_aside_is_kept(tmp_path):
    path = tmp_path / "table.toml"
    path.write_text("broken")

    set_aside(path)

    assert [it.read_text() for it in tmp_path.iterdir()] == ["broken"]
    assert not path.exists()


def test_what_was_not_understood_of_a_file_is_kept_before_it_is_replaced(tmp_path):
    path = tmp_path / "table.toml"
    path.write_text("names = ['a', 1]\n")

    keep_unread(path, {"names": ["a"]})

    (aside,) = tmp_path.glob("table.broken-*.toml")
    assert aside.read_text() == path.read_text()


def test_a_file_that_was_understood_needs_no_copy(tmp_path):
    path = tmp_path / "table.toml"
    path.write_text("names = [{a = 1}]\n")

    keep_unread(path, {"names": [{"a": 1, "b": 2}]})

    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ({"a": [1]}, {"a": [2, 1], "b": 0}, True),
        ({"a": [1, 3]}, {"a": [2, 1]}, False),
        ({"a": nan}, {"a": nan}, True),
        ({"a": nan}, {"a": 1.0}, False),
    ],
)
def test_one_value_says_no_more_than_another(part, whole, expected):
    assert is_within(part, whole) is expected


def test_a_long_list_is_found_in_itself_with_few_comparisons():
    compared = []

    class Entry(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            compared.append(self)
            return str.__eq__(self, other)

    part, whole = ([Entry(number) for number in range(500)] for _ in range(2))

    assert is_within({"names": part}, {"names": whole})
    assert len(compared) <= 2 * len(part)

"""Files that become lines of a message, and those that are refused."""

import pytest

from chatapp.models.program.text_files import (
    LONGEST_LINE,
    MOST_BYTES,
    Refusal,
    TextFile,
    language_of_file,
    read_text_file,
)


def test_lines_are_read_with_their_language(tmp_path):
    file = tmp_path / "sum.py"
    file.write_bytes(b"def f():\r\n\treturn 1\r\n\r\n")

    assert read_text_file(file) == TextFile("def f():\n\treturn 1", "python")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_are_read_as_systems_write_them(tmp_path, encoding):
    file = tmp_path / "brief.txt"
    file.write_bytes("Grüße, naïve Öse".encode(encoding))

    assert read_text_file(file) == TextFile("Grüße, naïve Öse", "")


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", Refusal.EMPTY),
        (b"\n\n", Refusal.EMPTY),
        (b"\x89PNG\r\n\x1a\n\0\0", Refusal.NO_TEXT),
        (b"\x81\x8d\x8f", Refusal.NO_TEXT),
        (b"\xff\xfe\x00", Refusal.NO_TEXT),
        (b"delete\x7f", Refusal.NO_TEXT),
        ("next\x85line".encode(), Refusal.NO_TEXT),
        ("if admin\u202e:".encode(), Refusal.NO_TEXT),
        ("\u2066evil\u2069".encode(), Refusal.NO_TEXT),
        (b"x" * (MOST_BYTES + 1), Refusal.TOO_LARGE),
        (b"\x89PNG\0" * MOST_BYTES, Refusal.NO_TEXT),
        (b"short\n" + b"x" * (LONGEST_LINE + 1), Refusal.LONG_LINE),
    ],
)
def test_what_is_no_text_for_a_message_is_refused(tmp_path, content, refusal):
    file = tmp_path / "file"
    file.write_bytes(content)

    assert read_text_file(file) is refusal


def test_only_line_ends_end_lines(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes("one\u2028still\x0cone\rtwo\r\nthree\n".encode())

    assert read_text_file(file) == TextFile("one\u2028still\x0cone\ntwo\nthree", "")


def test_a_folder_and_what_is_gone_are_refused(tmp_path):
    assert read_text_file(tmp_path) is Refusal.NO_FILE
    assert read_text_file(tmp_path / "gone") is Refusal.UNREADABLE


def test_a_name_that_no_system_takes_is_refused(tmp_path):
    assert read_text_file(tmp_path / ("x" * 5000)) is Refusal.UNREADABLE


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("a.js", "javascript"),
        ("A.SQL", "sql"),
        ("Makefile", "make"),
        ("notes.txt", ""),
        ("table.csv", ""),
        ("README", ""),
    ],
)
def test_a_file_s_name_tells_its_language(name, language):
    assert language_of_file(name) == language

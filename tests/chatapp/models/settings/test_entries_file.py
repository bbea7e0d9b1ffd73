"""Entries in a file of tables, which people may have edited."""

import pytest

from chatapp.models.settings.entries_file import EntriesFile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "cups.toml"


@pytest.fixture
def file(path) -> EntriesFile[str]:
    """Entries that are words, each in a table under "word"."""

    def entry_of(table):
        word = table.get("word")
        return word if isinstance(word, str) else None

    return EntriesFile(path, "cups", entry_of, lambda word: {"word": word})


def test_what_was_written_is_read_again(file):
    file.write(["tea", "coffee"])

    assert file.read() == ["tea", "coffee"]


def test_a_file_that_is_not_there_has_no_entries(file):
    assert file.read() == file.read_at_start() == []


@pytest.mark.parametrize("text", ["cups = 3", "cups = [1]", "[cups]\nword = 'tea'"])
def test_what_is_no_list_of_tables_has_no_entries(path, file, text):
    path.write_text(text)

    assert file.read() == []


def test_an_entry_that_makes_no_sense_is_passed_over_and_kept_beside(path, file):
    path.write_text("[[cups]]\nword = 1\n[[cups]]\nword = 'tea'\n")

    words = file.read()
    file.write(words)

    assert words == ["tea"]
    (aside,) = path.parent.glob("cups.broken-*.toml")
    assert "word = 1" in aside.read_text()


def test_a_file_that_makes_no_sense_is_set_aside(path, file):
    path.write_text("no table")

    assert file.read() == []
    (aside,) = path.parent.glob("cups.broken-*.toml")
    assert aside.read_text() == "no table"


def test_a_file_that_cannot_be_read_is_empty_at_the_start_and_not_written_over(
    path, file
):
    path.mkdir()

    assert file.read_at_start() == []
    with pytest.raises(OSError, match=path.name):
        file.write(["tea"])

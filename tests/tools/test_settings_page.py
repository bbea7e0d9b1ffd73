from pathlib import Path

import pytest

from chatapp.models.settings.settings_table import TABLE
from tools import settings_page


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    page = f"{settings_page.BEGIN}\n{settings_page.END}\n"
    (tmp_path / "docs" / "settings.md").write_text(page)
    return tmp_path


def run(checkout: Path, *arguments: str) -> int:
    return settings_page.main(["--root", str(checkout), *arguments])


def test_a_page_just_written_passes_the_check(checkout):
    run(checkout, "--write")

    assert run(checkout) == 0


def test_a_page_that_says_something_else_is_out_of_date(checkout, capsys):
    assert run(checkout) == 1
    assert "out of date: make format" in capsys.readouterr().err


def test_the_page_has_every_setting(checkout):
    run(checkout, "--write")
    page = (checkout / "docs" / "settings.md").read_text(encoding="utf-8")

    assert [each.name for each in TABLE if f"| `{each.key}` |" not in page] == []


def test_settings_stand_with_what_is_usual_and_what_they_may_be(checkout):
    run(checkout, "--write")

    assert "| `quiet_from` | `22:00` | a time such as 22:00 | When the" in (
        checkout / "docs" / "settings.md"
    ).read_text(encoding="utf-8")


def test_what_is_remembered_stands_apart_from_what_one_chooses(checkout):
    run(checkout, "--write")
    page = (checkout / "docs" / "settings.md").read_text(encoding="utf-8")

    chosen, remembered = page.split("## What chatapp remembers by itself")

    assert "| `zoom` |" in chosen
    assert "| `width` |" in remembered
    assert "| `width` |" not in chosen

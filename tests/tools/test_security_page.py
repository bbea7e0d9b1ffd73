"""The check of docs/security.md."""

from pathlib import Path

import pytest

from tools import security_page

HEADINGS = "| | Promise | Tests |\n| --- | --- | --- |\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    folder = tmp_path / "tests" / "security"
    folder.mkdir(parents=True)
    (folder / "test_doors.py").write_text("def test_one():\n    pass\n")
    return tmp_path


def check(checkout: Path, *rows: str) -> int:
    table = "\n".join(rows)
    (checkout / "docs" / "security.md").write_text(
        f"# Security\n<!-- promises: begin -->\n{HEADINGS}{table}\n"
        "<!-- promises: end -->\n"
    )
    return security_page.main(["--root", str(checkout)])


def test_promises_with_their_tests_are_right(checkout):
    row = "| 1 | Nobody comes in. | `security/test_doors.py::test_one` |"

    assert check(checkout, row) == 0


def test_a_file_of_tests_may_stand_for_all_of_them(checkout):
    assert check(checkout, "| 1 | Nobody comes in. | `security/test_doors.py` |") == 0


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("| 1 | Nobody comes in. | soon |", "promise 1 names no test"),
        (
            "| 1 | Nobody. | `security/test_doors.py::test_two` |",
            "names a test that is not there",
        ),
        ("| 1 | Nobody. | `security/test_walls.py` |", "not there"),
        ("| 2 | Nobody. | `security/test_doors.py` |", "not numbered from 1 on"),
        ("| 1a | Nobody. | `security/test_doors.py` |", "this is no promise: | 1a |"),
    ],
)
def test_a_promise_without_its_test_is_wrong(checkout, row, problem, capsys):
    assert check(checkout, row) == 1
    assert problem in capsys.readouterr().err


def test_no_test_of_security_is_left_out(checkout, capsys):
    (checkout / "tests" / "security" / "test_walls.py").touch()

    assert check(checkout, "| 1 | Nobody. | `security/test_doors.py` |") == 1
    assert "test_walls.py is named by no promise" in capsys.readouterr().err


def test_a_page_without_its_table_is_wrong(checkout, capsys):
    (checkout / "docs" / "security.md").write_text("# Security\n")

    assert security_page.main(["--root", str(checkout)]) == 1
    assert "lacks the markers" in capsys.readouterr().err


def test_the_page_of_this_checkout_is_right():
    assert security_page.main([]) == 0

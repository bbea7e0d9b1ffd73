from pathlib import Path

import pytest

from tools import file_map

BODY = "    x = 1\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    inner = tmp_path / "chatapp" / "wire"
    inner.mkdir(parents=True)
    (tmp_path / "chatapp" / "__init__.py").write_text('"""A chat window."""\n')
    (tmp_path / "chatapp" / "app.py").write_text('"""Joins the parts.\n\nMore."""\n')
    (inner / "__init__.py").write_text('"""The wire format."""\n')
    (inner / "names.py").write_text('"""Says which names are valid."""\n')
    page = f"Before.\n{file_map.BEGIN}\nold\n{file_map.END}\nAfter.\n"
    (tmp_path / "docs").mkdir()
    (tmp_path / file_map.PAGE).write_text(page)
    return tmp_path


def run(checkout: Path, *arguments: str) -> int:
    return file_map.main(["--root", str(checkout), *arguments])


def test_the_map_is_a_tree_with_each_modules_sentence(checkout: Path) -> None:
    run(checkout, "--write")

    page = (checkout / file_map.PAGE).read_text()
    rows = [" ".join(row.split()) for row in page.splitlines()]
    assert rows == [
        "Before.",
        file_map.BEGIN,
        "```",
        "chatapp/ A chat window.",
        "app.py Joins the parts.",
        "wire/ The wire format.",
        "names.py Says which names are valid.",
        "```",
        file_map.END,
        "After.",
    ]


def test_a_map_just_written_passes_the_check(checkout: Path) -> None:
    run(checkout, "--write")

    assert run(checkout) == 0


def test_a_new_module_makes_the_map_out_of_date(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(checkout, "--write")
    (checkout / "chatapp" / "mailbox.py").write_text('"""A door."""\n')

    assert run(checkout) == 1
    assert "out of date: make format" in capsys.readouterr().err


@pytest.mark.parametrize("source", ["", "x = 1\n", '"""No full stop"""\n'])
def test_a_module_without_a_sentence_is_refused(
    checkout: Path, source: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / "chatapp" / "mailbox.py").write_text(source)

    assert run(checkout, "--write") == 1
    assert "chatapp/mailbox.py: its docstring" in capsys.readouterr().err


def test_three_hundred_lines_are_allowed(checkout: Path) -> None:
    (checkout / "chatapp" / "long.py").write_text('"""Long."""\n' + "x = 1\n" * 299)

    assert run(checkout, "--write") == 0


def test_a_module_of_more_than_three_hundred_lines_is_refused(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / "chatapp" / "long.py").write_text('"""Long."""\n' + "x = 1\n" * 300)

    assert run(checkout, "--write") == 1
    assert "chatapp/long.py: 301 lines" in capsys.readouterr().err


def test_tests_may_not_be_longer_and_need_no_sentence(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tests = checkout / "tests" / "wire"
    tests.mkdir(parents=True)
    (tests / "test_names.py").write_text("x = 1\n" * 300)
    (tests / "test_lines.py").write_text("x = 1\n" * 301)
    (tests / "test_long.py").write_text(f"def test_long():\n{BODY * 40}")

    assert run(checkout, "--write") == 1
    assert capsys.readouterr().err.splitlines() == [
        "tests/wire/test_lines.py: 301 lines; 300 are the most, so part it",
        "tests/wire/test_long.py: test_long() has more than 40 lines, so part it",
    ]


def test_a_page_without_markers_is_refused(checkout: Path) -> None:
    (checkout / file_map.PAGE).write_text("No markers.\n")

    with pytest.raises(ValueError, match="lacks the markers"):
        run(checkout)


def test_a_function_of_more_than_forty_lines_is_refused_but_for_its_docstring(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docstring = '    """Words.\n' + "\n    More.\n" * 10 + '    """\n'
    fits = f'"""Fits."""\ndef fits():\n{docstring}{BODY * 39}'
    (checkout / "chatapp" / "fits.py").write_text(fits)
    (checkout / "chatapp" / "long.py").write_text(
        f'"""Long."""\ndef long():\n{BODY * 40}'
    )

    assert run(checkout, "--write") == 1
    told = capsys.readouterr().err
    assert "chatapp/long.py: long() has more than 40 lines" in told
    assert "fits" not in told


def test_the_lines_of_a_signature_count(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    signature = "def long(\n" + "".join(f"    a{each},\n" for each in range(5)) + "):\n"
    (checkout / "chatapp" / "long.py").write_text(
        f'"""Long."""\n{signature}{BODY * 34}'
    )

    assert run(checkout, "--write") == 1
    assert "long() has more than 40 lines" in capsys.readouterr().err

"""Checks docs/security.md: each promise names tests that are there, none is left out.

Usage: python -m tools.security_page
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

PAGE = Path("docs", "security.md")
TESTS = Path("tests")
BEGIN, END = "<!-- promises: begin -->", "<!-- promises: end -->"
_ROW = re.compile(r"^\| (?P<number>\d+) \| (?P<promise>.+) \| (?P<tests>.*) \|$")
_TEST = re.compile(r"`(?P<file>[\w/]+\.py)(?:::(?P<name>test_\w+))?`")


def problems_of(root: Path) -> list[str]:
    """Tell in sentences what is wrong with the page of a checkout."""
    page = (root / PAGE).read_text(encoding="utf-8")
    _, begun, rest = page.partition(BEGIN)
    table, ended, _ = rest.partition(END)
    if not (begun and ended):
        return [f"the page lacks the markers {BEGIN} and {END}"]
    _head, _rule, *lines = table.strip().splitlines()
    rows = [row for line in lines if (row := _ROW.match(line))]
    unread = [f"this is no promise: {line}" for line in lines if not _ROW.match(line)]
    problems = unread + [
        problem for row in rows for problem in _problems_of_row(root, row)
    ]
    if [int(row["number"]) for row in rows] != list(range(1, len(rows) + 1)):
        problems.append("the promises are not numbered from 1 on, one by one")
    return [*unread, *problems, *_left_out(root, table)]


def _problems_of_row(root: Path, row: re.Match[str]) -> Iterator[str]:
    tests = list(_TEST.finditer(row["tests"]))
    if not tests:
        yield f"promise {row['number']} names no test"
    for test in tests:
        if not _is_there(root / TESTS / test["file"], test["name"]):
            yield f"promise {row['number']} names a test that is not there: {test[0]}"


def _left_out(root: Path, table: str) -> Iterator[str]:
    named = {test["file"] for test in _TEST.finditer(table)}
    for path in sorted((root / TESTS / "security").glob("test_*.py")):
        file = path.relative_to(root / TESTS).as_posix()
        if file not in named:
            yield f"{file} is named by no promise"


def _is_there(path: Path, name: str | None) -> bool:
    if not path.is_file():
        return False
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tests = {
        each.name
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")
    }
    return bool(tests) if name is None else name in tests


def main(arguments: list[str] | None = None) -> int:
    """Checks the page; tells the exit code."""
    parser = argparse.ArgumentParser(prog="tools.security_page", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="the checkout")
    options = parser.parse_args(arguments)
    problems = problems_of(options.root)
    for problem in problems:
        print(f"{PAGE.as_posix()}: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

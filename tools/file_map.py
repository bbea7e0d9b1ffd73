"""Writes docs/modules.md, the file map, from the modules' first lines, and checks it.

Usage: python -m tools.file_map [--write]
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.marked_part import replace_part
from tools.page_order import PageOrder

PACKAGES = ("chatapp", "server", "tools", "benchmarks", "torture")
TESTS = "tests"
"""These stand in no map, and need no sentence, but are as short."""

BEGIN = "<!-- file map: begin (made by `make format`) -->"
END = "<!-- file map: end -->"
PAGE = "docs/modules.md"
MOST_LINES = 300
MOST_FUNCTION_LINES = 40
NAME_WIDTH = 30


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the map: a module, or a package that stands for its `__init__.py`."""

    source: Path
    depth: int
    sentence: str
    lines: int
    long_functions: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """As the tree shows it."""
        is_package = self.source.name == "__init__.py"
        return f"{self.source.parent.name}/" if is_package else self.source.name


def read_entry(source: Path, depth: int) -> Entry:
    """Reads the sentence and the length of one module."""
    text = source.read_text(encoding="utf-8")
    tree = ast.parse(text, filename=str(source))
    sentence = (ast.get_docstring(tree) or "").partition("\n")[0].strip()
    long_functions = tuple(_long_functions(tree))
    return Entry(source, depth, sentence, len(text.splitlines()), long_functions)


def _long_functions(tree: ast.Module) -> Iterator[str]:
    """Names the functions that are too long.

    Their signatures count; their docstrings do not, nor the tables of their decorators.
    """
    for node in ast.walk(tree):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        first = node.body[0]
        has_words = ast.get_docstring(node) is not None
        words = (first.end_lineno or 0) - first.lineno + 1 if has_words else 0
        if (node.end_lineno or 0) - node.lineno + 1 - words > MOST_FUNCTION_LINES:
            yield node.name


def entries_below(package: Path, depth: int = 0) -> Iterator[Entry]:
    """The package itself, its modules and then the packages in it."""
    yield read_entry(package / "__init__.py", depth)
    for module in sorted(package.glob("*.py")):
        if module.name != "__init__.py":
            yield read_entry(module, depth + 1)
    for inner in sorted(package.glob("*/__init__.py")):
        yield from entries_below(inner.parent, depth + 1)


def entries_of(root: Path) -> list[Entry]:
    """All that the map shows."""
    packages = [root / name for name in PACKAGES]
    found = [package for package in packages if (package / "__init__.py").exists()]
    return [entry for package in found for entry in entries_below(package)]


def entries_of_tests(root: Path) -> list[Entry]:
    """All modules of the tests, which are in no package."""
    return [read_entry(module, 0) for module in sorted((root / TESTS).rglob("*.py"))]


def render(entries: list[Entry]) -> str:
    """The map as text: a tree with a sentence beside each name."""
    rows = [_render_row(entry) for entry in entries]
    return "\n".join([BEGIN, "```", *rows, "```", END])


def _render_row(entry: Entry) -> str:
    name = "  " * entry.depth + entry.name
    return f"{name:<{NAME_WIDTH}} {entry.sentence}".rstrip()


def problems_of(entries: list[Entry], root: Path) -> Iterator[str]:
    """What is wrong with the modules themselves."""
    for entry in entries:
        path = entry.source.relative_to(root).as_posix()
        if not entry.sentence.endswith("."):
            yield f"{path}: its docstring must begin with one sentence on one line"
    yield from lengths_of(entries, root)


def lengths_of(entries: list[Entry], root: Path) -> Iterator[str]:
    """What is too long in modules."""
    for entry in entries:
        path = entry.source.relative_to(root).as_posix()
        if entry.lines > MOST_LINES:
            yield f"{path}: {entry.lines} lines; {MOST_LINES} are the most, so part it"
        for name in entry.long_functions:
            most = MOST_FUNCTION_LINES
            yield f"{path}: {name}() has more than {most} lines, so part it"


def replace_map(page: str, new_map: str) -> str:
    """The page with its map replaced.

    Raises:
        ValueError: the page lacks one of the two markers.
    """
    return replace_part(page, BEGIN, END, new_map)


def main(arguments: list[str] | None = None) -> int:
    """Checks the map, or writes it; tells the exit code."""
    order = PageOrder.read("tools.file_map", __doc__, arguments)
    entries = entries_of(order.root)
    problems = list(problems_of(entries, order.root))
    problems += lengths_of(entries_of_tests(order.root), order.root)
    if not order.renew(PAGE, lambda page: replace_map(page, render(entries))):
        problems.append(f"{PAGE}: the file map is out of date: make format")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

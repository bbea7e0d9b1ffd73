"""Every test of a specification names the rule that it tests."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

MODULES = sorted(Path(__file__).parent.glob("test_*.py"))


def unlinked(module: Path) -> Iterator[str]:
    """Give the tests of a module whose docstring names no rule."""
    for node in ast.parse(module.read_text(encoding="utf-8")).body:
        is_test = isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        if is_test and "https://" not in (ast.get_docstring(node) or ""):
            yield node.name


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_every_test_links_its_rule(module):
    """A reader finds the rule, as https://ircv3.net/irc/ lists them."""
    assert list(unlinked(module)) == []

"""Finds which numerics the modules of a folder use, by the names that they write."""

import ast
from collections.abc import Iterator
from pathlib import Path

from chatapp.wire import numerics

PREFIXES = ("RPL_", "ERR_")


def used_numerics(folder: Path) -> list[tuple[str, str]]:
    """Give numbers and names, in the order of the numbers."""
    names: set[str] = set()
    for module in folder.rglob("*.py"):
        if module.name != "reply_texts.py":
            names.update(_names_in(ast.parse(module.read_text(encoding="utf-8"))))
    return sorted((getattr(numerics, name), name) for name in names)


def _names_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        name = node.attr if isinstance(node, ast.Attribute) else None
        name = node.id if isinstance(node, ast.Name) else name
        if name is not None and name.startswith(PREFIXES):
            yield name

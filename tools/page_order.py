"""What a tool that makes a page is told to do with it: to write it, or to check it."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PageOrder:
    """An order for the pages of one checkout."""

    root: Path
    is_to_write: bool

    @classmethod
    def read(
        cls, prog: str, description: str | None, arguments: list[str] | None
    ) -> "PageOrder":
        """Read the arguments of a command line; None: the program's own."""
        parser = argparse.ArgumentParser(prog=prog, description=description)
        parser.add_argument(
            "--write", action="store_true", help="write instead of check"
        )
        parser.add_argument("--root", type=Path, default=Path(), help="the checkout")
        options = parser.parse_args(arguments)
        return cls(options.root, options.write)

    def renew(self, page: str | Path, renewed: Callable[[str], str]) -> bool:
        """Write a page of the checkout anew, or tell whether it stands so already."""
        file = self.root / page
        present = file.read_text(encoding="utf-8")
        new = renewed(present)
        if self.is_to_write:
            file.write_text(new, encoding="utf-8", newline="\n")
        return self.is_to_write or new == present

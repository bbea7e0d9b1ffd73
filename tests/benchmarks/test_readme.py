"""What was measured is put between the markers of a page."""

from pathlib import Path

import pytest

from benchmarks.readme import CLIENTS, SERVERS, markers, write_readme


def test_only_what_stands_between_the_markers_changes(tmp_path: Path) -> None:
    begin, end = markers(CLIENTS)
    others = "\n".join(markers(SERVERS))
    page = tmp_path / "README.md"
    page.write_text(f"{others}\n{begin}\nold\n{end}\nafter\n", encoding="utf-8")

    write_readme(page, CLIENTS, "Measured.\n\nnew")

    assert page.read_text(encoding="utf-8") == (
        f"{others}\n{begin}\n<details>\n<summary>Measured.</summary>\n\n"
        f"new\n\n</details>\n{end}\nafter\n"
    )


def test_a_page_without_markers_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("nothing", encoding="utf-8")

    with pytest.raises(ValueError, match="lacks the markers"):
        write_readme(page, SERVERS, "new")

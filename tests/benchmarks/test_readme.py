"""What was measured is put between the markers of a page."""

from pathlib import Path

import pytest
from pytest_mock import MockerFixture

from benchmarks.__main__ import main
from benchmarks.measurements import BESIDE_PEERS
from benchmarks.readme import CLIENTS, SERVERS, markers, write_readme


def test_only_what_stands_between_the_markers_changes(tmp_path: Path) -> None:
    begin, end = markers(CLIENTS)
    others = "\n".join(markers(SERVERS))
    page = tmp_path / "README.md"
    page.write_text(f"{others}\n{begin}\nold\n{end}\nafter\n", encoding="utf-8")

    write_readme(page, CLIENTS, "Measured.\n\nnew", is_whole=False)

    assert page.read_text(encoding="utf-8") == (
        f"{others}\n{begin}\n<details>\n<summary>Measured.</summary>\n\n"
        f"new\n\n</details>\n{end}\nafter\n"
    )


def test_a_page_without_markers_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("nothing", encoding="utf-8")

    with pytest.raises(ValueError, match="lacks the markers"):
        write_readme(page, SERVERS, "new", is_whole=True)


PRESENT = """\
| a second | chatapp | ngircd |
| --- | --- | --- |
| a room | 2 (0.50) | 4 |
| 500 pairs | 3 (1.00) | 3 |

| MB | chatapp |
| --- | --- |
| idle | 9 |

|  | to reach | measured |  |
| --- | --- | --- | --- |
| a room, a second | chatapp: at least 2 | 2.00 | met |
| a room, a second | chatapp: at least 1 | 2.00 | met |
| 500 pairs, a second | chatapp: at least 4 | 3.00 | **not met** |

* a room, chatapp: the load program was the limit.
* 500 pairs, ngircd: the load program was the limit."""

PAIRS = """\
| a second | chatapp | miniircd |
| --- | --- | --- |
| 500 pairs | 8 (2.00) | 4 |
| 900 pairs | 7 (1.00) | 7 |

|  | to reach | measured |  |
| --- | --- | --- | --- |
| 500 pairs, a second | chatapp: at least 4 | 8.00 | met |

* 900 pairs, chatapp: it was slow."""

MERGED = """\
| a second | chatapp | ngircd | miniircd |
| --- | --- | --- | --- |
| a room | 2 (0.50) | 4 | – |
| 500 pairs | 8 (2.00) | – | 4 |
| 900 pairs | 7 (1.00) | – | 7 |

| MB | chatapp |
| --- | --- |
| idle | 9 |

|  | to reach | measured |  |
| --- | --- | --- | --- |
| a room, a second | chatapp: at least 2 | 2.00 | met |
| a room, a second | chatapp: at least 1 | 2.00 | met |
| 500 pairs, a second | chatapp: at least 4 | 8.00 | met |

* a room, chatapp: the load program was the limit.
* 900 pairs, chatapp: it was slow.
* 500 pairs: Today.
* 900 pairs: Today."""


def page_with(tmp_path: Path, first: str, tables: str) -> Path:
    page = tmp_path / "README.md"
    page.write_text("\n".join(markers(SERVERS)), encoding="utf-8")
    write_readme(page, SERVERS, f"{first}\n\n{tables}", is_whole=True)
    return page


@pytest.mark.parametrize("times", [1, 2])
def test_only_the_rows_that_were_measured_change(tmp_path: Path, times: int) -> None:
    page = page_with(tmp_path, "Then.", PRESENT)

    for _ in range(times):
        write_readme(page, SERVERS, f"Today.\n\n{PAIRS}", is_whole=False)

    text = page.read_text(encoding="utf-8")
    assert text == page_with(tmp_path, "Then.", MERGED).read_text(encoding="utf-8")


def test_rows_of_the_same_day_and_machine_are_not_dated_again(tmp_path: Path) -> None:
    page = page_with(tmp_path, "Today.", PRESENT)

    write_readme(page, SERVERS, f"Today.\n\n{PAIRS}", is_whole=False)

    assert page.read_text(encoding="utf-8").count("Today.") == 1


def test_what_is_measured_as_a_whole_replaces_all(tmp_path: Path) -> None:
    page = page_with(tmp_path, "Then.", PRESENT)

    write_readme(page, SERVERS, f"Today.\n\n{PAIRS}", is_whole=True)

    text = page.read_text(encoding="utf-8")
    assert text == page_with(tmp_path, "Today.", PAIRS).read_text(encoding="utf-8")


def test_a_row_is_put_into_the_readme_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text(Path("README.md").read_text(encoding="utf-8"), encoding="utf-8")
    begin = "| one room of 100 | "
    before = page.read_text(encoding="utf-8").splitlines()
    row = "| deliveries a second | chatapp |\n| --- | --- |\n| one room of 100 | 1 |"

    write_readme(page, SERVERS, f"Today.\n\n{row}", is_whole=False)

    after = page.read_text(encoding="utf-8").splitlines()
    gone = [line for line in before if line not in after]
    assert len(gone) == 1
    assert gone[0].startswith(begin)


def test_where_nothing_could_be_measured_the_page_stays(
    tmp_path: Path, mocker: MockerFixture
) -> None:
    page = page_with(tmp_path, "Then.", PRESENT)
    before = page.read_text(encoding="utf-8")
    mocker.patch("benchmarks.__main__.README", page)
    mocker.patch("benchmarks.__main__.missing_for_load", return_value="No compiler.")

    main([*BESIDE_PEERS, "--write-readme"])

    assert page.read_text(encoding="utf-8") == before


def test_one_server_alone_is_not_put_beside_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["pairs", "--server", "chatapp", "--write-readme"])

    assert "leave out --server" in capsys.readouterr().err

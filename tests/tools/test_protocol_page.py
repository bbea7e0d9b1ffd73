from pathlib import Path

import pytest

from server.commands.families import commands
from server.commands.mode_summaries import CHANNEL_MODE_SUMMARIES, USER_MODE_SUMMARIES
from server.world.channel_modes import CHANNEL_MODES
from server.world.user import USER_MODES
from tools import protocol_page
from tools.protocol_words import CAPABILITIES, TOKENS


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    tables = [
        f"<!-- {name}: begin -->\n<!-- {name}: end -->" for name in protocol_page.TABLES
    ]
    (tmp_path / "docs" / "protocol.md").write_text("\n\n".join(tables))
    return tmp_path


def run(checkout: Path, *arguments: str) -> int:
    return protocol_page.main(["--root", str(checkout), *arguments])


def written(checkout: Path) -> str:
    run(checkout, "--write")
    return (checkout / "docs" / "protocol.md").read_text(encoding="utf-8")


def test_a_page_just_written_passes_the_check(checkout):
    run(checkout, "--write")

    assert run(checkout) == 0


def test_a_page_that_says_something_else_is_out_of_date(checkout, capsys):
    assert run(checkout) == 1
    assert "out of date: make format" in capsys.readouterr().err


def test_the_page_has_every_command(checkout):
    page = written(checkout)

    assert [each.command for each in commands if f"`{each.command}" not in page] == []


def test_commands_stand_with_their_forms_help_and_guards(checkout):
    assert (
        "| `KILL <nick> [<reason>]` | End a user's connections, with a reason or "
        "without. For operators of the server. |"
    ) in written(checkout)


def test_settings_stand_with_their_default_and_what_they_may_be(checkout):
    assert (
        "| `[limits] nick_length` | `30` | a whole number from 1 to 100 | "
        "Most characters of a nick. |"
    ) in written(checkout)


def test_numerics_stand_with_their_sentence(checkout):
    assert "| 331 | `RPL_NOTOPIC` | No topic is set. |" in written(checkout)


def test_all_words_on_capabilities_and_tokens_are_used(checkout):
    page = written(checkout)

    words = [text for _, text in CAPABILITIES.values()] + list(TOKENS.values())
    assert [text for text in words if text not in page] == []


@pytest.mark.parametrize(
    ("summaries", "modes"),
    [
        (CHANNEL_MODE_SUMMARIES, CHANNEL_MODES),
        (USER_MODE_SUMMARIES, USER_MODES),
    ],
)
def test_every_mode_is_explained_and_no_other(summaries, modes):
    assert sorted(summaries) == sorted(modes.letters)

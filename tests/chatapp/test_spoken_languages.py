"""What programs without a window say, in the language of whoever reads it."""

import os
import subprocess
import sys

import pytest

from chatapp.models.program.folders import CONFIG_VARIABLE


@pytest.fixture
def say(tmp_path):
    def run(*arguments: str, **environment: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "chatapp", *arguments],
            env={**os.environ, CONFIG_VARIABLE: str(tmp_path), **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return done.stdout + done.stderr

    return run


def test_help_is_in_the_language_of_the_system(say):
    told = say("--help", LANGUAGE="de", PYTHONUTF8="1")

    assert told.startswith("Aufruf: chatapp [-h]")
    assert "Ein Chat für Leute an einem Ort." in told
    assert "diese Hilfe zeigen" in told


def test_what_is_wrong_with_options_is_said_in_the_language_that_was_chosen(
    say, tmp_path
):
    (tmp_path / "settings.toml").write_text('[window]\nlanguage = "fr"\n')

    told = say("tail", LANGUAGE="de", PYTHONUTF8="1")

    assert "il manque ces arguments\xa0: ROOM" in told


def test_settings_that_cannot_be_followed_are_told_so_too(say, tmp_path):
    settings = tmp_path / "here.toml"
    settings.write_text("[connection]\nhost = 5\n")

    told = say("--headless", "--config", str(settings), LANGUAGE="de", PYTHONUTF8="1")

    assert told == (
        "chatapp: [connection] host ist nicht zu gebrauchen."
        " Schreib dort einen Text in Anführungszeichen.\n"
    )

"""The help of the server's program is in the language of the system."""

import os
import subprocess
import sys

import pytest

PATIENCE = 60.0


@pytest.fixture
def run():
    """Run Python with these words, in a language; give what it prints."""

    def run(*words, language, **others):
        spoken = {"LANGUAGE": language, "PYTHONUTF8": "1"}
        done = subprocess.run(
            [sys.executable, *words],
            env={**os.environ, **spoken, **others},
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


@pytest.mark.parametrize(
    ("language", "words", "sentence"),
    [
        ("de", (), "den Server laufen lassen"),
        ("fr_CH", (), "faire tourner le serveur"),
        ("nl", (), "run the server"),
        ("de", ("run",), "die Adresse, an der er lauscht"),
        ("de", ("invite", "make"), "wie viele Leute sie hereinlässt"),
        ("fr", ("account", "add"), "le nom du compte"),
        ("de", ("backup",), "den Verlauf kopieren"),
    ],
)
def test_help_is_in_the_language_of_the_system(run, language, words, sentence):
    told = run("-m", "server", *words, "--help", language=language)

    assert sentence in " ".join(told.split())


@pytest.mark.parametrize("program", ["server", "chatapp"])
def test_help_is_printed_also_where_letters_cannot_be(run, program):
    told = run(
        *("-m", program, "--help"),
        language="fr",
        PYTHONUTF8="0",
        PYTHONIOENCODING="ascii",
    )

    assert "r?glages" in told


def test_what_needs_no_help_chooses_no_language(run):
    program = (
        "from server.verbs.help_language import speak; import os, sys;"
        " speak(['run'], os.environ); print('chatapp.language' in sys.modules)"
    )

    assert run("-c", program, language="de") == "False\n"

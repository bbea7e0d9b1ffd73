"""Asking for known holes, with what pip-audit would say."""

import json
from subprocess import CompletedProcess

import pytest

from tools import audit

SOUND = {"name": "zeroconf", "version": "1.0", "vulns": []}
HOLED = {
    "name": "pillow",
    "version": "1.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}],
}


@pytest.fixture
def answer(mocker):
    mocker.patch.object(audit, "find_spec", return_value=object())

    def answer(*libraries, text=None):
        said = json.dumps({"dependencies": libraries}) if text is None else text
        return audit.main(lambda words: CompletedProcess(words, 1, said, "no route"))

    return answer


def test_libraries_without_holes_are_told(answer, capsys):
    assert answer(SOUND, SOUND) == 0
    assert "None of 2 libraries has a known hole." in capsys.readouterr().out


def test_libraries_that_were_not_looked_at_are_named(answer, capsys):
    assert answer(SOUND, {"name": "own", "skip_reason": "not on PyPI"}) == 0

    told = capsys.readouterr().out
    assert "None of 1 libraries has a known hole. Not looked at: own." in told


def test_a_hole_is_named_with_what_mends_it(answer, capsys):
    assert answer(SOUND, HOLED) == 1
    assert capsys.readouterr().err == "pillow 1.0: PYSEC-1, mended in 1.1\n"


def test_where_nobody_can_be_asked_that_is_said(answer, capsys):
    assert answer(text="") == audit.EXIT_UNAVAILABLE
    assert "this needs the network" in capsys.readouterr().err


def test_so_it_is_where_the_program_cannot_be_installed(mocker, capsys):
    mocker.patch.object(audit, "find_spec", return_value=None)

    code = audit.main(lambda words: CompletedProcess(words, 1, "", ""))

    assert code == audit.EXIT_UNAVAILABLE
    assert "this needs the network" in capsys.readouterr().err

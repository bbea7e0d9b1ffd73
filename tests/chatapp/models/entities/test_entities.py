"""Each entity is found under its one name, and loaded when it is asked for."""

import subprocess
import sys
from importlib import import_module

import pytest

from chatapp.models import entities

LOADED = "import sys, chatapp.models.entities as e; e.Palette; print(*sys.modules)"


@pytest.mark.parametrize("name", entities.__all__)
def test_an_entity_is_found_under_its_name(name):
    home = import_module(f"{entities.__name__}.{entities._HOMES[name]}")

    assert getattr(entities, name) is vars(home)[name]


def test_nothing_else_is_found():
    assert set(entities._HOMES) == set(entities.__all__)
    with pytest.raises(AttributeError, match="Unicorn"):
        _ = entities.Unicorn


def test_only_what_is_asked_for_is_loaded():
    command = [sys.executable, "-c", LOADED]

    loaded = subprocess.run(command, capture_output=True, text=True, check=True)

    modules = {it for it in loaded.stdout.split() if it.startswith(entities.__name__)}
    assert modules == {entities.__name__, f"{entities.__name__}.palette"}

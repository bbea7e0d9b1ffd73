"""Every setting can be given in the environment."""

from dataclasses import fields

import pytest

from server.settings.file import WrongSetting, load_settings
from server.settings.settings import Settings

KEYS = [
    (section.name, key)
    for section in fields(Settings)
    if "each" not in section.metadata
    for key in fields(getattr(Settings(), section.name))
]


def variable(section: str, key: str) -> str:
    return f"CHATAPP_SERVER__{section}__{key}".upper()


def written(value: object) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize(
    ("section", "key"), KEYS, ids=lambda it: getattr(it, "name", it)
)
def test_a_variable_gives_its_key(section, key):
    name = variable(section, key.name)

    settings = load_settings(None, {name: written(key.default)})

    assert getattr(getattr(settings, section), key.name) == key.default


@pytest.mark.parametrize(
    ("section", "key"), KEYS, ids=lambda it: getattr(it, "name", it)
)
def test_a_wrong_variable_is_refused_with_its_name(section, key):
    name = variable(section, key.name)

    with pytest.raises(WrongSetting, match=name):
        load_settings(None, {name: "\0wrong\n"})

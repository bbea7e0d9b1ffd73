from pathlib import Path

import pytest

from server.settings.file import WrongSetting, load_settings
from server.settings.page import render_settings
from server.settings.settings import Settings


def write(folder: Path, text: str) -> Path:
    path = folder / "server.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_every_key_has_its_default():
    assert load_settings(None, {}) == Settings()


def test_the_file_that_explains_the_defaults_gives_the_defaults(tmp_path):
    path = write(tmp_path, render_settings(Settings()))

    assert load_settings(path, {}) == Settings()


def test_a_file_changes_what_it_names(tmp_path):
    path = write(tmp_path, '[channels]\nauto_join = ["#hall", "#garden"]\n')

    settings = load_settings(path, {})

    assert settings.channels.auto_join == ("#hall", "#garden")
    assert settings.server == Settings().server


def test_the_environment_changes_what_the_file_says(tmp_path):
    path = write(tmp_path, "[limits]\nnick_length = 20\n")
    environment = {"CHATAPP_SERVER__LIMITS__NICK_LENGTH": "12"}

    assert load_settings(path, environment).limits.nick_length == 12


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("FLOOD__ENABLED", "false", False),
        ("CHANNELS__AUTO_JOIN", "#hall,#garden", ("#hall", "#garden")),
        ("SERVER__NETWORK", "home", "home"),
        ("ACCOUNTS__SASL_MECHANISMS", "SCRAM-SHA-256", ("SCRAM-SHA-256",)),
        ("ACCOUNTS__ALWAYS_ON", "mandatory", "mandatory"),
    ],
)
def test_the_environment_can_hold_each_kind_of_value(key, text, value):
    section, _, name = key.lower().partition("__")

    settings = load_settings(None, {f"CHATAPP_SERVER__{key}": text})

    assert getattr(getattr(settings, section), name) == value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[server]\nprot = 1\n", ['unknown key "prot"', 'Did you mean "port"?']),
        ("[sever]\nport = 1\n", ['unknown section "sever"', '"server"']),
        ("[server]\nport = 70000\n", ["port", "a whole number from 0 to 65535"]),
        ("[server]\nport = true\n", ["port", "a whole number", "true"]),
        ('[server]\nname = "a b"\n', ["name", "letters, digits, dots and hyphens"]),
        ('[channels]\nauto_join = ["lobby"]\n', ["auto_join", "a list of channels"]),
        ('[storage]\ndurability = "disk"\n', ['"power" or "process"', '"disk"']),
        ('[storage]\npath = "~no such user/a.db"\n', ["a path", '"~no such user']),
        ('[accounts]\nalways_on = "yes"\n', ['"disabled" or "opt-in"', '"yes"']),
        ("[accounts]\nsasl_mechanisms = []\n", ["at least one of PLAIN"]),
        ('[accounts]\nsasl_mechanisms = ["MD5"]\n', ["SCRAM-SHA-256", "MD5"]),
        ("port = 7000\n", ['The key "port" stands in [server] or [tls] or']),
        ('[server]\nname = "a b"\n', ["A name for people", "[discovery] name"]),
        ("server = 1\n", ["expected a section [server]"]),
        ("[server\n", ["is not a TOML file"]),
        (f"[server]\nport = {'9' * 5000}\n", ["is not a TOML file"]),
        (f"[server]\nport = 0x{'f' * 5000}\n", ["port", "a whole number from 0"]),
        (f"[server]\nname = 0x{'f' * 5000}\n", ["name", "letters, digits, dots"]),
        (f"[server]\nname = {'[' * 5000}\n", ["is nested too deeply"]),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_the_key_and_what_was_expected(
    tmp_path, text, words
):
    path = write(tmp_path, text)

    with pytest.raises(WrongSetting) as refusal:
        load_settings(path, {})

    sentence = str(refusal.value)
    assert str(path) in sentence
    assert [word for word in words if word not in sentence] == []


def test_a_wrong_variable_is_refused_with_its_name():
    with pytest.raises(WrongSetting, match="CHATAPP_SERVER__SERVER__PORT"):
        load_settings(None, {"CHATAPP_SERVER__SERVER__PORT": "many"})


def test_an_unknown_variable_is_refused():
    with pytest.raises(WrongSetting, match='unknown key "prot"'):
        load_settings(None, {"CHATAPP_SERVER__SERVER__PROT": "1"})


def test_a_wrong_password_is_not_shown():
    with pytest.raises(WrongSetting) as refusal:
        load_settings(None, {"CHATAPP_SERVER__SERVER__PASSWORD": "se\ncret"})

    assert "cret" not in str(refusal.value)


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 5000, "a = 1" + "0" * 10_000, "a = \x00", "[" * 5000]
)
def test_a_file_that_was_made_to_do_harm_is_refused(tmp_path, text):
    path = tmp_path / "server.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(WrongSetting, match=r"TOML|nested"):
        load_settings(path, {})


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(WrongSetting, match="cannot be read"):
        load_settings(tmp_path / "none.toml", {})

import pytest

from server.settings.file import WrongSetting, load_settings
from server.settings.operator_settings import OperatorSettings
from server.settings.page import render_settings
from server.settings.settings import Settings

TWO = (OperatorSettings("anna", "secret"), OperatorSettings("bert", "other"))
FILE = """
[[operators]]
name = "anna"
password = "secret"

[[operators]]
name = "bert"
password = "other"
"""


def write(tmp_path, text):
    path = tmp_path / "server.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_each_operator_has_a_section(tmp_path):
    assert load_settings(write(tmp_path, FILE), {}).operators == TWO


def test_operators_can_stand_in_the_environment():
    settings = load_settings(
        None,
        {
            "CHATAPP_SERVER__OPERATORS__1__NAME": "anna",
            "CHATAPP_SERVER__OPERATORS__1__PASSWORD": "secret",
            "CHATAPP_SERVER__OPERATORS__2__PASSWORD": "other",
            "CHATAPP_SERVER__OPERATORS__2__NAME": "bert",
        },
    )

    assert settings.operators == TWO


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[operators]]\nname = "anna"\n', ["[[operators]]", "password must be given"]),
        ('[operators]\nname = "anna"\n', ["expected sections [[operators]]"]),
        ('[[operators]]\nnam = "anna"\n', ['unknown key "nam"', '"name"']),
        ('[[operators]]\nname = "a b"\n', ["a name of 1 to 50 characters"]),
        ('[[operators]]\npassword = "a b"\n', ["hash-password", "found this"]),
        ('[[operators]]\npassword = "scram-sha-256$1"\n', ["hash-password"]),
    ],
)
def test_a_wrong_operator_is_refused(tmp_path, text, words):
    with pytest.raises(WrongSetting) as refusal:
        load_settings(write(tmp_path, text), {})

    assert [word for word in words if word not in str(refusal.value)] == []


def test_operators_are_written_as_they_are_read(tmp_path):
    page = render_settings(Settings(operators=TWO))

    assert load_settings(write(tmp_path, page), {}).operators == TWO


def test_the_page_shows_how_an_operator_looks_and_what_needs_a_restart():
    page = render_settings(Settings())

    assert "# [[operators]]" in page
    assert (
        "# The port to listen on; 0: any that is free. A change needs a restart."
        in page
    )

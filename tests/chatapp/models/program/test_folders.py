"""Where the client keeps its files."""

from pathlib import Path

import pytest

from chatapp.models.program.folders import config_folder, data_folder, typed_path


@pytest.mark.parametrize(
    ("folder", "variable"),
    [(config_folder, "CHATAPP_CONFIG_DIR"), (data_folder, "CHATAPP_DATA_DIR")],
)
def test_a_folder_can_be_moved(folder, variable):
    assert folder({variable: "/elsewhere"}) == Path("/elsewhere")


@pytest.mark.parametrize("folder", [config_folder, data_folder])
def test_a_folder_has_its_place_by_the_systems_rules(folder):
    assert "chatapp" in folder({}).parts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("~/a", Path.home() / "a"),
        ("a/~", Path("a/~")),
        ("~no/a", Path("~no/a")),
    ],
)
def test_a_path_that_is_typed_begins_in_a_home_folder_that_there_is(typed, meant):
    assert typed_path(typed) == meant

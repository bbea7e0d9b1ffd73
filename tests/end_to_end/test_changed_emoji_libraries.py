"""A window starts and talks whatever has become of the libraries of emoji."""

import os
from pathlib import Path

import pytest

from tests.end_to_end.conftest import OpenWindow


@pytest.fixture
def changed_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of the libraries, others of their names that know nothing."""
    folder = tmp_path / "libraries"
    for name in ("emoji", "emojis"):
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").write_text("raise RuntimeError('another API')")
    path = os.pathsep.join(filter(None, [str(folder), os.environ.get("PYTHONPATH")]))
    monkeypatch.setenv("PYTHONPATH", path)


@pytest.mark.usefixtures("changed_libraries")
def test_a_window_talks_without_names_of_emoji(sign_in: OpenWindow) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")

    ada.write("well done :tada: everybody")
    kofi.wait_for("well done :tada: everybody")
    ada.order("type", text="", key="Control-period")

    ada.wait_for("No emoji goes by that. Try a shorter word.")
    ada.order("type", text="", key="Escape")
    ada.say("and on we go")

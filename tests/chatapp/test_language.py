"""The language that the window speaks."""

import pytest

from chatapp import language


@pytest.fixture(autouse=True)
def in_english():
    yield
    language.choose("en", {})


@pytest.fixture
def german(tmp_path, monkeypatch):
    """A catalog of two messages, as compilers write it."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalog = Catalog(locale="de")
    catalog.add("Room", "Raum")
    catalog.add(
        ("{count} message", "{count} messages"),
        ("{count} Nachricht", "{count} Nachrichten"),
    )
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "chatapp.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(language, "FOLDER", tmp_path)


@pytest.mark.usefixtures("german")
def test_the_language_that_is_wanted_is_spoken():
    assert language.choose("de", {}) == "de"

    assert language.gettext("Room") == "Raum"
    assert language.gettext("Unheard of") == "Unheard of"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("count", "words"), [(0, "Nachrichten"), (1, "Nachricht"), (5, "Nachrichten")]
)
def test_words_fit_the_count(count, words):
    language.choose("de", {})

    told = language.ngettext("{count} message", "{count} messages", count)

    assert told == f"{{count}} {words}"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANGUAGE": "nl:de", "LANG": "en_GB.UTF-8"}, "de"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "../../etc"}, "en"),
    ],
)
def test_without_a_wish_the_systems_language_is_spoken(environment, spoken):
    assert language.choose("", environment) == spoken


@pytest.mark.usefixtures("german")
def test_a_language_that_there_is_none_of_leaves_english():
    assert language.choose("tlh", {"LANG": "de_DE.UTF-8"}) == "en"
    assert language.available() == ["en", "de"]


@pytest.mark.parametrize(
    ("code", "written"),
    [("en", "1,234,567"), ("de", "1.234.567"), ("fr", "1\u202f234\u202f567")],
)
def test_a_number_is_written_as_people_do(code, written):
    language.choose(code, {})

    assert language.number(1_234_567) == written
    assert language.number(999) == "999"
    assert language.current() == code


@pytest.mark.parametrize(
    ("environment", "code", "said"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de", None),
        ({"LANG": "en_GB.UTF-8"}, "de", "de"),
        ({"LANGUAGE": "fr:de"}, "en", "en"),
        ({"LANG": "C.UTF-8"}, "en", None),
        ({}, "de", "de"),
    ],
)
def test_libraries_hear_of_the_language_where_the_system_says_another(
    environment, code, said
):
    before = environment.get("LANGUAGE")

    language.teach_libraries(code, environment)

    assert environment.get("LANGUAGE") == (said or before)

from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tools import translations

CODE = """
from chatapp.language import gettext as _, ngettext
GREETING = _("Hello {nick}")
def count(n): return ngettext("{n} day", "{n} days", n)
"""


@pytest.fixture
def catalog(tmp_path, monkeypatch):
    """A catalog beside code of two messages, in a checkout of its own."""
    monkeypatch.setattr(translations, "_words_of_tables", lambda: iter(()))
    monkeypatch.setattr(translations, "OF_ARGPARSE", ())
    (tmp_path / "chatapp").mkdir()
    (tmp_path / "chatapp" / "words.py").write_text(CODE, encoding="utf-8")
    folder = tmp_path / "chatapp" / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    path = folder / "chatapp.po"
    write_into(path, {})
    translations.write(tmp_path)
    return path


def write_into(path, words):
    catalog = Catalog(locale="de", domain="chatapp")
    for key, told in words.items():
        catalog.add(key, told)
    with path.open("wb") as file:
        write_po(file, catalog)


DONE = {
    "Hello {nick}": "Hallo {nick}",
    ("{n} day", "{n} days"): ("{n} Tag", "{n} Tage"),
}


def test_words_that_are_not_translated_are_named(catalog, tmp_path):
    found = "\n".join(translations.problems(tmp_path))

    assert "not translated: 'Hello {nick}'" in found
    assert "not translated: ('{n} day', '{n} days')" in found


def test_nothing_is_wrong_with_a_complete_catalog(catalog, tmp_path):
    write_into(catalog, DONE)
    translations.write(tmp_path)

    assert translations.problems(tmp_path) == []


def test_a_catalog_has_to_be_compiled(catalog, tmp_path):
    write_into(catalog, DONE)

    assert translations.problems(tmp_path) == [
        f"{catalog}: compile it with make format"
    ]


def test_a_translation_cannot_fill_in_what_the_code_does_not_give(catalog, tmp_path):
    write_into(catalog, {**DONE, "Hello {nick}": "Hallo {name}"})
    translations.write(tmp_path)

    assert translations.problems(tmp_path) == [
        f"{catalog}: 'Hello {{nick}}': it has no {{'name'}}"
    ]


def test_writing_keeps_what_is_translated_and_drops_what_is_needless(catalog, tmp_path):
    write_into(catalog, {"Hello {nick}": "Hallo {nick}", "Farewell": "Leb wohl"})

    translations.write(tmp_path)

    with catalog.open("rb") as file:
        kept = {message.id: message.string for message in read_po(file) if message.id}
    assert kept["Hello {nick}"] == "Hallo {nick}"
    assert "Farewell" not in kept


def test_in_french_no_line_begins_with_a_sign(catalog, tmp_path):
    french = catalog.parents[2] / "fr" / "LC_MESSAGES" / catalog.name
    french.parent.mkdir(parents=True)
    told = {
        "Hello {nick}": "« Salut » : {nick} !",
        ("{n} day", "{n} days"): ("{n} jour ?", "{n} jours ;"),
    }
    write_into(french, told)
    write_into(catalog, {**DONE, "Hello {nick}": "Hallo : {nick}"})

    loose = [it for it in translations.problems(tmp_path) if "may end" in it]
    translations.write(tmp_path)

    words = [it.string for it in read_po(BytesIO(french.read_bytes())) if it.id]
    assert len(loose) == 3
    assert words == [
        "«\u00a0Salut\u00a0»\u00a0: {nick}\u00a0!",
        ("{n} jour\u00a0?", "{n} jours\u00a0;"),
    ]
    assert translations.problems(tmp_path) == []

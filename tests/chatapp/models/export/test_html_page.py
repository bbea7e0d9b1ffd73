"""An export as a web page: one file, whatever hostile people wrote."""

from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser

from chatapp.models.entities import Quote, Reaction
from chatapp.models.export import html_pictures
from tests.chatapp.models.export.written import export, html_page
from tests.chatapp.models.fakes import NOON
from tests.chatapp.models.storage.rooms_on_disk import said

HOSTILE = "<script>alert(1)</script> \x02bold\x02 https://a.example/?a=1&b=2 \u202eoo"


class Tags(HTMLParser):
    """The tags of a page, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def test_a_page_holds_no_tag_that_somebody_wrote():
    page = Tags(export(html_page(), said(1, text=HOSTILE, sender="<b>")))

    names = [name for name, _ in page.tags]
    assert "script" not in names
    assert names.count("b") == 1
    assert "<script>alert(1)</script>" in page.words
    assert "\u202e" not in page.words


def test_a_page_allows_no_script_and_loads_nothing():
    page = Tags(export(html_page(), said(1)))

    (policy,) = (attrs for _, attrs in page.tags if "http-equiv" in attrs)
    assert policy["content"].startswith("default-src 'none'")


def test_links_of_a_page_lead_to_the_web_only():
    text = "https://a.example/?a=1&b=2. javascript:alert(1)"
    page = Tags(export(html_page(), said(1, text=text)))

    links = [attrs["href"] for name, attrs in page.tags if name == "a"]
    assert links == ["https://a.example/?a=1&b=2"]


def test_links_of_a_page_need_no_scheme():
    text = "www.a.example/b, but not x.www.a.example nor mail@www.a.example"
    page = Tags(export(html_page(), said(1, text=text)))

    links = [attrs["href"] for name, attrs in page.tags if name == "a"]
    assert links == ["http://www.a.example/b"]
    assert text in page.words


def test_a_page_says_in_which_language_its_own_words_are():
    page = Tags(export(html_page(), said(1)))

    assert ("html", {"lang": "en"}) in page.tags


def test_a_page_marks_what_was_edited():
    edited = replace(said(1), edited_at=NOON)
    page = Tags(export(html_page(), edited, said(2)))

    marks = [attrs for _, attrs in page.tags if attrs.get("class") == "edited"]
    assert [mark["title"] for mark in marks] == [f"{NOON.astimezone():%Y-%m-%d %H:%M}"]
    assert "(edited)" in page.words


def test_links_of_a_page_keep_the_brackets_that_are_their_own():
    text = "(see https://a.example/Foo_(bar)) and https://a.example/x_(y)"
    page = Tags(export(html_page(), said(1, text=text)))

    links = [attrs["href"] for name, attrs in page.tags if name == "a"]
    assert links == ["https://a.example/Foo_(bar)", "https://a.example/x_(y)"]


def test_code_in_a_page_keeps_its_indentation():
    page = export(html_page(), said(1, text="see:\n```python\nif a < b:\n\tpass\n```"))

    assert "<pre><code>if a &lt; b:\n\tpass</code></pre>" in page


def test_a_page_begins_each_day_once():
    page = export(html_page(), said(1), said(2), said(90_000))

    assert page.count("<h2>") == 2


def pictures(page):
    return [attrs["href"] for name, attrs in Tags(page).tags if name == "image"]


def test_each_face_and_emoji_stands_in_the_page_once_and_is_used_as_often_as_shown():
    lines = [said(number, text="🎉 and 🎉") for number in range(3)]
    page = export(html_page(), *lines)

    assert pictures(page) == [
        f"data:image/png;base64,{b64encode(b'face of Ann').decode()}",
        f"data:image/png;base64,{b64encode(b'popper').decode()}",
    ]
    assert page.count('<use href="#picture-0"') == 3
    assert page.count('<use href="#picture-1"') == 6
    assert Tags(page).words.count("🎉") == 6


def test_an_emoji_without_a_picture_stays_as_it_was_said():
    assert "<p>🦕!</p>" in export(html_page(), said(1, text="🦕!"))


def test_emoji_in_code_and_in_addresses_are_left_alone():
    text = "```\n🎉\n``` https://a.example/🎉x"
    page = export(
        html_page(), said(1, text=text), said(2, text="https://b.example/🎉x")
    )

    assert len(pictures(page)) == 1
    assert "https://b.example/🎉x" in Tags(page).words


def test_a_page_has_no_more_pictures_than_can_be_opened(monkeypatch):
    monkeypatch.setattr(html_pictures, "MOST", 2)
    lines = [said(it, sender=f"p{it}", text="🎉") for it in range(5)]

    page = export(html_page(), *lines)

    assert len(pictures(page)) == 2
    assert Tags(page).words.count("🎉") == 5


def test_answers_and_reactions_are_in_the_page_and_hold_no_tags():
    line = replace(
        said(1, text="so it is"),
        quote=Quote("<i>Zoe", "<u>is it?"),
        reactions=(Reaction("🎉", ("Ann", '"><script>')), Reaction("<b>", ("Zoe",))),
    )
    page = Tags(export(html_page(), line))

    names = [name for name, _ in page.tags]
    assert not {"i", "u", "script"} & set(names)
    assert names.count("b") == 1  # who is quoted
    assert "<i>Zoe <u>is it?" in page.words
    assert "🎉 2<b> 1" in page.words


def test_a_page_is_for_light_for_dark_and_for_paper():
    page = export(html_page())

    assert "color-scheme: light dark" in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page

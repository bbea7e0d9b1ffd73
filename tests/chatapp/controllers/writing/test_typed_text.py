from chatapp.controllers.writing.typed_text import as_sent


def test_markdown_is_sent_as_codes_to_people_and_rooms():
    assert as_sent("**hi**", "#lobby") == "\x02hi\x02"
    assert as_sent("*hi*", "Ada") == "\x1dhi\x1d"


def test_services_get_what_was_typed():
    assert as_sent("IDENTIFY *secret*", "NickServ") == "IDENTIFY *secret*"

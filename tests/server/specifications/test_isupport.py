"""What the server says that it supports.

Specification: https://modern.ircdocs.horse/#rplisupport-005
"""

from tests.server.raw_client import RawClient


def tokens(client: RawClient) -> dict[str, str]:
    told = [word for each in client.ask("ISUPPORT") for word in each.params[1:-1]]
    return {name: value for name, _, value in (each.partition("=") for each in told)}


def test_lines_have_at_most_thirteen_tokens_of_ascii(chat):
    """https://modern.ircdocs.horse/#rplisupport-005"""
    answers = chat.join("anna").ask("ISUPPORT")

    assert max(len(each.params) for each in answers) <= 15
    assert all(word.isascii() for each in answers for word in each.params)


def test_lists_and_extended_bans_are_told(chat):
    """https://modern.ircdocs.horse/#extban-parameter"""
    told = tokens(chat.join("anna"))

    assert told["EXTBAN"] == ",am"
    assert told["ACCOUNTEXTBAN"] == "a"
    assert told["EXCEPTS"] == "e"
    assert told["INVEX"] == "I"
    assert told["MAXLIST"] == "b:100,e:100,I:100"


def test_no_client_tag_is_denied(chat):
    """https://ircv3.net/specs/extensions/message-tags#rpl_isupport-tokens"""
    assert tokens(chat.join("anna"))["CLIENTTAGDENY"] == ""


def test_the_networks_picture_is_told_where_there_is_one(start_server):
    """https://ircv3.net/specs/extensions/network-icon"""
    address = "https://chat.example/icon.png?size={size}"
    chat = start_server(server={"icon": address})

    assert tokens(chat.join("anna"))["draft/ICON"] == address


def test_without_a_picture_none_is_told(chat):
    """https://ircv3.net/specs/extensions/network-icon"""
    assert "draft/ICON" not in tokens(chat.join("anna"))


def test_each_kind_of_channel_has_its_own_limit(start_server):
    """https://modern.ircdocs.horse/#chanlimit-parameter"""
    chat = start_server(limits={"channels_per_user": 2})
    anna = chat.join("anna")

    assert tokens(anna)["CHANLIMIT"] == "#:2,&:2"
    joined = anna.ask("JOIN #one,#two,&one,&two,&three")
    assert [each.command for each in joined if each.command in ("JOIN", "405")] == [
        "JOIN",
        "405",
        "JOIN",
        "JOIN",
        "405",
    ]

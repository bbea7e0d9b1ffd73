"""Tags between clients: reactions and replies are kept, typing is not.

Specifications: https://ircv3.net/specs/extensions/message-tags#client-only-tags,
https://ircv3.net/specs/client-tags/react, https://ircv3.net/specs/client-tags/reply and
https://ircv3.net/specs/client-tags/typing
"""

from tests.server.commands.rooms import garden
from tests.server.raw_client import ALL_CAPABILITIES, commands

WITH_EVENTS = f"{ALL_CAPABILITIES} draft/event-playback"


def history(client, target="#garden"):
    """Read all that came, and then what was said and tagged."""
    client.roundtrip()
    page = client.ask(f"CHATHISTORY LATEST {target} * 50")
    return [each for each in page if each.command in ("PRIVMSG", "TAGMSG")]


def own_tags(message):
    """Give a message's tags between clients."""
    return {name: it for name, it in message.tags.items() if name.startswith("+")}


def test_reactions_stand_behind_their_message_in_the_history(chat):
    """https://ircv3.net/specs/client-tags/react"""
    anna, bert = garden(chat, "anna", "bert", capabilities=WITH_EVENTS)
    (said,) = anna.ask("PRIVMSG #garden :look")
    msgid = said.tags["msgid"]
    bert.ask(f"@+draft/reply={msgid};+draft/react=x TAGMSG #garden")
    bert.ask(f"@+draft/reply={msgid};+draft/unreact=x TAGMSG #garden")

    told = history(anna)

    assert commands(told) == ["PRIVMSG", "TAGMSG", "TAGMSG"]
    assert [own_tags(each) for each in told[1:]] == [
        {"+draft/reply": msgid, "+draft/react": "x"},
        {"+draft/reply": msgid, "+draft/unreact": "x"},
    ]


def test_reactions_outlive_a_restart(start_server):
    """https://ircv3.net/specs/client-tags/react"""
    chat = start_server()
    (anna,) = garden(chat, "anna", capabilities=WITH_EVENTS)
    (reaction,) = anna.ask("@+draft/reply=1;+draft/react=x TAGMSG #garden")
    chat.stop()

    anna = start_server().join("anna", WITH_EVENTS)
    anna.ask("JOIN #garden")

    assert [each.tags["msgid"] for each in history(anna)] == [reaction.tags["msgid"]]


def test_reactions_to_direct_messages_are_kept(chat):
    """https://ircv3.net/specs/client-tags/react"""
    anna, bert = chat.join("anna", WITH_EVENTS), chat.join("bert", WITH_EVENTS)
    anna.ask("@+draft/reply=1;+draft/react=x TAGMSG bert")

    (reaction,) = history(bert, "anna")

    assert reaction.params == ("bert",)
    assert own_tags(reaction)["+draft/react"] == "x"


def test_a_reply_is_kept_with_its_words(chat):
    """https://ircv3.net/specs/client-tags/reply"""
    anna, bert = garden(chat, "anna", "bert", capabilities=ALL_CAPABILITIES)
    anna.ask("@+draft/reply=1 PRIVMSG #garden :yes")

    (reply,) = history(bert)

    assert own_tags(reply) == {"+draft/reply": "1"}


def test_who_types_is_heard_and_not_kept(chat):
    """https://ircv3.net/specs/client-tags/typing"""
    anna, bert = garden(chat, "anna", "bert", capabilities=WITH_EVENTS)

    anna.ask("@+typing=active TAGMSG #garden")
    anna.ask("@+typing=done;+draft/reply=1 PRIVMSG #garden :yes")

    heard = bert.roundtrip()
    assert [own_tags(each)["+typing"] for each in heard] == ["active", "done"]
    (kept,) = history(bert)
    assert own_tags(kept) == {"+draft/reply": "1"}


def test_who_does_not_ask_for_events_reads_words_only(chat):
    """https://ircv3.net/specs/extensions/chathistory"""
    anna, bert = garden(chat, "anna", "bert", capabilities=ALL_CAPABILITIES)
    anna.ask("@+draft/reply=1;+draft/react=x TAGMSG #garden", "PRIVMSG #garden :yes")

    assert commands(history(bert)) == ["PRIVMSG"]

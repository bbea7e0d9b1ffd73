"""CAP NEW and CAP DEL.

Specification: https://ircv3.net/specs/extensions/capability-negotiation#cap-notify
"""

from server.commands.capability_changes import tell_gone, tell_new
from tests.server.raw_client import lines
from tests.server.specifications.happenings import let_do


def test_who_asked_for_it_hears_what_is_new(chat):
    """https://ircv3.net/specs/extensions/capability-negotiation#the-cap-new-subcommand"""
    modern = chat.join("anna", "batch")
    old = chat.connect()
    old.send("CAP LS", "CAP REQ cap-notify", "CAP END")
    old.register("bert")
    stranger = chat.join("carl")
    for client in (modern, old, stranger):
        client.roundtrip()

    let_do(chat, "anna", lambda context: tell_new(context, {"sasl": "PLAIN"}))

    assert lines(modern.roundtrip()) == [":chatapp.local CAP anna NEW sasl=PLAIN"]
    assert lines(old.roundtrip()) == [":chatapp.local CAP bert NEW sasl"]
    assert stranger.roundtrip() == []


def test_what_is_gone_is_used_no_more(chat):
    """https://ircv3.net/specs/extensions/capability-negotiation#the-cap-del-subcommand"""
    anna = chat.join("anna", "setname batch")
    bert = chat.join("bert")
    anna.roundtrip()

    let_do(chat, "bert", lambda context: tell_gone(context, ["setname"]))

    assert lines(anna.roundtrip()) == [":chatapp.local CAP anna DEL setname"]
    assert anna.ask("CAP LIST")[0].trailing == "batch cap-notify"
    assert bert.roundtrip() == []

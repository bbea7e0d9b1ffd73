"""Editing and deleting, over real sockets, with the real server."""

from chatapp.models.entities import MessageKind


def own(client, text):
    """Find a message of one's own once the server has it."""

    def found():
        lines = client.network.history("#lobby")
        return [it for it in lines if it.text == text and it.msgid]

    client.loop.run_until(lambda: bool(found()))
    return found()[0]


def enter(make_client, server, *nicks):
    clients = [make_client() for _ in nicks]
    for client, nick in zip(clients, nicks, strict=True):
        client.enter_lobby(server.server.port, nick)
    return clients


def shown(client):
    lines = client.network.history("#lobby")
    return [
        (line.kind, line.text)
        for line in lines
        if line.change is None and not line.kind.is_amendment
    ]


def test_an_edit_reaches_everybody_and_who_comes_later(server, make_client):
    noor, ann = enter(make_client, server, "noor", "anna")
    plain = server.join("plain")
    noor.network.say("#lobby", "helo\nworld")

    noor.network.correcting.edit(own(noor, "helo\nworld"), "hello\nworld")
    edited = [(MessageKind.TEXT, "hello\nworld")]
    noor.loop.run_until(lambda: shown(noor) == shown(ann) == edited)
    (later,) = enter(make_client, server, "bert")
    later.loop.run_until(lambda: shown(later) == edited)

    heard = [line for line in plain.roundtrip() if line.command == "PRIVMSG"]
    assert [line.trailing for line in heard] == ["helo", "world", "* hello", "world"]


def test_a_message_may_be_edited_again(server, make_client):
    noor, ann = enter(make_client, server, "noor", "anna")
    noor.network.say("#lobby", "one")
    noor.network.correcting.edit(own(noor, "one"), "two")

    noor.network.correcting.edit(own(noor, "two"), "three")

    ann.loop.run_until(lambda: shown(ann) == [(MessageKind.TEXT, "three")])


def test_what_is_deleted_is_gone_for_everybody_and_at_the_server(server, make_client):
    noor, ann = enter(make_client, server, "noor", "anna")
    noor.network.say("#lobby", "secret")
    noor.network.correcting.edit(own(noor, "secret"), "secrets")

    noor.network.correcting.delete(own(noor, "secrets"), "never mind")
    deleted = [(MessageKind.DELETED, "never mind")]
    noor.loop.run_until(lambda: shown(noor) == shown(ann) == deleted)
    (later,) = enter(make_client, server, "bert")
    later.loop.run_until(lambda: not later.network.history("#lobby").filling)

    assert shown(later) == []
    assert not [line for line in ann.network.history("#lobby") if "sec" in line.text]


def test_operators_delete_what_others_said(server, make_client):
    noor, ann = enter(make_client, server, "noor", "anna")
    for client in (ann, noor):
        client.network.join("#tea")
        client.loop.run_until(lambda client=client: client.is_in("#tea"))
    noor.network.say("#tea", "rude")
    history = ann.network.history("#tea")
    ann.loop.run_until(lambda: history[-1].text == "rude")
    rude = history[-1]

    assert ann.network.correcting.can_delete(rude)
    ann.network.correcting.delete(rude, "Be kind")

    theirs = noor.network.history("#tea")
    noor.loop.run_until(lambda: theirs.with_msgid(rude.msgid) is not None)
    noor.loop.run_until(
        lambda: theirs.with_msgid(rude.msgid).kind is MessageKind.DELETED
    )
    assert theirs.with_msgid(rude.msgid).target == "anna"


def test_private_messages_are_edited_and_deleted_too(server, make_client):
    noor, ann = enter(make_client, server, "noor", "anna")
    noor.network.open_direct("anna")
    noor.network.say("anna", "psst")
    mine = noor.network.history("anna")
    noor.loop.run_until(lambda: bool(mine) and bool(mine[-1].msgid))
    ann.loop.run_until(lambda: bool(ann.texts("noor")))
    theirs = ann.network.history("noor")

    noor.network.correcting.edit(mine[0], "pssst")
    ann.loop.run_until(lambda: theirs[0].text == mine[0].text == "pssst")
    noor.network.correcting.delete(mine[0])

    ann.loop.run_until(lambda: {theirs[0].kind, mine[0].kind} == {MessageKind.DELETED})
    assert theirs[0].target == "noor"

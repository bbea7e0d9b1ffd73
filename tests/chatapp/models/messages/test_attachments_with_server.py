"""Answers and reactions over real sockets, with the real server and its history."""

from chatapp.models.entities import ChatMessage, Quote, Reaction
from tests.chatapp.models.real_client import RealClient


def line(client: RealClient, text: str) -> ChatMessage | None:
    history = client.network.history("#lobby")
    return next((it for it in history if it.text == text and it.msgid), None)


def test_who_comes_later_sees_answers_and_reactions(server, make_client):
    noor, ann, late = make_client(), make_client(), make_client()
    noor.enter_lobby(server.server.port, "noor")
    ann.enter_lobby(server.server.port, "anna")
    noor.network.say("#lobby", "tea?")
    noor.loop.run_until(lambda: line(noor, "tea?") and line(ann, "tea?"))

    ann.network.answering.begin(line(ann, "tea?"))
    ann.network.say("#lobby", "yes")
    ann.network.emoji_reactions.toggle(line(ann, "tea?"), "👍")
    noor.loop.run_until(lambda: line(noor, "tea?").reactions)
    late.enter_lobby(server.server.port, "late")
    late.loop.run_until(lambda: line(late, "tea?") and line(late, "yes"))

    assert line(noor, "yes").mentions_me
    assert line(late, "yes").quote == Quote("noor", "tea?")
    assert line(late, "tea?").reactions == (Reaction("👍", ("anna",)),)

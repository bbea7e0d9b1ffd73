import pytest

from chatapp.controllers.messages.message_actions import (
    MessageActions,
    MessageActionsView,
    correcting_actions,
    message_actions,
)
from chatapp.controllers.messages.message_reactions import MessageReactions
from chatapp.controllers.shortcuts import TABLE
from chatapp.models.entities import Delivery, MessageKind
from tests.chatapp.controllers.fakes import message


@pytest.fixture
def view(mocker):
    return mocker.create_autospec(MessageActionsView, instance=True)


@pytest.fixture
def done() -> list[tuple[str, ...]]:
    return []


@pytest.fixture
def actions(view, network, done) -> MessageActions:
    reactions = MessageReactions(network.emoji_reactions, list, done.append)
    table = message_actions(
        network,
        reactions,
        lambda msgid: done.append(("go", msgid)),
        lambda: done.append(("fill",)),
        lambda key: done.append(("unfold", key)),
        lambda key: done.append(("edit", key)),
        lambda text: done.append(("copy", text)),
    )
    return MessageActions(view, table, reactions)


def words(actions: MessageActions, said) -> list[str]:
    return [offer.words for offer in actions.offers(said)]


def test_what_others_say_can_be_copied_and_answered_in_private(actions):
    assert words(actions, message("k1")) == ["Copy the message", "Message Ada"]


def test_a_line_that_stands_for_several_can_be_unfolded(view, actions, done):
    folded = message("fold-k1", kind=MessageKind.FOLD, sender="")

    assert words(actions, folded)[0] == "Show each of them"
    view.on_action("unfold", folded)
    assert done == [("unfold", "fold-k1")]


def test_one_does_not_write_to_oneself(actions):
    assert words(actions, message("k1", mine=True)) == ["Copy the message"]


def test_what_failed_can_be_tried_again_edited_or_discarded(
    view, actions, network, done
):
    failed = message("k1", mine=True, delivery=Delivery.FAILED)
    in_row = [offer.words for offer in actions.offers(failed) if offer.in_row]

    for name in ("retry", "edit-failed", "discard"):
        view.on_action(name, failed)

    assert in_row == ["Try again", "Edit", "Discard"]
    network.unsent.retry.assert_called_once_with("k1")
    network.unsent.drop.assert_called_once_with("k1")
    assert done == [("edit", "k1")]


def test_of_a_gap_one_can_only_load_what_is_missing(view, actions, done):
    gap = message("k1", sender="", text="", kind=MessageKind.GAP)

    view.on_action("load", gap)

    assert words(actions, gap) == ["Load what is missing"]
    assert done == [("fill",)]


def test_what_is_copied_are_the_words_and_no_names(view, actions, done):
    view.on_action("copy", message("k1", text="see \x02you\x02"))

    assert done == [("copy", "see **you**")]


def test_who_said_it_can_be_written_to(view, actions, network):
    view.on_action("write-to", message("k1", sender="Kofi {x}"))

    network.open_direct.assert_called_once_with("Kofi {x}")


def test_what_others_can_see_answered_can_be_answered(view, actions, network):
    network.answering.is_possible.return_value = True
    said = message("k1", msgid="m1")

    view.on_action("answer", said)

    assert words(actions, said)[0] == "Reply"
    network.answering.begin.assert_called_once_with(said)


def test_an_answer_leads_to_what_it_answers(view, actions, done):
    answer = message("k2", reply_to="m1")

    view.on_action("answered", answer)

    assert "Show what it replies to" in words(actions, answer)
    assert done == [("go", "m1")]


def test_one_can_react_at_once_or_pick_an_emoji(view, actions, network, done):
    network.emoji_reactions.is_possible.return_value = True
    said = message("k1", msgid="m1")
    first = actions.offers(said)[0]

    view.on_action(first.name, said)
    view.on_reaction(said, "🎉")
    view.on_action("react", said)

    toggled = [call.args for call in network.emoji_reactions.toggle.call_args_list]
    assert toggled == [(said, first.emoji), (said, "🎉")]
    assert "React with…" in words(actions, said)
    assert len(done) == 1


def test_what_cannot_be_done_any_more_is_not_done(view, actions, network):
    view.on_action("retry", message("k1", mine=True))

    network.unsent.retry.assert_not_called()


def test_every_letter_is_among_the_keys_that_are_listed(network):
    listed = {key for shortcut in TABLE for key in shortcut.keys}
    reactions = MessageReactions(network.emoji_reactions, list, print)
    table = message_actions(network, reactions, print, print, print, print, print)

    assert {action.key for action in table if action.key} <= listed


def test_what_waits_can_be_discarded_alone_or_with_all_that_wait(
    view, actions, network, done
):
    waiting = message("k1", mine=True, delivery=Delivery.WAITING)

    for name in ("edit-failed", "discard", "discard-waiting"):
        view.on_action(name, waiting)

    assert "Try again" not in words(actions, waiting)
    network.unsent.drop.assert_called_once_with("k1")
    network.unsent.drop_waiting.assert_called_once_with("k1")
    assert done == [("edit", "k1")]


@pytest.fixture
def offline(view, network) -> list[str]:
    told: list[str] = []
    reactions = MessageReactions(network.emoji_reactions, list, print)
    table = [
        *message_actions(network, reactions, print, print, print, print, print),
        *correcting_actions(network.correcting, print, print),
    ]
    MessageActions(view, table, reactions, lambda: told.append("offline") is None)
    network.correcting.can_delete.return_value = False
    return told


@pytest.mark.parametrize("key", ["Delete", "e", "r"])
def test_what_only_a_connection_is_missing_for_is_told_so(view, offline, key):
    assert view.on_other_key(["", key], message("k1", mine=True))

    assert offline == ["offline"]


def test_what_could_not_be_done_with_one_either_is_not(view, offline):
    assert not view.on_other_key(["", "Delete"], message("k1"))
    assert not view.on_other_key(["x", "x"], message("k1", mine=True))

    assert offline == []

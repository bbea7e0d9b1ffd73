"""Edits and deletions change what was said, in whichever order one hears of them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chatapp.models.entities import ChatMessage, MessageKind
from chatapp.models.history.history import History
from chatapp.models.messages.amending import (
    MOST_OF_A_LINE,
    Amendments,
    as_original,
    is_by_same,
)
from tests.chatapp.models.fakes import NOON

ANN, BOB = "Ann!a@h ", "bob!b@h "


def said(msgid="m1", text="helo", author=ANN, **others):
    sender = author.partition("!")[0]
    return ChatMessage(
        f"key-{msgid}",
        "#lobby",
        sender,
        text,
        NOON,
        msgid=msgid,
        author=author,
        **others,
    )


def edit(msgid="m5", text="hello", author=ANN, second=5, of="m1", **others):
    return replace(
        said(msgid, text, author),
        kind=MessageKind.EDIT,
        target=of,
        time=NOON + timedelta(seconds=second),
        **others,
    )


def deletion(msgid="m8", of="m1", author=ANN, reason=""):
    line = said(msgid, reason, author)
    return replace(line, kind=MessageKind.DELETION, target=of)


def history_of(*lines):
    history = History()
    for line in lines:
        history.append(line)
    return history


def test_an_edit_gives_a_message_other_words_and_says_when():
    history = history_of(said(), edit())

    line = history[0]
    assert (line.text, line.edits) == ("hello", ("m5",))
    assert line.edited_at == NOON + timedelta(seconds=5)


def test_whoever_shows_the_history_is_told_what_changed():
    history = history_of(said())
    told = []
    history.amendments.on_change = lambda old, new: told.append((old.text, new.text))

    history.append(edit())

    assert told == [("helo", "hello")]


@pytest.mark.parametrize(
    ("author", "words"),
    [
        (ANN, "hello"),
        (BOB, "helo"),
        ("Ann!other@h ", "helo"),
        ("", "helo"),
        ("Ann!a@h ann", "helo"),
    ],
)
def test_only_who_said_it_may_edit_it(author, words):
    assert history_of(said(), edit(author=author))[0].text == words


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("a!b@c x", "d!e@f x", True),
        ("a!b@c x", "a!b@c ", False),
        ("a!b@c x", "a!b@c y", False),
        ("a!b@c ", "a!b@c x", False),
        ("a!b@c ", "a!b@c ", True),
        (" ", " ", False),
        ("", "", False),
    ],
)
def test_an_account_names_a_person_and_without_one_the_whole_address(
    first, second, same
):
    assert is_by_same(first, second) is same


def test_a_deleted_message_leaves_a_trace_without_its_words():
    history = history_of(said(), edit(), deletion(author="eve!e@h ", reason="language"))

    line = history[0]
    assert (line.kind, line.sender) == (MessageKind.DELETED, "Ann")
    assert (line.target, line.text) == ("eve", "language")
    assert not [each for each in history if each.text in ("helo", "hello")]


def test_the_words_of_an_edit_go_with_what_is_deleted_whenever_it_comes():
    history = history_of(said(), deletion(), edit())

    assert [line.text for line in history] == ["", "", ""]


def test_whoever_deletes_the_words_that_are_shown_deletes_the_message():
    history = history_of(said(), edit(), deletion(of="m5"))

    assert history[0].kind is MessageKind.DELETED


def test_what_is_deleted_cannot_be_edited():
    history = history_of(said(), deletion(), edit(second=9))

    assert history[0].kind is MessageKind.DELETED


def test_an_edit_without_words_changes_none():
    assert history_of(said(), edit(text=""))[0].text == "helo"


def test_what_is_about_unknown_lines_or_about_no_words_changes_nothing():
    topic = said("m2", "tea", kind=MessageKind.CHANGE)
    history = history_of(topic, edit(of="m2"), deletion(of="m2"), deletion(of="?"))

    assert history[0] == topic


def test_an_edit_far_back_is_known_to_a_page_that_brings_what_it_edits():
    history = history_of(edit())

    merged = history.merge_front([said()])

    assert [line.text for line in merged.added] == ["hello"]
    assert history[0].text == "hello"


def test_an_edit_alone_tells_of_the_message_that_it_changes():
    found = as_original(edit())

    assert (found.kind, found.msgid, found.text) == (MessageKind.TEXT, "m1", "hello")
    assert as_original(said()) == said()


def test_what_says_that_it_edits_itself_changes_nothing_and_does_no_harm():
    history = history_of(said(), edit("m5", of="m5"), deletion(of="m5"))

    assert history[0].text == "helo"
    assert len(history) == 3


def test_a_deletion_that_is_called_as_an_edit_is_does_no_harm():
    history = History()

    merged = history.merge_front([said(), edit("m5"), deletion("m5", of="m3")])

    assert merged.added[0].text == "hello"


MSGIDS = st.sampled_from(["", "m1", "m2", "m3"])
AMENDMENTS = st.one_of(
    st.builds(edit, MSGIDS, of=MSGIDS), st.builds(deletion, MSGIDS, of=MSGIDS)
)


@given(st.lists(AMENDMENTS, max_size=8))
def test_no_edits_and_deletions_whatsoever_make_a_history_fail(amendments):
    known = Amendments()

    found = known.note(amendments)

    told_of_others = {it.target for it in amendments if it.target != it.msgid}
    assert {"", *found} >= told_of_others
    assert known.applied(said("m9")) == said("m9")


def test_only_so_many_edits_are_known(monkeypatch):
    monkeypatch.setattr("chatapp.models.messages.amending.MOST_KNOWN", 2)
    amendments = Amendments()

    amendments.note([edit("m5"), edit("m6", of="m2"), edit("m7", of="m2")])

    assert amendments.applied(said()).text == "helo"
    assert amendments.applied(said("m2")).text == "hello"


def test_of_very_many_edits_only_some_are_told_apart():
    edits = [edit(f"e{number}", f"{number}", second=number) for number in range(500)]

    history = history_of(said(), *edits)

    assert history[0].text == "499"
    assert len(history[0].edits) == MOST_OF_A_LINE


LINES = (
    said(),
    edit("m5", "first", second=5),
    edit("m6", "second", second=6),
    edit("m7", "third", second=6),
    edit("m9", "not mine", author=BOB, second=9),
)


@given(st.permutations(LINES))
def test_the_last_edit_counts_in_whichever_order_they_come(lines):
    line = history_of(*lines).with_msgid("m1")

    assert (line.text, set(line.edits)) == ("third", {"m5", "m6", "m7"})


@given(st.permutations((*LINES, deletion())))
def test_a_deletion_counts_whenever_it_comes(lines):
    history = history_of(*lines)

    assert history.with_msgid("m1").kind is MessageKind.DELETED
    assert {line.text for line in history} == {""}

"""The card that asks a question before something is ended for others."""

import pytest


@pytest.fixture
def answers():
    return []


@pytest.fixture
def dialog(main_window, settle, answers):
    view = main_window.open_chat()
    settle()
    main_window.chat.focus_force()
    view.composer.take_focus()
    settle()
    main_window.ask(
        title="Stop this chat?",
        text="2 other people are in this chat.",
        yes="Stop the chat",
        no="Keep it open",
        on_yes=lambda: answers.append("yes"),
    )
    settle()
    yield main_window.dialog
    main_window.close_chat()


def test_the_careful_answer_has_the_focus_and_enter_gives_it(dialog, answers, settle):
    button = dialog.focus_get()

    button.event_generate("<Return>")
    settle()

    assert button is dialog.cancel
    assert answers == []
    assert not dialog.winfo_exists()


def test_yes_is_done_once_the_card_is_gone(dialog, answers):
    dialog.action.invoke()

    assert answers == ["yes"]
    assert not dialog.winfo_exists()


def test_escape_changes_nothing(dialog, answers, settle):
    dialog.focus_get().event_generate("<Escape>")
    settle()

    assert answers == []
    assert not dialog.winfo_exists()


def test_tab_goes_from_answer_to_answer_and_stays(dialog, settle):
    seen = []
    for _ in range(2):
        dialog.focus_get().event_generate("<Tab>")
        settle()
        seen.append(dialog.focus_get())

    assert seen == [dialog.action, dialog.cancel]


def test_asking_twice_leaves_one_question(main_window, dialog, answers, settle):
    main_window.ask(
        title="Stop?", text="", yes="Yes", no="No", on_yes=lambda: answers.append("2")
    )
    settle()

    assert not dialog.winfo_exists()
    main_window.dialog.action.invoke()
    assert answers == ["2"]


@pytest.mark.usefixtures("dialog")
def test_a_third_answer_closes_the_card_too(main_window, answers, settle):
    main_window.ask(
        title="Stop?",
        text="",
        yes="Yes",
        no="No",
        on_yes=lambda: answers.append("yes"),
        other="Go on",
        on_other=lambda: answers.append("other"),
    )
    settle()
    dialog = main_window.dialog

    dialog.other.invoke()

    assert answers == ["other"]
    assert not dialog.winfo_exists()

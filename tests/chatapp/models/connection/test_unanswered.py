from chatapp.models.connection.unanswered import Unanswered
from chatapp.wire.message import Message


def say(unanswered: Unanswered, count: int) -> None:
    for _line in range(count):
        unanswered.sent(Message("PRIVMSG", ("#lobby", "hello")))


def ask(unanswered: Unanswered, token: str) -> None:
    unanswered.sent(Message("PING", (token,)))


def test_a_question_tells_how_many_lines_stood_before_it() -> None:
    unanswered = Unanswered()
    say(unanswered, 3)
    ask(unanswered, "one")
    say(unanswered, 2)

    assert unanswered.count == 5
    assert unanswered.answered("one") == 3
    assert unanswered.count == 2


def test_who_answers_a_later_question_has_done_what_an_earlier_one_was_about() -> None:
    unanswered = Unanswered()
    say(unanswered, 1)
    ask(unanswered, "one")
    say(unanswered, 1)
    ask(unanswered, "two")

    assert unanswered.answered("two") == 2
    assert unanswered.answered("one") == 0
    assert unanswered.count == 0


def test_what_stood_before_the_welcome_is_done() -> None:
    unanswered = Unanswered()
    say(unanswered, 4)

    unanswered.welcomed()

    assert unanswered.count == 0


def test_what_was_never_asked_tells_nothing() -> None:
    unanswered = Unanswered()
    say(unanswered, 4)

    assert unanswered.answered("one") == 0
    assert unanswered.count == 4


def test_what_a_question_has_overtaken_is_not_done_with_it() -> None:
    unanswered = Unanswered()
    say(unanswered, 5)
    unanswered.sent(Message("PING", ("one",)), overtaken=3)

    assert unanswered.answered("one") == 2
    assert unanswered.count == 3


def test_a_question_that_waits_is_not_answered_with_one_that_overtook_it() -> None:
    unanswered = Unanswered()
    say(unanswered, 5)
    ask(unanswered, "aside")
    unanswered.sent(Message("PING", ("at once",)), overtaken=3)

    assert unanswered.answered("at once") == 2
    assert unanswered.answered("aside") == 3
    assert unanswered.count == 0

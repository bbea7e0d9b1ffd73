"""The keys of channels (+k), and guesses at them."""

from tests.server.raw_client import commands


def locked(chat):
    anna = chat.join("anna")
    anna.ask("JOIN #a", "MODE #a +k sesame")
    return anna


def test_who_knows_the_key_comes_in(chat):
    locked(chat)

    assert "JOIN" in commands(chat.join("bert").ask("JOIN #a sesame"))


def test_keys_cannot_be_guessed_one_after_the_other(chat):
    locked(chat)
    guesses = [f"JOIN #a guess-{number}" for number in range(8)]

    told = [each.trailing for each in chat.join("eve").ask(*guesses)]

    assert not any("wait" in each for each in told[:5])
    assert all("Too many wrong keys were tried. Please wait" in it for it in told[5:])


def test_guesses_are_counted_over_all_connections_from_an_address(chat):
    locked(chat)
    for number in range(5):
        chat.join(f"eve{number}").ask("JOIN #a wrong")

    (refusal,) = chat.join("mallory").ask("JOIN #a sesame")

    assert (refusal.command, "wait" in refusal.trailing) == ("475", True)


def test_to_come_without_a_key_is_no_guess(chat):
    locked(chat)
    bert = chat.join("bert")
    bert.ask(*["JOIN #a"] * 9)

    assert "JOIN" in commands(bert.ask("JOIN #a sesame"))


def test_guesses_at_one_key_close_no_other_channel(chat):
    locked(chat).ask("JOIN #b", "MODE #b +k other")
    eve = chat.join("eve")
    eve.ask(*["JOIN #a wrong"] * 9)

    assert "JOIN" in commands(eve.ask("JOIN #b other"))

from server.world.session import Session
from server.world.shared import shared
from server.world.user import User


def test_equal_sets_are_one():
    assert shared(frozenset(("a", "b"))) is shared(frozenset(("b", "a")))
    assert shared(frozenset("a")) == {"a"}


def test_clients_that_ask_for_the_same_have_one_set_of_capabilities():
    first, second = (Session(User("1", "host", 0), None, "host", 0) for _ in range(2))

    first.take_capabilities(frozenset(("batch", "server-time")))
    second.take_capabilities(frozenset(("server-time", "batch")))

    assert first.capabilities is second.capabilities
    assert first.has("batch")

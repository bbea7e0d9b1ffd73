import pytest

from chatapp.wire.handler_table import HandlerTable
from chatapp.wire.message import Message


@pytest.fixture
def table():
    return HandlerTable[list[str]]("operator", "before_registration")


def topic(context, message):
    """Read or change a channel's topic.

    More that is not for the list of commands.
    """
    context.append(message.trailing)


def test_a_command_finds_its_function(table):
    heard = []
    table.handles("TOPIC")(topic)

    table.find("TOPIC").function(heard, Message("TOPIC", ("#lobby", "tea")))

    assert heard == ["tea"]


def test_the_decorator_leaves_the_function_as_it_is(table):
    assert table.handles("TOPIC")(topic) is topic


def test_an_unknown_command_finds_nothing(table):
    assert table.find("TOPIC") is None


def test_a_handler_carries_its_guards(table):
    table.handles("TOPIC", min_params=1, operator=True)(topic)

    handler = table.find("TOPIC")

    assert handler.min_params == 1
    assert handler.has_guard("operator")
    assert not handler.has_guard("before_registration")


def test_the_first_line_of_the_docstring_is_the_help(table):
    table.handles("TOPIC")(topic)

    assert table.find("TOPIC").summary == "Read or change a channel's topic."


def test_one_function_can_serve_several_commands(table):
    table.handles("376", "422")(topic)

    assert [handler.command for handler in table] == ["376", "422"]
    assert table.find("376").function is table.find("422").function


def test_the_table_tells_what_is_in_it(table):
    table.handles("TOPIC")(topic)

    assert "TOPIC" in table
    assert "JOIN" not in table
    assert len(table) == 1


def test_a_second_handler_for_a_command_is_an_error(table):
    table.handles("TOPIC")(topic)

    with pytest.raises(ValueError, match="TOPIC has a handler already"):
        table.handles("TOPIC")(topic)


def test_a_guard_that_the_table_does_not_know_is_an_error(table):
    with pytest.raises(ValueError, match="operater"):
        table.handles("KILL", operater=True)


def test_a_handler_without_help_is_an_error(table):
    with pytest.raises(ValueError, match="docstring"):
        table.handles("TOPIC")(lambda context, message: None)

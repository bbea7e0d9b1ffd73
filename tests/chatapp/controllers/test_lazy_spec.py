"""A lazy stand-in refuses what its class has not, as an eager one does."""

import pytest

from chatapp.models.rooms.arranging import Arranging
from tests.chatapp.controllers.lazy_spec import LazySpec


@pytest.fixture
def arranging() -> Arranging:
    return LazySpec(Arranging)


def test_it_passes_for_an_object_of_its_class(arranging) -> None:
    assert isinstance(arranging, Arranging)


def test_a_method_that_there_is_not_is_refused(arranging) -> None:
    with pytest.raises(AttributeError):
        arranging.disarrange()


def test_arguments_that_do_not_fit_are_refused(arranging) -> None:
    with pytest.raises(TypeError):
        arranging.move()


def test_what_was_called_is_known_of_all_methods_in_order(arranging) -> None:
    arranging.favour("#b", True)
    arranging.move("#a", "#b")

    assert [name for name, _, _ in arranging.mock_calls] == ["favour", "move"]


def test_what_was_prepared_is_there_at_its_first_use_and_can_be_changed(
    arranging,
) -> None:
    arranging.returns(move=7)
    arranging.does(favour=lambda room, _is_favoured: room)
    arranging.has(part=lambda: LazySpec(Arranging))
    part = arranging.part
    part.move("#a", "#b")

    assert arranging.move("#a", "#b") == 7
    assert arranging.favour("#b", True) == "#b"
    assert arranging.part is part
    arranging.move.return_value = 8
    assert arranging.move("#a", "#b") == 8
    with pytest.raises(TypeError):
        arranging.favour()

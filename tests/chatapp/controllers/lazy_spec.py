"""A mock of an object, each of whose methods and parts is made at its first use."""

from collections.abc import Callable
from types import FunctionType, MethodType
from typing import Any
from unittest.mock import NonCallableMagicMock, create_autospec


class LazySpec(NonCallableMagicMock):
    """Knows the methods of a class and their parameters, as `create_autospec` does.

    That makes all of a class's methods at once, which takes as long as a whole test.
    """

    def returns(self, **values: Any) -> None:
        """Let methods give these values."""
        self._prepare({name: {"return_value": it} for name, it in values.items()})

    def does(self, **functions: Callable[..., Any]) -> None:
        """Let methods do what these functions do."""
        self._prepare({name: {"side_effect": it} for name, it in functions.items()})

    def has(self, **makers: Callable[[], Any]) -> None:
        """Let these parts be made when they are first used."""
        self._prepare(makers)

    def __getattr__(self, name: str) -> Any:
        """Give a method or part, made now if need be, or what any mock has."""
        if not name.startswith("_") and name not in self._mock_children:
            self._make(name)
        if name in self.__dict__:  # what has been made
            return self.__dict__[name]
        return super().__getattr__(name)

    def _prepare(self, prepared: dict[str, Any]) -> None:
        self.__dict__.setdefault("prepared", {}).update(prepared)

    def _make(self, name: str) -> None:
        method = getattr(self.__class__, name, None)
        prepared = self.__dict__.get("prepared", {}).get(name)
        if isinstance(method, FunctionType):
            made = create_autospec(MethodType(method, self), **(prepared or {}))
            self.attach_mock(made, name)
        elif prepared:
            setattr(self, name, prepared())

"""A mock of an object, each of whose methods is made when it is first used."""

from types import FunctionType, MethodType
from typing import Any
from unittest.mock import NonCallableMagicMock, create_autospec


class LazySpec(NonCallableMagicMock):
    """Knows the methods of a class and their parameters, as `create_autospec` does.

    That makes all of a class's methods at once, which takes as long as a whole test.
    """

    def __getattr__(self, name: str) -> Any:
        """Give a method, made now if need be, or what any mock has by that name."""
        if not name.startswith("_") and name not in self._mock_children:
            method = getattr(self.__class__, name, None)
            if isinstance(method, FunctionType):
                self.attach_mock(create_autospec(MethodType(method, self)), name)
        return super().__getattr__(name)

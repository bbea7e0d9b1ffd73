"""Colours the code in messages: at first it is plain, and coloured once it was read."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from chatapp.wire.markdown_blocks import CodeBlock

MOST_KEPT = 300

Parts = Sequence[tuple[str, str]]


class CodeView(Protocol):
    """Shows messages with code; what kinds of parts there are, it knows itself."""

    on_code: Callable[[CodeBlock], Parts]

    def show_code_anew(self, block: CodeBlock) -> None:
        """Show a block as `on_code` gives it now."""


class CodeColors:
    """Knows the parts of the code that was shown lately."""

    def __init__(
        self,
        view: CodeView,
        read: Callable[[str, str, Callable[[Parts], None]], None],
    ) -> None:
        """Join it with its view; `read` tells then the parts of a language's code."""
        self._view = view
        self._read = read
        self._known: OrderedDict[CodeBlock, Parts] = OrderedDict()
        self._asked: set[CodeBlock] = set()
        view.on_code = self.parts

    def parts(self, block: CodeBlock) -> Parts:
        """Give the parts of a block, as far as they are known."""
        known = self._known.get(block)
        if known is not None:
            self._known.move_to_end(block)
            return known
        if block.language and block not in self._asked:
            self._asked.add(block)
            self._read(block.language, block.source, partial(self._take, block))
        return self._known.get(block, [("", block.source)])

    def _take(self, block: CodeBlock, parts: Parts) -> None:
        self._asked.discard(block)
        self._known[block] = parts
        if len(self._known) > MOST_KEPT:
            self._known.popitem(last=False)
        if len(parts) > 1:
            self._view.show_code_anew(block)

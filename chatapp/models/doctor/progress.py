"""How far an examination is."""

from dataclasses import dataclass

from chatapp.wire.findings import Finding


@dataclass(frozen=True, slots=True)
class Progress:
    """So many checks of all are done; in their order, all that was found.

    Nothing will come between or before the first `settled` of the findings.
    """

    done: int
    all: int
    findings: tuple[Finding, ...]
    settled: int = 0

    @property
    def is_over(self) -> bool:
        """Whether no check is under way any more."""
        return self.done == self.all

"""How far an examination is."""

from dataclasses import dataclass

from chatapp.wire.findings import Finding


@dataclass(frozen=True, slots=True)
class Progress:
    """So many checks of all are done; in their order, all that was found."""

    done: int
    all: int
    findings: tuple[Finding, ...]

    @property
    def is_over(self) -> bool:
        """Whether no check is under way any more."""
        return self.done == self.all

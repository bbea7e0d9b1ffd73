"""What a check has found, and the report that people read and copy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """How it stands with what was checked."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check.

    Args:
        name: what was checked, in a few words.
        verdict: how it stands.
        sentence: what was found, for people.
        advice: one thing to do; "" where there is nothing to do.
    """

    name: str
    verdict: Verdict
    sentence: str
    advice: str = ""


def is_well(findings: Iterable[Finding]) -> bool:
    """Tell whether nothing failed."""
    return all(finding.verdict is not Verdict.FAIL for finding in findings)


def render_report(findings: Sequence[Finding]) -> str:
    """Write findings one below the other, and what they come to."""
    lines = []
    for each in findings:
        lines.append(f"[{each.verdict.value:>4}] {each.name}: {each.sentence}")
        if each.advice:
            lines.append(f"       What to do: {each.advice}")
    failed = sum(1 for each in findings if each.verdict is Verdict.FAIL)
    if not failed:
        return "\n".join([*lines, "Nothing is wrong here."])
    count = "One thing is" if failed == 1 else f"{failed} things are"
    return "\n".join([*lines, f"{count} wrong here; each says what to do."])

"""What a check has found, and the report that people read and copy."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from chatapp.language import gettext as _
from chatapp.wire.formatting import printable


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


def render_finding(finding: Finding) -> str:
    """Write one finding; what to do stands on a line of its own."""
    told = f"[{finding.verdict.value:>4}] {finding.name}: {finding.sentence}"
    line = printable(told)  # a server's own words may be among them
    if not finding.advice:
        return line
    return _("{line}\n       What to do: {printable}").format(
        line=line, printable=printable(finding.advice)
    )


def render_report(findings: Sequence[Finding]) -> str:
    """Write findings one below the other, and what they come to."""
    return "\n".join([*map(render_finding, findings), sum_up(findings)])


def sum_up(findings: Sequence[Finding]) -> str:
    """Say in a sentence what findings come to."""
    failed = sum(1 for each in findings if each.verdict is Verdict.FAIL)
    if not failed:
        return _("Nothing is wrong here.")
    if failed == 1:
        return _("One thing is wrong here; it says what to do.")
    return _("{failed} things are wrong here; each says what to do.").format(
        failed=failed
    )

"""Asks which of the installed libraries have known holes, by pip-audit.

Usage: python -m tools.audit
"""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec

EXIT_UNAVAILABLE = 69
SECONDS = 600
INSTALL = (sys.executable, "-m", "pip", "install", "--quiet", "pip-audit>=2.7")
AUDIT = (
    *(sys.executable, "-m", "pip_audit", "--skip-editable", "--format", "json"),
    *("--progress-spinner", "off"),
)
NOT_REACHED = (
    "Nobody could be asked which libraries have holes: this needs the network, to"
    " pypi.org. Nothing was found out, neither good nor bad."
)

Run = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


def run(words: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run a command, and give what it says."""
    return subprocess.run(
        words, capture_output=True, text=True, timeout=SECONDS, check=False
    )


def main(run: Run = run) -> int:
    """Ask, and tell the exit code: 1 where a library has a hole."""
    if find_spec("pip_audit") is None and run(INSTALL).returncode:
        return _tell(NOT_REACHED, EXIT_UNAVAILABLE)
    told = run(AUDIT)
    try:
        libraries = json.loads(told.stdout)["dependencies"]
    except (ValueError, KeyError):
        return _tell(f"{told.stderr.strip()}\n{NOT_REACHED}", EXIT_UNAVAILABLE)
    holes = [
        f"{each['name']} {each['version']}: {hole['id']}, mended in"
        f" {', '.join(hole['fix_versions']) or 'no version yet'}"
        for each in libraries
        for hole in each.get("vulns", ())
    ]
    if holes:
        return _tell("\n".join(holes), 1)
    skipped = [each["name"] for each in libraries if "skip_reason" in each]
    told_of = f"None of {len(libraries) - len(skipped)} libraries has a known hole."
    if skipped:
        told_of += f" Not looked at: {', '.join(skipped)}."
    return _tell(told_of, 0)


def _tell(text: str, code: int) -> int:
    print(text.strip(), file=sys.stderr if code else sys.stdout)
    return code


if __name__ == "__main__":
    sys.exit(main())

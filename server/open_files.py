"""Lets the process have as many open files as the system allows: one a connection."""

import logging

try:
    import resource
except ImportError:  # Windows has no such limit
    resource = None  # type: ignore[assignment]  # asked for below

log = logging.getLogger(__name__)


def raise_open_files_limit() -> None:
    """Raise the soft limit to the hard one, where there are limits."""
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == hard:
        return
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    except (OSError, ValueError) as error:
        log.info("At most %d files can be open: %s", soft, error)

"""What all tests share."""

import gc
import os

import pytest
from hypothesis import settings

from tests.fuzzing.inputs import EXAMPLES_VARIABLE

# The machine that runs the tests is shared: how long an example takes says nothing.
# What is made up is the same each time, so that a change answers for itself only;
# `make fuzz` makes up other things.
settings.register_profile(
    "chatapp",
    deadline=None,
    database=None,
    derandomize=EXAMPLES_VARIABLE not in os.environ,
)
settings.load_profile("chatapp")

# What a test starts is no chat for others in this network; a test of that says so.
os.environ["CHATAPP_SERVER__DISCOVERY__ANNOUNCE"] = "false"
os.environ["CHATAPP_DISCOVERY"] = "off"

_MODULE = pytest.StashKey[object]()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Let the collector pass over what stays to the end: thousands of tests."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Collect, in Tk's own thread, what the windows of the last module have left.

    A server's thread that came to collect it would wait a second for each picture,
    and end the process at the interpreter. Only now has pytest let go of everything.
    """
    module, stash = item.getparent(pytest.Module), item.session.stash
    if stash.get(_MODULE, None) is not module:
        stash[_MODULE] = module
        gc.collect()

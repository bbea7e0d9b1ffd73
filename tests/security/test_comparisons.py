"""Secrets are compared in a time that tells nothing of them (hmac.compare_digest)."""

import ast
import hashlib
from pathlib import Path

import pytest

import server
from chatapp import wire
from server.settings.password_keys import ITERATIONS, hash_password, is_right

SECRETS = {
    "authenticator",
    "digest",
    "password",
    "proof",
    "secret",
    "server_key",
    "signature",
    "stored_key",
    "token",
}
KEYS = {"modes.key", "channel.modes.key"}
HERE_ALONE = {
    "short_code": {"token"},  # whether a code can be written shorter
}
MODULES = sorted(
    path
    for folder in (Path(wire.__file__).parent, Path(server.__file__).parent)
    for path in folder.rglob("*.py")
)
JUDGES = (
    "admission",
    "authentication",
    "channel_keys",
    "control",
    "fingerprints",
    "invitations",
    "password_keys",
    "registration",
    "scram",
)


def plainly_compared(tree):
    """Give what is compared by == or != and is called as a secret is."""
    for each in ast.walk(tree):
        if not isinstance(each, ast.Compare):
            continue
        if not isinstance(each.ops[0], ast.Eq | ast.NotEq):
            continue
        sides = (each.left, each.comparators[0])
        if any(isinstance(side, ast.Constant) for side in sides):
            continue
        yield from (ast.unparse(side) for side in sides if _is_secret(side))


def _is_secret(side):
    written = ast.unparse(side)
    return written in KEYS or written.rpartition(".")[2] in SECRETS


def test_no_secret_is_compared_plainly():
    found = {
        (path.stem, written)
        for path in MODULES
        for written in plainly_compared(ast.parse(path.read_text(encoding="utf-8")))
        if written not in HERE_ALONE.get(path.stem, ())
    }

    assert found == set()


def test_whoever_judges_a_secret_does_so_in_a_time_that_tells_nothing():
    sources = {path.stem: path.read_text(encoding="utf-8") for path in MODULES}

    judging = {stem for stem, source in sources.items() if "compare_digest" in source}

    assert judging | {"authentication"} == set(JUDGES)


def test_a_plain_comparison_is_found():
    tree = ast.parse("if given.password != expected: pass")

    assert list(plainly_compared(tree)) == ["given.password"]


@pytest.mark.parametrize("kept", [hash_password("word", bytes(16)), "word", None])
@pytest.mark.parametrize("offered", ["word", "a guess"])
def test_a_password_of_an_operator_takes_as_long_however_it_is_kept(
    mocker, kept, offered
):
    sums = mocker.spy(hashlib, "pbkdf2_hmac")

    assert is_right(offered, kept) == (offered == "word" and kept is not None)

    assert [each.args[-1] for each in sums.call_args_list] == [ITERATIONS]

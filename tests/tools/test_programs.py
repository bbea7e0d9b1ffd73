import io
import os
import sys
from pathlib import Path

import psutil
import pytest

from tools.own_folders import NO_KEYRING, own_environment
from tools.programs import LISTENING, NoServer, running_server

SERVER = """
import sys, time
print("Listening on 127.0.0.1:4711. Join from this network with: chatapp", flush=True)
time.sleep(300)
"""


def children() -> set[int]:
    return {child.pid for child in psutil.Process().children()}


def test_the_port_is_the_one_the_server_tells() -> None:
    with running_server(os.environ, [sys.executable, "-c", SERVER]) as port:
        assert port == 4711


def test_the_server_ends_with_the_block() -> None:
    before = children()

    with running_server(os.environ, [sys.executable, "-c", SERVER]):
        assert children() - before

    assert children() <= before


def test_a_server_that_does_not_start_is_told() -> None:
    with (
        pytest.raises(NoServer, match="did not start"),
        running_server(os.environ, [sys.executable, "-c", "print('Sorry.')"]),
    ):
        pass


@pytest.mark.parametrize(
    "line",
    [
        b"Listening on 0.0.0.0:4711. Join from this network with: chatapp",
        b"Listening on [::1]:4711. Join from this computer with: chatapp",
        b"Listening on 127.0.0.1:4711\n",
    ],
)
def test_the_port_is_found_in_every_form_of_address(line: bytes) -> None:
    told = [LISTENING.search(part) for part in io.BytesIO(line)]

    assert told[0] is not None
    assert told[0][1] == b"4711"


def test_a_trial_keeps_to_its_own_folders_and_no_keyring(tmp_path: Path) -> None:
    environment = own_environment({"HOME": "/home/maria"}, tmp_path)

    assert environment == {
        "HOME": "/home/maria",
        "CHATAPP_CONFIG_DIR": f"{tmp_path}/config",
        "CHATAPP_DATA_DIR": f"{tmp_path}/data",
        "PYTHON_KEYRING_BACKEND": NO_KEYRING,
        "CHATAPP_SERVER__DISCOVERY__ANNOUNCE": "false",
        "CHATAPP_DISCOVERY": "off",
        "LANGUAGE": "en",
    }

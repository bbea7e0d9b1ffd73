"""InspIRCd, set up without limits."""

import os
from collections.abc import Sequence
from pathlib import Path

from benchmarks.server.contender import HOST
from benchmarks.server.peer import Peer

CONFIGURATION = """\
<server name="inspircd.test" description="measured" network="measured" id="1AA">
<admin name="nobody" nick="nobody" email="nobody@inspircd.test">
<bind address="{host}" port="{port}" type="clients">
<connect allow="*" timeout="60" pingfreq="120" hardsendq="100000000"
    softsendq="100000000" recvq="1000000" threshold="1000000000"
    commandrate="1000000000"
    fakelag="no" localmax="30000" globalmax="30000" limit="30000" maxchans="100"
    resolvehostnames="no" useident="no" maxconnwarn="no">
<cidr ipv4clone="32" ipv6clone="128">
<performance softlimit="30000" somaxconn="4096" clonesonconnect="no">
<files motd="{folder}/motd">
<path configdir="{folder}" datadir="{folder}" logdir="{folder}" runtimedir="{folder}">
<pid file="{folder}/inspircd.pid">
<log method="file" type="*" level="default" target="{folder}/inspircd.log">
"""


def set_up(folder: Path, port: int) -> Sequence[str | Path]:
    """Write its configuration and its message of the day."""
    path = folder / "inspircd.conf"
    words = CONFIGURATION.format(host=HOST, port=port, folder=folder)
    path.write_text(words, encoding="utf-8")
    (folder / "motd").write_text("Welcome.\n", encoding="utf-8")
    as_root = ["--runasroot"] if os.geteuid() == 0 else []
    return ["--nofork", "--config", path, *as_root]


INSPIRCD = Peer("inspircd", "Debian: inspircd", set_up, at_once=512)

"""ngIRCd, set up without limits."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.server.contender import HOST
from benchmarks.server.peer import Peer

CONFIGURATION = """\
[Global]
    Name = ngircd.test
    Info = measured
    Listen = {host}
    Ports = {port}
    MotdPhrase = Welcome.
[Limits]
    MaxConnections = 0
    MaxConnectionsIP = 0
    MaxJoins = 0
    MaxPenaltyTime = 0
[Options]
    DNS = no
    Ident = no
    PAM = no
"""


def set_up(folder: Path, port: int) -> Sequence[str | Path]:
    """Write its configuration where also the user can read it that it changes to."""
    path = folder / "ngircd.conf"
    path.write_text(CONFIGURATION.format(host=HOST, port=port), encoding="utf-8")
    return ["--nodaemon", "--config", path]


NGIRCD = Peer("ngircd", "Debian: ngircd", set_up, at_once=8)

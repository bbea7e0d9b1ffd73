"""All servers that are measured: ours in several ways, and the peers."""

from benchmarks.server.contender import Contender
from benchmarks.server.inspircd import INSPIRCD
from benchmarks.server.miniircd import MINIIRCD
from benchmarks.server.ngircd import NGIRCD
from benchmarks.server.ours import EVERY_WAY

PEERS: tuple[Contender, ...] = (NGIRCD, INSPIRCD, MINIIRCD)
EVERYBODY: tuple[Contender, ...] = (*EVERY_WAY, *PEERS)

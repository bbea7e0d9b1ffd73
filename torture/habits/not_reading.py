"""Neighbours who let others talk to them and never read, or read very slowly."""

import asyncio
import contextlib
import socket

from torture.guest import HERE
from torture.habits.habit import Fate, Surroundings

ROOMS = ("#ordinary", "#deaf")
SMALL_BUFFER = 4096
SMALL_SEGMENT = 536
"""The other side's buffer grows with it."""
FIRST_LINES = 30
SECONDS_BETWEEN_LINES = 0.2
SLOW_BYTES = 200
TEXT = "What nobody who is spoken to will ever read. " * 9


class NotReading:
    """All of the crowd talk to each other; one in three reads, a little."""

    def __init__(self, around: Surroundings) -> None:
        """Take the surroundings."""
        self._around = around
        self.fate = Fate()

    async def prepare(self) -> None:
        """Nobody needs to be there before."""

    async def go_on(self) -> None:
        """Be deaf, all of them; whoever is thrown out comes back."""
        async with asyncio.TaskGroup() as group:
            for number in range(self._around.crowd):
                group.create_task(self._be_deaf(number))

    async def _be_deaf(self, number: int) -> None:
        while True:
            await asyncio.sleep(self._around.chance.random())
            self.fate.came += 1
            with contextlib.suppress(OSError), _narrow_socket() as sock:
                await self._talk(sock, number)

    async def _talk(self, sock: socket.socket, number: int) -> None:
        loop = asyncio.get_running_loop()
        await loop.sock_connect(sock, (HERE, self._around.port))
        nick = f"deaf{number}n{self.fate.came}"
        greeting = [f"NICK {nick}", f"USER {nick} 0 * :Deaf"]
        greeting += [f"JOIN {room}" for room in ROOMS]
        greeting += ["CAP REQ :echo-message", "CAP END"]
        await _say(sock, *greeting, *[f"PRIVMSG {ROOMS[1]} :{TEXT}"] * FIRST_LINES)
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_LINES)
            await _say(sock, f"PRIVMSG {ROOMS[1]} :{TEXT}", f"NAMES {ROOMS[0]}")
            if number % 3 == 0:
                await loop.sock_recv(sock, SLOW_BYTES)


async def _say(sock: socket.socket, *lines: str) -> None:
    data = "".join(f"{line}\r\n" for line in lines).encode()
    await asyncio.get_running_loop().sock_sendall(sock, data)


def _narrow_socket() -> socket.socket:
    sock = socket.socket()
    sock.setblocking(False)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SMALL_SEGMENT)
    return sock

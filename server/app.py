"""Builds the server's parts, joins them, starts and stops them."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TypeVar

from chatapp.wire.announcement import Announcement
from chatapp.wire.message import Message
from server.announcing import announcement_of, announcers_for
from server.clock import Clock
from server.dispatch import Dispatcher
from server.network.answer import Answer
from server.network.calls import Call, Calls
from server.network.door_limits import limits_of_doors
from server.network.doors import bind_doors
from server.network.host_names import HostNames
from server.network.listener import Door
from server.network.newcomer import Newcomer
from server.network.reactor import Reactor
from server.network.threshold import Threshold
from server.network.tls_keeper import Maker, keep_certificate
from server.network.tls_reloading import load_anew
from server.network.turned_away import LimitNotices
from server.network.usher import Usher, Watched
from server.network.workers import Workers
from server.recorder import Recorder
from server.return_time import ReturnTime
from server.revival import kept_rooms, revive
from server.services import join_services
from server.settings.configuration import Configuration
from server.settings.settings import Settings
from server.side_doors import SideDoors
from server.snapshot import Snapshot
from server.storage.casemapping import keep_casemapping
from server.storage.chores import join_chores
from server.storage.history import HistoryReader
from server.storage.journal import Journal
from server.storage.lock import StorageLock
from server.storage.privacy import keep_private
from server.storage.pruning import Pruning, limits_of
from server.storage.schema import (
    explain_problems,
    open_for_reading,
    open_for_writing,
)
from server.taking_snapshots import take_snapshot

SECONDS_TO_READ = 0.5
SECONDS_TO_RECORD = 1.5
SECONDS_TO_END = 2.5
SECONDS_TO_SAY_GOODBYE = 1.0
FAILING = "Nothing can be written to the disk now. Who says something is told so."
WORKING = "The disk can be written to again."

Told = TypeVar("Told")


class Server:
    """A chatapp server: listening from `start` on, until `stop`."""

    def __init__(
        self,
        settings: Settings,
        path: Path,
        clock: Clock | None = None,
        load: Callable[[], Settings] | None = None,
        listening: Iterable[socket.socket] = (),
        make_certificate: Maker | None = None,
    ) -> None:
        """Bind the addresses and open the storage.

        Args:
            settings: as they were checked.
            path: the file of the history.
            clock: the time; without it, the operating system's.
            load: reads the settings anew; without it, they stay as they are.
            listening: sockets that listen already; with one of them no others do.
            make_certificate: makes a certificate where there is none; see
                `keep_certificate`.

        Raises:
            CannotListen: an address cannot be bound.
            UnusableStorage: the history cannot be kept at `path`.
            UnusableCertificate: TLS cannot be spoken.
        """
        self._settings = settings
        self._load = load or (lambda: settings)
        self._configuration = Configuration(self._load_all)
        notices = LimitNotices(self._tell_operators)
        self._limits = limits_of_doors(settings, self._keeps_out, notices.note)
        self._listening = list(listening)
        self._make_certificate = make_certificate
        self._asked_to_end = threading.Event()
        self._doors = self._bind()
        self._announcers = announcers_for(settings, self.places, self._announcement)
        try:
            self._open(path, clock or Clock())
        except BaseException:
            for door in self._doors:
                door.server_close()
            raise

    @property
    def places(self) -> list[tuple[str, int]]:
        """The addresses and ports that are listened on."""
        return [
            (str(door.server_address[0]), int(door.server_address[1]))
            for door in self._doors
        ]

    @property
    def port(self) -> int:
        """The port that is listened on."""
        return self.places[0][1]

    @property
    def metrics_port(self) -> int:
        """The port for metrics; 0: there is none."""
        return self._side_doors.metrics_port

    @property
    def fingerprint(self) -> str:
        """The SHA-256 digest of the certificate."""
        return self._tls.fingerprint

    @property
    def has_failed(self) -> bool:
        """Whether a fault of the program has ended the service."""
        parts = (self._reactor, self._recorder)
        return any(part.has_failed.is_set() for part in parts)

    @property
    def is_to_end(self) -> bool:
        """Whether somebody has ordered it who looks after the server."""
        return self._asked_to_end.is_set()

    @property
    def lets_in_only_invited(self) -> bool:
        """Whether nobody else comes in; to be asked before the start."""
        return self._services.lets_in_only_invited

    def start(self) -> None:
        """Begin to serve."""
        self._recorder.start(self._wake_for_recorded, self._tell_of_storage)
        self._reactor.start()
        self._return_time.start()
        for door in self._doors:
            door.open()
        self._side_doors.open()
        for announcer in self._announcers:
            announcer.start()

    def look(self, seconds: float) -> Snapshot | None:
        """Give what the server is doing; None: it did not say so in that time."""
        parts = (self._dispatcher, self._reactor, self._recorder, self._limits)
        return self._ask(lambda: take_snapshot(self._services.world, *parts), seconds)

    def reload(self) -> None:
        """Read settings and certificate anew, soon; what is wrong changes nothing."""
        self._reactor.errands.order(Answer(), Message("RELOAD"))

    def order(self, order: Message, seconds: float) -> list[Message] | None:
        """Do what somebody orders who looks after the server; any thread may ask.

        None: it was not done within so many seconds.
        """
        answer = Answer()
        self._reactor.errands.order(answer, order)
        return answer.wait(seconds)

    def stop(self, reason: str) -> None:
        """Let nobody in, record what waits, tell everybody, and end."""
        self._return_time.cancel()
        for announcer in self._announcers:
            announcer.begin_to_stop()
        self._side_doors.close()
        for door in self._doors:
            door.close()
        self._reactor.stop(reason, SECONDS_TO_END)
        self._workers.stop(SECONDS_TO_READ)
        self._reader.close()
        self._recorder.stop(SECONDS_TO_RECORD)
        for announcer in self._announcers:
            announcer.wait_until_stopped(SECONDS_TO_SAY_GOODBYE)

    def _ask(self, question: Callable[[], Told], seconds: float) -> Told | None:
        """Let the reactor's thread answer, within so many seconds."""
        answers: SimpleQueue[Told] = SimpleQueue()
        self._calls.add(lambda: answers.put(question()))
        try:
            return answers.get(timeout=seconds)
        except Empty:
            return None

    def _announcement(self) -> Announcement | None:
        return self._ask(lambda: announcement_of(self._services), SECONDS_TO_READ)

    def _bind(self) -> list[Door]:
        threshold = Threshold(self._context, self._settings.websocket.origins)
        patience = self._settings.timeouts.door
        names = HostNames() if self._settings.server.lookup_hostnames else None
        usher = Usher(self._watch, self._call)
        make = partial(
            Door, self._limits, patience, threshold, self._adopt, names, usher
        )
        return bind_doors(self._settings, make, self._listening)

    def _context(self) -> ssl.SSLContext:
        return self._tls.context()

    def _open(self, path: Path, clock: Clock) -> None:
        """Open the history and join the parts; whatever fails leaves nothing open."""
        settings, fold = self._settings, self._settings.server.fold
        with ExitStack() as opened, explain_problems(path):
            self._lock = opened.enter_context(closing(StorageLock(path)))
            keep_private(path, owns_folder=not settings.storage.path)
            self._tls = keep_certificate(settings, path, self._make_certificate)
            durability = settings.storage.durability
            writer = opened.enter_context(closing(open_for_writing(path, durability)))
            reader = opened.enter_context(closing(open_for_reading(path)))
            searching = opened.enter_context(closing(open_for_reading(path)))
            keep_casemapping(writer, settings.server.casemapping, path)
            rooms = kept_rooms(writer, settings.channels.auto_join, fold)
            kept = dict(each.room[:2] for each in rooms.values())
            chores = join_chores(writer, settings.history, clock, kept)
            journal = Journal(
                writer,
                chores.pruning,
                keeps_past_lines=settings.history.enabled,
                deleted=chores.erasing.want,
            )
            self._recorder = Recorder(
                journal, chores.upkeep, clock.monotonic, self._lock.close
            )
            self._reader = HistoryReader(reader, searching, fold)
            self._services = join_services(
                settings, writer, clock, self._tls, self._configuration, self._recorder
            )
            self._services.places = tuple(self.places)
            self._services.is_announced = bool(self._announcers)
            self._services.ask_to_end = self._asked_to_end.set
            revive(self._services, writer, rooms)
            self._side_doors = SideDoors(path, settings.metrics, self.order, self.look)
            opened.pop_all()
        self._join(chores.pruning, clock)

    def _join(self, pruning: Pruning, clock: Clock) -> None:
        """Build what runs above the history, and have it told of other settings."""
        self._workers = Workers(self._reader, self._recorder.after)
        self._calls = Calls()
        self._dispatcher = Dispatcher(self._services)
        self._reactor = Reactor(
            self._calls,
            self._dispatcher,
            self._recorder,
            self._workers,
            self._limits,
            self._settings,
            clock.monotonic,
        )
        for taker in (
            self._reactor.take_settings,
            self._limits.take_settings,
            lambda wanted: pruning.take_limits(limits_of(wanted.history)),
        ):
            self._configuration.tell(taker)
        self._return_time = ReturnTime(self._reactor.errands.end_return_time)

    def _load_all(self) -> Settings:
        load_anew(self._tls)  # one that is broken is left
        return self._load()

    def _adopt(self, newcomer: Newcomer) -> None:
        self._reactor.adopt(newcomer)

    def _watch(self, watched: Watched) -> bool:
        return self._reactor.watch_door(watched)

    def _call(self, call: Call) -> bool:
        return self._calls.add(call)

    def _keeps_out(self, address: str) -> bool:
        """Tell whether an address is banned; the doors ask on threads of their own."""
        bans, clock = self._services.world.server_bans.networks, self._services.clock
        return bans.against(address, clock.seconds_for_any_thread()) is not None

    def _tell_of_storage(self, is_failing: bool) -> None:
        self._tell_operators(FAILING if is_failing else WORKING)

    def _tell_operators(self, sentence: str) -> None:
        self._reactor.errands.tell_operators(sentence)

    def _wake_for_recorded(self) -> None:
        self._calls.add(self._reactor.release_recorded)

"""Counts together what the server is doing at a moment."""

from server.dispatch import Dispatcher
from server.network.door_limits import DoorLimits
from server.network.reactor import Reactor
from server.recorder import Recorder
from server.snapshot import Snapshot
from server.world.world import World


def take_snapshot(
    world: World,
    dispatcher: Dispatcher,
    reactor: Reactor,
    recorder: Recorder,
    limits: DoorLimits,
) -> Snapshot:
    """Give the numbers of this moment; only the reactor's thread may ask."""
    return Snapshot(
        connections=len(world.sessions),
        users=world.registered_users,
        channels=len(world.channels),
        outbox_bytes=sum(each.backlog_bytes for each in reactor.clients.everybody()),
        waiting_commands=reactor.turns.waiting_steps,
        is_storage_failing=recorder.is_failing,
        messages=world.said,
        deliveries=reactor.fan_out.deliveries,
        refusals=dispatcher.refusals,
        turned_away=limits.turned_away,
        sent_away=reactor.patience.sent_away,
        slow_readers=reactor.turnstile.slow_readers,
        slowed=reactor.slowed.times,
        turn_counts=tuple(reactor.turn_times.counts),
        turn_seconds=reactor.turn_times.seconds,
        storage_counts=tuple(recorder.times.counts),
        storage_seconds=recorder.times.seconds,
    )

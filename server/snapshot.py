"""What the server is doing, as numbers of one moment."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Numbers of one moment, and numbers that only grow.

    Args:
        connections: that are open now.
        users: who have signed in.
        channels: that there are.
        outbox_bytes: that wait for clients who read too slowly.
        waiting_commands: that wait for the disk.
        is_storage_failing: whether nothing can be written.
        messages: said since the start.
        deliveries: what clients were sent since the start, one for each of them a turn.
        refusals: commands that were refused since the start.
        turned_away: connections that were not let in since the start.
        sent_away: clients that did not sign in or answer in time, since the start.
        slow_readers: clients for which too much waited, since the start.
        slowed: how often a client was read later, for it was over its allowance.
        turn_counts: turns, by how long they took; see server.timings.
        turn_seconds: that turns took in all.
        storage_counts: transactions, by how long they took.
        storage_seconds: that transactions took in all.
    """

    connections: int
    users: int
    channels: int
    outbox_bytes: int
    waiting_commands: int
    is_storage_failing: bool
    messages: int
    deliveries: int
    refusals: int
    turned_away: int
    sent_away: int
    slow_readers: int
    slowed: int
    turn_counts: tuple[int, ...]
    turn_seconds: float
    storage_counts: tuple[int, ...]
    storage_seconds: float

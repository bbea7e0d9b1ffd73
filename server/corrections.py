"""What those are told who heard of something that could not be recorded."""

from collections.abc import Sequence

from server.step import Step, render_line
from server.world.audience import Group
from server.world.channel_events import TopicChanged
from server.world.session import Session


def correction_of(unrecorded: Step, server: str) -> Step | None:
    """Tell those what a channel is about who came while it seemed to be otherwise.

    They were told a topic, coming in, that could not be recorded. This belongs behind
    everything that was decided so far.

    Args:
        unrecorded: the step that could not be recorded.
        server: the server's name.
    """
    step = Step(unrecorded.session, "")
    told = {each for hearer, *_ in unrecorded.deliveries for each in _sessions(hearer)}
    for event in unrecorded.durable:
        if isinstance(event, TopicChanged):
            topic = event.channel.topic
            text = topic.text if topic else ""
            line = render_line("", f":{server} TOPIC {event.channel.name} :{text}")
            step.deliveries += [
                (session, line, None, False)
                for group in event.channel.audience
                for session in group.sessions
                if session not in told
            ]
    return step if step.deliveries else None


def _sessions(hearer: Group | Session) -> Sequence[Session]:
    return hearer.sessions if isinstance(hearer, Group) else (hearer,)

from itertools import chain

from server.world.channel import Channel
from server.world.channel_events import ChannelJoined
from server.world.events import SessionOpened, UserQuit
from server.world.people_events import HearersLost
from server.world.session import Session
from server.world.user import User
from server.world.world import World


def hearers(channel: Channel) -> list[Session]:
    return list(chain.from_iterable(group.sessions for group in channel.audience))


def test_who_is_lost_stays_until_he_ends_but_hears_nothing_more():
    world = World()
    channel = Channel("#garden", "#garden", 0, 0, is_permanent=False)
    users = [User(str(number), "host", 0) for number in range(4)]
    anna, bert, cora, dora = sessions = [Session(user, None, "", 0) for user in users]
    for session in (anna, bert, cora):
        world.apply(SessionOpened(session))
        world.apply(ChannelJoined(session.user, channel, ""))
    before = hearers(channel)

    world.apply(HearersLost(frozenset((anna, bert, dora))))  # who is in no channel, too
    meanwhile, members = hearers(channel), list(channel.members)
    world.apply(UserQuit(bert.user, ""))

    assert before == sessions[:3]
    assert meanwhile == [cora]
    assert members == users[:3]
    assert hearers(channel) == [cora]
    assert list(channel.members) == [anna.user, cora.user]

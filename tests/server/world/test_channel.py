from server.world.channel import Channel
from server.world.channel_modes import ListEntry, Modes, order_ranks
from server.world.user import User


def channel_with_bans(*masks):
    channel = Channel("#garden", "#garden", 0, 0, is_permanent=False)
    entries = tuple(ListEntry(mask, "anna!anna@host", 0) for mask in masks)
    channel.take_modes(Modes(lists={"b": entries}))
    return channel


def user_named(nick):
    user = User(nick, "host.example", 0)
    user.take_nick(nick)
    user.take_names(nick, nick)
    return user


def test_who_fits_one_of_the_bans_is_banned():
    channel = channel_with_bans("carl!*@*", "*!bert@*.example")

    assert channel.is_banned(user_named("bert"))
    assert not channel.is_banned(user_named("anna"))


def test_who_is_banned_is_found_out_anew_when_the_bans_change():
    channel, bert = channel_with_bans("bert!*@*"), user_named("bert")
    was_banned = channel.is_banned(bert)

    channel.take_modes(Modes())

    assert was_banned
    assert not channel.is_banned(bert)


def test_a_new_nick_is_compared_with_the_bans_too():
    channel, user = channel_with_bans("bert!*@*"), user_named("anna")
    was_banned = channel.is_banned(user)

    user.take_nick("Bert")

    assert not was_banned
    assert channel.is_banned(user)


def test_what_is_remembered_of_bans_does_not_grow_without_end(mocker):
    mocker.patch("server.world.channel.MAX_VERDICTS", 2)
    channel = channel_with_bans("bert!*@*")

    verdicts = [channel.is_banned(user_named(nick)) for nick in ("a", "b", "c", "bert")]

    assert verdicts == [False, False, False, True]
    assert len(channel._verdicts) == 2


def test_ranks_are_written_the_highest_first():
    assert order_ranks("vo") == "ov"
    assert order_ranks(["v", "v"]) == "v"
    assert order_ranks("") == ""

"""A start without the server is as a lost link: what is kept is there, and goes on."""

import pytest

from chatapp.models.connection.encryption import Demand, Encryption, Need, Trust
from chatapp.models.entities import Connectedness, Delivery, Search
from chatapp.models.events import Problem, Removed, SignedIn, SignInFailed
from chatapp.models.opening_kept import PATIENCE
from chatapp.models.rooms.room_events import KeptOpened
from chatapp.wire.fingerprints import Fingerprint
from tests.chatapp.models.fake_jobs import FakeJobs
from tests.chatapp.models.fakes import FULL, NetworkStage

OURS = f"{FULL} chatapp/id=abc"
KNOWN = Encryption("TLSv1.3", Fingerprint(b"\3" * 32), Trust.FIRST_USE)


@pytest.fixture
def jobs():
    return FakeJobs()


@pytest.fixture
def first(jobs):
    """A window that was in two rooms, has heard something, and is closed."""
    stage = NetworkStage(jobs, ids="first")
    stage.network.connect("chat.example", 6667, "noor")
    stage.welcome(OURS, encryption=KNOWN)
    stage.enter()
    stage.enter("#Garden")
    stage.wire.feed("@msgid=m1 :Ann!a@h PRIVMSG #lobby :the kettle is on")
    stage.network.look_at("#Garden")
    stage.network.sign_out()
    stage.network.let_go()
    return stage


@pytest.fixture
def second(jobs, first):
    """The next window, whose server does not answer."""
    return without_server(jobs)


def without_server(jobs, username="noor", problem=Problem.NO_ANSWER):
    stage = NetworkStage(jobs, ids="second")
    stage.network.connect("chat.example", 6667, username)
    stage.wire.end(problem)
    stage.network.opening_kept.open(problem)
    return stage


def test_what_is_kept_is_open_and_the_link_is_as_after_it_was_lost(second):
    network = second.network

    assert second.told(KeptOpened) == [KeptOpened()]
    assert [room.name for room in network.rooms()] == ["#lobby", "#Garden"]
    assert second.texts("#lobby") == ["the kettle is on"]
    assert network.room_looked_at == "#Garden"
    assert network.state is Connectedness.WAITING
    assert network.standing.now().problem is Problem.NO_ANSWER
    assert (network.name, network.nick) == ("Test", "noor")


def test_topics_are_as_they_were_when_somebody_told_them_last(jobs, first):
    again = NetworkStage(jobs, ids="again")
    again.network.connect("chat.example", 6667, "noor")
    again.welcome(OURS, encryption=KNOWN)
    for room in ("#lobby", "#Garden"):
        again.wire.feed(f":noor!n@h JOIN {room}", f":s 332 noor {room} :Be kind")
        again.wire.feed(f":s 353 noor = {room} :noor", f":s 366 noor {room} :End")
    again.wire.feed(":Ann!a@h TOPIC #lobby :Tea at five")
    before = [room.topic for room in without_server(jobs).network.rooms()]
    again.wire.feed(":noor!n@h PART #Garden", ":noor!n@h JOIN #Garden")
    again.wire.feed(":s 353 noor = #Garden :noor", ":s 366 noor #Garden :End")

    after = [room.topic for room in without_server(jobs).network.rooms()]

    assert (before, after) == (["Tea at five", "Be kind"], ["Tea at five", ""])


def test_names_are_compared_as_the_server_compared_them(second):
    assert second.network.same("#GÄRTEN", "#gärten")


def test_it_goes_on_by_itself_once_the_server_answers(second):
    second.network.say("#lobby", "written meanwhile")
    waits = second.network.history("#lobby")[-1].delivery
    holes = second.network.history("#lobby").holes()

    second.reconnect()
    second.welcome(OURS, encryption=KNOWN)
    second.enter()
    second.give_page("#lobby")

    assert waits is Delivery.WAITING
    assert holes == []
    assert second.told(SignedIn) == [SignedIn("noor", again=True)]
    assert any("JOIN #lobby,#Garden" in line for line in second.wire.sent)
    assert second.wire.take_said() == ["#lobby :written meanwhile"]
    assert len(second.network.rooms()) == 2


def test_it_goes_to_the_same_server_only(second):
    second.reconnect()

    assert second.wire.demand == Demand(Need.REQUIRED, KNOWN.fingerprint)


def test_what_is_kept_can_be_searched(second):
    pages = []

    second.network.searching.find(Search("kettle"), pages.append)

    assert [line.text for page in pages for line in page.lines] == ["the kettle is on"]


def test_what_is_written_waits_for_the_next_window_as_well(second, jobs):
    second.network.say("#lobby", "written meanwhile")
    second.network.sign_out()
    second.network.let_go()

    third = without_server(jobs)

    assert third.texts("#lobby") == ["the kettle is on", "written meanwhile"]


@pytest.mark.usefixtures("first")
def test_nothing_opens_where_one_was_under_another_name(jobs):
    stage = without_server(jobs, "kofi")

    assert stage.told(KeptOpened) == []
    assert stage.network.state is Connectedness.OFFLINE


def test_nothing_opens_where_one_never_was(jobs):
    stage = without_server(jobs)

    assert stage.told(KeptOpened) == []
    assert stage.told(SignInFailed) == [SignInFailed(Problem.NO_ANSWER)]


@pytest.mark.usefixtures("first")
def test_who_gives_up_meanwhile_stays_where_he_is(jobs, mocker):
    late = []
    slow = mocker.Mock()
    slow.submit.side_effect = lambda *job, **_lasting: late.append(job)
    stage = without_server(slow)

    stage.network.opening_kept.cancel()
    while late:
        jobs.submit(*late.pop(0))

    assert stage.told(KeptOpened) == []
    assert stage.network.state is Connectedness.OFFLINE


@pytest.mark.usefixtures("first")
def test_a_server_that_takes_its_time_is_not_waited_for(jobs):
    stage = NetworkStage(jobs, ids="second")
    stage.network.connect("chat.example", 6667, "noor")
    stage.network.opening_kept.open_if_late()

    stage.time.pass_by(PATIENCE)

    assert stage.told(KeptOpened) == [KeptOpened()]
    assert stage.wires[0].closed
    stage.reconnect()
    stage.welcome(OURS, encryption=KNOWN)
    assert stage.told(SignedIn) == [SignedIn("noor", again=True)]


@pytest.mark.usefixtures("first")
@pytest.mark.parametrize(
    "answer",
    [
        lambda wire: wire.open(KNOWN),
        lambda wire: (wire.open_here(), wire.feed(":s NOTICE * :Looking up your name")),
    ],
)
def test_a_server_that_has_answered_by_then_is(jobs, answer):
    stage = NetworkStage(jobs, ids="second")
    stage.network.connect("chat.example", 6667, "noor")
    stage.network.opening_kept.open_if_late()
    answer(stage.wire)

    stage.time.pass_by(PATIENCE)

    assert stage.told(KeptOpened) == []
    assert not stage.wire.closed


@pytest.mark.usefixtures("first")
def test_a_server_that_takes_one_and_says_nothing_is_not_waited_for(jobs):
    stage = NetworkStage(jobs, ids="second")
    stage.network.connect("chat.example", 6667, "noor")
    stage.network.opening_kept.open_if_late()
    stage.wire.open_here()

    stage.time.pass_by(PATIENCE)

    assert stage.told(KeptOpened) == [KeptOpened()]


def test_a_refusal_that_needs_somebody_is_told_and_nothing_written_is_lost(
    second, jobs
):
    second.network.say("#lobby", "written meanwhile")

    second.reconnect()
    second.wire.open(KNOWN)
    second.wire.feed(":s 464 noor :Password incorrect")

    (removed,) = second.told(Removed)
    assert removed.problem is Problem.PASSWORD_NEEDED
    second.network.let_go()
    third = without_server(jobs)
    assert third.texts("#lobby")[-1] == "written meanwhile"


@pytest.mark.usefixtures("first")
def test_what_makes_no_sense_opens_nothing(jobs):
    damage = "UPDATE profiles SET session = '{'"
    jobs.submit(lambda connection: connection.execute(damage))

    stage = without_server(jobs)

    assert stage.told(KeptOpened) == []

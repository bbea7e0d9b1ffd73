"""What a server tells waits until it is known what is kept, and all of it is taken."""

from unittest.mock import Mock, call

from chatapp.models.arrival import Arrival
from chatapp.models.session.session import Identity, Session

ONE, TWO = Mock(name="one"), Mock(name="two")


def test_what_cannot_be_taken_in_leaves_the_others_as_they_are():
    scheduler, take = Mock(), Mock(side_effect=[ValueError, None])
    arrival = Arrival(Mock(), Mock(), scheduler, Mock(), take)
    link = Mock(port=6667)
    link.online_session = Session(Identity("noor"), Mock(), Mock(), Mock(), Mock())
    arrival.begin(link)
    arrival.holds(ONE)
    arrival.holds(TWO)

    patience_ends = scheduler.call_later.call_args.args[1]
    patience_ends()

    assert take.call_args_list == [call(link, ONE), call(link, TWO)]

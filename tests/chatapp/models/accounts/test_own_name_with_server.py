"""One's own name, over real sockets, against the real server."""

from chatapp.models.accounts.account import Account
from chatapp.models.events import Problem, ProofFailed, SignInFailed
from tests.chatapp.models.computers import become_known, secret_of
from tests.server.running import RunningServer, settings_for_tests


def test_who_signs_in_owns_the_name_without_doing_anything(server, computer):
    noor = computer("laptop")

    become_known(noor, server)

    assert secret_of(noor).name == "noor"
    assert len(secret_of(noor).secret) == 43


def test_nobody_else_gets_the_name_also_while_its_owner_is_away(server, computer):
    noor, other = computer("laptop"), computer("other")
    become_known(noor, server)
    noor.network.sign_out()

    other.network.connect("127.0.0.1", server.server.port, "Noor")
    other.loop.run_until(lambda: bool(other.told(SignInFailed)))

    assert other.told(SignInFailed)[0].problem is Problem.NICK_OWNED


def test_the_next_window_on_this_computer_signs_in_to_it(server, computer):
    first = computer("laptop")
    become_known(first, server)
    first.network.sign_out()
    second = computer("laptop")

    become_known(second, server)

    assert second.told(ProofFailed) == []
    assert second.network.nick == "noor"


def test_two_windows_are_one_person_who_hears_himself_in_both(server, computer):
    first, second, anna = computer("laptop"), computer("laptop"), computer("other")
    become_known(first, server)
    become_known(second, server)
    become_known(anna, server, "anna")

    first.network.say("#lobby", "from one window")
    anna.loop.run_until(lambda: anna.texts() == ["from one window"])
    second.loop.run_until(lambda: second.texts() == ["from one window"])

    assert second.network.history("#lobby")[-1].mine
    assert [it.nick for it in anna.network.people("#lobby")] == ["anna", "noor"]
    assert [it.is_me for it in second.network.people("#lobby")] == [False, True]


def test_another_computer_becomes_the_same_person_with_the_secret(server, computer):
    laptop, desktop = computer("laptop"), computer("desktop")
    become_known(laptop, server)
    account = Account("noor", secret_of(laptop).secret, is_kept=False)

    desktop.network.connect("127.0.0.1", server.server.port, "noor", account=account)
    desktop.loop.run_until(lambda: desktop.is_in("#lobby"))
    assert secret_of(desktop).secret == account.secret  # which is kept by now
    desktop.network.sign_out()
    become_known(again := computer("desktop"), server)

    assert again.network.nick == laptop.network.nick == "noor"


def test_a_wrong_secret_makes_a_guest_who_is_told_why(server, computer):
    laptop, desktop = computer("laptop"), computer("desktop")
    become_known(laptop, server)
    wrong = Account("noor", "some other secret", is_kept=False)

    desktop.network.connect("127.0.0.1", server.server.port, "noor", account=wrong)
    desktop.loop.run_until(lambda: bool(desktop.told(ProofFailed)))

    assert desktop.network.nick == "noor_"
    assert desktop.network.own_name.account == ""


def test_ones_nick_is_back_at_once_after_the_link_was_lost(tmp_path, computer, loop):
    settings = settings_for_tests()
    first = RunningServer(tmp_path / "server", settings)
    noor = computer("laptop")
    become_known(noor, first)

    first.stop()
    loop.run_until(lambda: noor.network.own_name.account == "")
    port = {"port": first.server.port}
    second = RunningServer(tmp_path / "server", settings_for_tests(server=port))
    try:
        loop.run_until(lambda: noor.network.own_name.account == "noor")
        assert noor.network.nick == "noor"
        assert noor.told(ProofFailed) == []
    finally:
        second.stop()


def test_a_nick_taken_in_one_window_is_ones_nick_in_all(server, computer, loop):
    first, second = computer("laptop"), computer("laptop")
    become_known(first, server)
    become_known(second, server)

    first.network.change_nick("nora")
    loop.run_until(lambda: second.network.nick == "nora")
    third = computer("laptop")
    become_known(third, server)

    assert third.network.nick == "nora"
    assert [it.nick for it in third.network.people("#lobby")] == ["nora"]


def test_what_one_says_to_somebody_is_read_in_the_other_window_too(
    server, computer, loop
):
    first, second, anna = computer("laptop"), computer("laptop"), computer("other")
    become_known(first, server)
    become_known(second, server)
    become_known(anna, server, "anna")

    first.network.open_direct("anna")
    first.network.say("anna", "just us")
    loop.run_until(lambda: second.texts("anna") == ["just us"])
    anna.network.say("noor", "yes")
    for window in (first, second):
        loop.run_until(lambda it=window: it.texts("anna") == ["just us", "yes"])

    said = second.network.history("anna")
    assert [line.mine for line in said if line.change is None] == [True, False]
    assert second.network.room("anna").unread == 1

"""Two and three windows talk to each other through a real server."""

from tests.end_to_end.conftest import OpenWindow
from tests.end_to_end.server_process import ServerProcess
from tools.window import Window


def order_of(window: Window, *texts: str) -> list[str]:
    """Give the texts in the order in which the window shows them."""
    whole = "\n".join(window.order("texts"))
    return sorted(texts, key=whole.index)


def test_all_windows_show_the_servers_order(sign_in: OpenWindow) -> None:
    windows = [sign_in("adaa"), sign_in("kofi")]
    windows[0].write("Said before you came")
    windows[1].wait_for("Said before you came")
    windows.append(sign_in("noor"))
    windows[2].wait_for("Said before you came")
    said = [f"line {number} of {who}" for number in range(10) for who in range(3)]

    for number, text in enumerate(said):
        windows[number % 3].write(text)
    for window in windows:
        window.wait_for(*said)

    orders = [order_of(window, "Said before you came", *said) for window in windows]
    assert orders[0] == orders[1] == orders[2]
    assert orders[0][0] == "Said before you came"


def test_what_others_do_is_shown(sign_in: OpenWindow) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    ada.wait_for("kofi joined")

    ada.write("/me opens the window")
    kofi.wait_for("opens the window")
    kofi.write("/away at lunch")
    ada.wait_for("AWAY")
    kofi.wait_for("signed in as kofi, away")
    ada.write("/whois kofi")
    ada.wait_for("at lunch")
    kofi.write("/back")
    ada.wait_for("HERE — 2")
    kofi.wait_until_gone("signed in as kofi, away")
    kofi.write("/nick kwame")
    ada.wait_for("kofi is now called kwame")
    code = kofi.close()

    ada.wait_for("kwame went offline")
    assert code == 0


def test_private_messages_reach_one_person_only(sign_in: OpenWindow) -> None:
    ada, kofi, noor = sign_in("adaa"), sign_in("kofi"), sign_in("noor")

    ada.write("/msg kofi for your eyes only")
    ada.wait_for("for your eyes only", "Message kofi privately")
    kofi.write("/query adaa")

    kofi.wait_for("for your eyes only", "Message adaa privately")
    noor.write("and I?")
    noor.wait_for("and I?")
    assert not noor.shows("for your eyes only")


def test_a_room_is_made_joined_and_left(sign_in: OpenWindow) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")

    ada.write("/join #class")
    ada.wait_for("Message #class")
    kofi.write("/join #class")
    kofi.wait_for("Message #class")
    ada.write("in here")
    kofi.wait_for("in here")
    kofi.write("/topic Fractions")
    kofi.wait_for("Only moderators of #class can do that.")
    ada.write("/topic Fractions")
    kofi.wait_for("adaa set the topic: Fractions")
    ada.write("/part")

    ada.wait_for("Message #lobby")
    kofi.wait_for("adaa left")


def test_what_becomes_many_messages_is_asked_about_first(sign_in: OpenWindow) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    poem = [f"verse number {number}" for number in range(501)]

    ada.order("paste", text="\n".join(poem))
    ada.order("type", text="", key="Return")
    ada.wait_for("Send this as 6 messages?")
    assert not kofi.shows(poem[0])
    ada.press("Send 6 messages")

    kofi.wait_for(poem[0], poem[-1])
    assert order_of(kofi, poem[0], poem[-1]) == [poem[0], poem[-1]]


def test_help_lists_the_commands_and_ctrl_r_rolls_another_palette(
    sign_in: OpenWindow,
) -> None:
    ada = sign_in("adaa", "--palette", "teal-otter")
    ada.wait_for("teal-otter")
    ada.write("/help")
    ada.wait_for("/join #room [key]", "/quit [words]")

    ada.order("type", text="", key="Control-r")

    ada.wait_until_gone("teal-otter")


def test_every_start_has_another_palette(open_window: OpenWindow) -> None:
    first, second, third = (open_window(name) for name in "abc")

    shown = {window.order("palette") for window in (first, second, third)}

    assert len(shown) > 1


def test_quit_closes_the_window_and_says_goodbye(sign_in: OpenWindow) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    ada.wait_for("kofi joined")
    kofi.write("I have to go")
    ada.wait_for("I have to go")

    kofi.order("write_and_leave", text="/quit so long")

    ada.wait_for("kofi went offline", "so long")


def test_a_link_leads_into_its_room(
    server: ServerProcess, open_window: OpenWindow
) -> None:
    link = f"irc://127.0.0.1:{server.port}/#garden"

    window = open_window("noor", link, "--username", "noor", "--connect")

    window.wait_for("Message #garden", "signed in as noor")


def test_several_lines_are_one_message_to_edit_and_to_delete(
    sign_in: OpenWindow,
) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    ada.order("paste", text="helo\n\n    everybody")
    ada.order("type", text="", key="Return")
    kofi.wait_for("helo\n\n    everybody")

    ada.order("type", text="", key="Up")
    ada.wait_for("Editing")
    ada.write(" again")
    for window in (ada, kofi):
        window.wait_for("helo\n\n    everybody again  (edited)")

    ada.order("type", text="", key="Up")
    ada.order("type", text="", key="Control-a")
    ada.order("type", text="", key="BackSpace")
    ada.order("type", text="", key="Return")
    ada.wait_for("Delete this message?")
    ada.press("Delete")
    for window in (ada, kofi):
        window.wait_for("Message deleted by adaa.")
    assert not kofi.shows("helo")


def test_an_edit_that_is_begun_waits_in_its_room(sign_in: OpenWindow) -> None:
    window = sign_in("noor")
    window.write("/join #garden")
    window.wait_for("Message #garden")
    window.say("helo")
    window.order("type", text="", key="Up")
    window.wait_for("Editing")
    window.order("type", text=" all")
    window.order("open_room", name="#lobby")
    window.wait_for("Message #lobby")
    is_apart = not window.shows("Editing")

    window.order("open_room", name="#garden")
    window.wait_for("Editing", "helo all")
    window.order("type", text="", key="Return")

    window.wait_for("helo all", "(edited)", "Message #garden")
    assert is_apart

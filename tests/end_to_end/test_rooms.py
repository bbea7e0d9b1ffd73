"""Windows find and make rooms, and look after them, through a real server."""

from tests.end_to_end.conftest import OpenWindow


def test_a_room_is_made_found_and_looked_after(sign_in: OpenWindow) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    ada.press("Join or create a room")
    ada.wait_for("1 room")
    ada.write("garden")
    ada.wait_for("Message #garden", "MODERATORS — 1")
    kofi.write("/list")
    kofi.wait_for("2 rooms")
    kofi.write("garden")
    ada.wait_for("kofi joined", "HERE — 1")

    ada.write("/ban kofi too loud")
    kofi.wait_for("adaa banned you from #garden: too loud")
    kofi.write("/join #garden")
    kofi.wait_for("You are banned from #garden.")
    ada.write("/ban")
    ada.wait_for("Banned or muted in #garden", "Banned by adaa")
    ada.press("Lift it")
    ada.wait_for("Nobody is banned from this room or muted in it.")

    kofi.write("/join #garden")
    ada.wait_for("HERE — 1")


def test_a_name_of_two_words_is_not_taken_for_a_key(sign_in: OpenWindow) -> None:
    ada = sign_in("adaa")

    ada.write("/join #class 7b")
    ada.wait_for("There is no room #class", "Type /join #class-7b")
    ada.write("/join #class-7b")
    ada.wait_for("Message #class-7b")
    ada.write("/mode +k sesame")
    ada.wait_for("You ask newcomers for a key")
    kofi = sign_in("kofi")
    kofi.write("/join #class-7b sesame")

    kofi.wait_for("Message #class-7b")


def test_a_room_that_one_is_not_in_is_joined_from_the_switcher(
    sign_in: OpenWindow,
) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    ada.write("/join #garden")
    ada.wait_for("Message #garden")

    kofi.order("type", text="", key="Control-k")
    kofi.wait_for("A room, a person, or")
    kofi.order("type", text="gard")
    kofi.wait_for("Join #garden", "1 person")
    kofi.order("type", text="", key="Return")

    kofi.wait_for("Message #garden")
    ada.wait_for("kofi joined")


def test_who_left_a_room_comes_back_by_one_button(sign_in: OpenWindow) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    ada.write("/join #garden")
    ada.wait_for("Message #garden")
    ada.write("/mode +k sesame")
    ada.wait_for("You ask newcomers for a key")
    kofi.write("/join #garden sesame")
    kofi.wait_for("Message #garden")
    kofi.press("Leave this room")
    kofi.wait_for("Message #lobby", "You left #garden.")

    kofi.press("Join again")

    kofi.wait_for("Message #garden")
    kofi.wait_until_gone("You left #garden.")


def test_who_leaves_with_words_in_the_box_finds_them_there_again(
    sign_in: OpenWindow,
) -> None:
    ada, kofi = sign_in("adaa"), sign_in("kofi")
    for window in (ada, kofi):
        window.write("/join #garden")
        window.wait_for("Message #garden")
    kofi.order("type", text="half a thought")
    ada.wait_for("kofi is typing")
    kofi.press("Leave this room")
    kofi.wait_for("Message #lobby", "You left #garden.")
    kofi.say("heard by all in the lobby")
    assert not kofi.shows("You cannot write")

    kofi.press("Join again")

    kofi.wait_for("half a thought")


def test_several_settings_that_are_changed_at_once_are_told_in_words(
    sign_in: OpenWindow,
) -> None:
    ada = sign_in("adaa")
    ada.write("/join #garden")
    ada.wait_for("Message #garden")

    ada.write("/mode +ki sesame")

    ada.wait_for("You ask newcomers for a key · You let only invited people in")

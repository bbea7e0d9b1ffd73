"""Buttons of which one is chosen."""

from chatapp.views.widgets.choice import Choice


def test_buttons_without_room_stand_on_a_further_line(place, look):
    place.geometry("300x300")
    choice = Choice(place, look, "Whom", ["A long answer to it"] * 4)
    choice.pack(fill="x")
    place.update()

    edges = [each.winfo_rootx() + each.winfo_width() for each in choice.buttons]

    assert max(edges) <= choice.winfo_rootx() + choice.winfo_width()
    assert len({each.winfo_rooty() for each in choice.buttons}) > 1


def test_buttons_stand_on_one_line_where_there_is_room(place, look):
    place.geometry("800x300")
    choice = Choice(place, look, "Whom", ["Yes", "No"])
    choice.pack(fill="x")
    place.update()

    assert len({each.winfo_rooty() for each in choice.buttons}) == 1


def test_a_button_with_longer_words_goes_on_to_a_line_with_room(place, look):
    place.geometry("300x300")
    choice = Choice(place, look, "Whom", ["Yes", "No"])
    choice.pack(fill="x")
    place.update()

    choice.buttons[1].configure(text="A much longer answer to the question")
    place.update()

    assert choice.buttons[1].winfo_rooty() > choice.buttons[0].winfo_rooty()
    assert choice.buttons[1].winfo_width() == choice.buttons[1].winfo_reqwidth()


def test_tab_goes_through_the_buttons_in_their_order(place, look):
    place.geometry("300x300")
    choice = Choice(place, look, "Whom", ["A long answer to it"] * 4)
    choice.pack(fill="x")
    place.update()

    walk = [choice.buttons[0]]
    walk += [walk[0].tk_focusNext(), walk[0].tk_focusNext().tk_focusNext()]

    assert walk == choice.buttons[:3]

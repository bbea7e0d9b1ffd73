"""The table of keys: what it binds, and what it lists."""

from chatapp.controllers import shortcuts
from chatapp.controllers.shortcuts import TABLE, Action


def test_no_key_does_two_things():
    keys = [key for shortcut in TABLE for key in shortcut.keys]

    assert len(keys) == len(set(keys))


def test_every_action_has_its_row():
    assert {shortcut.action for shortcut in TABLE} == {*Action, None}


def test_all_keys_of_an_action_are_bound_to_it():
    done = []
    bound = shortcuts.bind({Action.LARGER: lambda: done.append("larger")})

    for call in bound.values():
        call()

    assert set(bound) == {"Mod-plus", "Mod-equal", "Mod-KP_Add"}
    assert done == ["larger"] * 3


def test_numbers_lead_to_rooms():
    gone = []
    bound = shortcuts.bind({}, gone.append)

    bound["Alt-1"]()
    bound["Alt-9"]()

    assert gone == [0, 8]


def test_every_row_is_listed_with_its_first_key():
    listed = {row.words: row.keys for row in shortcuts.key_help()}

    assert len(listed) == len(TABLE)
    assert listed["Larger"] == ("Mod-plus",)
    assert listed["First to ninth room"] == ("Alt-1", "Alt-9")

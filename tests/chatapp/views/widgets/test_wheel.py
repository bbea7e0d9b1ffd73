"""What turns the wheel, on this system and as others report it."""

from unittest.mock import Mock

import pytest
import ttkbootstrap as ttk

from chatapp.views.widgets import wheel


class System:
    """A widget of another system, and what is bound to it."""

    def __init__(self, windowing_system: str, *, has_pads: bool = False) -> None:
        self.tk = Mock()
        self.tk.call.return_value = windowing_system
        self._has_pads = has_pads
        self._bound = {}

    def bind(self, event, callback, add):
        assert add == "+"
        if event == "<TouchpadScroll>" and not self._has_pads:
            raise wheel.tk.TclError("bad event type or keysym")
        self._bound[event] = callback

    def send(self, event, delta=0):
        """Have the wheel turned; gives what the binding gives."""
        return self._bound[event](Mock(delta=delta))


@pytest.fixture
def turn():
    """Give what takes the turns."""
    return Mock(return_value="break")


def turns(turn) -> list[int]:
    """Give what was taken, but for what was not whole."""
    return [call.args[0] for call in turn.call_args_list if call.args[0]]


def pixels(down: int, across: int = 0) -> int:
    """Give the delta with which Tk 9 tells how far fingers slid."""
    return ((across & 0xFFFF) << 16) | (down & 0xFFFF)


def test_buttons_turn_it_on_x11(turn):
    system = System("x11")
    wheel.bind_wheel(system, turn)

    assert system.send("<Button-4>") == "break"
    system.send("<Button-5>")

    assert turns(turn) == [-1, 1]


def test_fine_movements_of_windows_become_whole_turns(turn):
    system = System("win32")
    wheel.bind_wheel(system, turn)

    for _movement in range(8):
        assert system.send("<MouseWheel>", delta=-30) == "break"
    system.send("<MouseWheel>", delta=240)

    assert turns(turn) == [1, 1, -2]


def test_a_movement_the_other_way_begins_anew(turn):
    system = System("win32")
    wheel.bind_wheel(system, turn)

    system.send("<MouseWheel>", delta=-90)
    system.send("<MouseWheel>", delta=30)
    system.send("<MouseWheel>", delta=-90)

    assert turns(turn) == []


@pytest.mark.parametrize(("version", "delta"), [(8.6, -1), (9.0, -120)])
def test_a_mac_has_notches_of_its_own_before_tk_9(turn, monkeypatch, version, delta):
    monkeypatch.setattr(wheel.tk, "TkVersion", version)
    system = System("aqua")
    wheel.bind_wheel(system, turn)

    system.send("<MouseWheel>", delta=delta)

    assert turns(turn) == [1]


def test_fingers_on_a_pad_turn_it_by_their_pixels_down(turn):
    system = System("aqua", has_pads=True)
    wheel.bind_wheel(system, turn)

    for _movement in range(10):
        system.send("<TouchpadScroll>", delta=pixels(-8, across=300))
    system.send("<TouchpadScroll>", delta=pixels(80, across=-300))

    assert turns(turn) == [1, 1, -2]


def test_the_wheel_of_this_system_is_heard(main_window, settle, turn):
    frame = ttk.Frame(main_window.root, width=20, height=20)
    frame.place(x=0, y=0)
    settle()
    wheel.bind_wheel(frame, turn)

    frame.event_generate("<Button-5>", x=5, y=5)
    frame.event_generate("<MouseWheel>", delta=120)
    settle()
    frame.destroy()

    assert turns(turn) == [1, -1]

"""Input on an X server: keys, mouse and the duties of a window manager, as real events from a separate connection."""

from typing import Any

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest
from Xlib.protocol import event

from tests.desktop.x_window import WindowManager

WHEEL_UP, WHEEL_DOWN = 4, 5

_MODIFIERS = {"ctrl": "Control_L", "alt": "Alt_L", "shift": "Shift_L"}


class Hands:
    """The server has handled each call when the method returns. The program has yet to read the events."""

    def __init__(self, name: str) -> None:
        self._display = Display(name)
        self._manager = WindowManager(name)
        self._atoms = {
            name: self._display.intern_atom(name) for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW", "_MONKEY_DONE")
        }
        self.sent = 0
        """The number of real events so far: each press, each release, each movement."""

    def key(self, combination: str) -> None:
        """Press keys together, by the X server's names: "ctrl+shift+z", "Escape"."""
        *modifiers, name = combination.split("+")
        self._stroke(XK.string_to_keysym(name), [XK.string_to_keysym(_MODIFIERS[each]) for each in modifiers])

    def type(self, text: str) -> None:
        """Type a text of ASCII characters."""
        for character in text:
            self._stroke(ord(character), [])

    def _stroke(self, symbol: int, modifiers: list[int]) -> None:
        code, level = min(self._display.keysym_to_keycodes(symbol), key=lambda place: place[1])
        held = [self._display.keysym_to_keycode(each) for each in modifiers]
        if level == 1:
            held.append(self._display.keysym_to_keycode(XK.XK_Shift_L))
        for each in held:
            self._fake(X.KeyPress, each)
        self._fake(X.KeyPress, code)
        self._fake(X.KeyRelease, code)
        for each in reversed(held):
            self._fake(X.KeyRelease, each)

    def move(self, left: int, top: int) -> None:
        """Move the mouse there through one intermediate point, so that the program sees it arrive."""
        self._fake(X.MotionNotify, 0, left - 1, top - 1)
        self._fake(X.MotionNotify, 0, left, top)

    def click(self, left: int, top: int, button: int = 1, times: int = 1) -> None:
        """Click there with the left (1), middle (2) or right (3) button. The notches of the wheel are buttons too."""
        self.move(left, top)
        for _ in range(times):
            self._fake(X.ButtonPress, button)
            self._fake(X.ButtonRelease, button)

    def wheel(self, left: int, top: int, button: int, modifier: str) -> None:
        """Turn the wheel by one notch there, with or without a held key."""
        held = self._display.keysym_to_keycode(XK.string_to_keysym(_MODIFIERS[modifier])) if modifier else 0
        if held:
            self._fake(X.KeyPress, held)
        self.click(left, top, button)
        if held:
            self._fake(X.KeyRelease, held)

    def drag(self, left: int, top: int, to_left: int, to_top: int) -> None:
        """Drag from one place to another in a few steps."""
        self.move(left, top)
        self._fake(X.ButtonPress, 1)
        for part in range(1, 6):
            self._fake(X.MotionNotify, 0, left + (to_left - left) * part // 5, top + (to_top - top) * part // 5)
        self._fake(X.ButtonRelease, 1)

    def place(self, window: int, left: int, top: int, width: int, height: int) -> None:
        """Move and resize a window."""
        self._window(window).configure(x=left, y=top, width=width, height=height)
        self._count()

    def ask_to_close(self, window: int) -> None:
        """Send the message of a window manager when the cross of a window is clicked."""
        self._send(window, "WM_PROTOCOLS", self._atoms["WM_DELETE_WINDOW"])
        self._count()

    def give_keyboard(self, window: int) -> None:
        """Give a window the keyboard, as a window manager does with a new one."""
        self._window(window).set_input_focus(X.RevertToPointerRoot, X.CurrentTime, onerror=_ignore)
        self._display.sync()

    def say_done(self, window: int) -> None:
        """Send a marker message to the window. It arrives after all earlier events."""
        self._send(window, "_MONKEY_DONE", 0)
        self._display.sync()
        self._manager.serve()

    def is_done(self, message: int) -> bool:
        """Return whether a client message has our type."""
        return message == self._atoms["_MONKEY_DONE"]

    def _send(self, window: int, kind: str, detail: int) -> None:
        data = (32, [detail, X.CurrentTime, 0, 0, 0])
        target = self._window(window)
        message = event.ClientMessage(window=target, client_type=self._atoms[kind], data=data)
        target.send_event(message, onerror=_ignore)

    def _window(self, window: int) -> Any:
        return self._display.create_resource_object("window", window)

    def _fake(self, kind: int, detail: int, left: int = 0, top: int = 0) -> None:
        xtest.fake_input(self._display, kind, detail, x=left, y=top)
        self._count()

    def _count(self) -> None:
        self.sent += 1


def _ignore(*_: object) -> None:
    """Ignore a window that has been closed."""

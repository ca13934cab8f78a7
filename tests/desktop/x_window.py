"""The program's window as the X server and a window manager see it."""

import subprocess
from types import TracebackType

from PIL import Image, ImageGrab
from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol import event
from Xlib.xobject.drawable import Window

from tests.desktop.waiting import until


class XWindow:
    """One top-level window, controlled from outside its program."""

    def __init__(self, display: str, title: str) -> None:
        self._name = display
        self._title = title

    def __enter__(self) -> "XWindow":
        self._display = Display(self._name)
        self._window: Window = until(lambda: self._titled(self._title), f"a window titled {self._title}")
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._display.close()

    def _titled(self, title: str) -> Window | None:
        for window in self._display.screen().root.query_tree().children:
            if window.get_attributes().map_state == X.IsViewable and title in (window.get_wm_name() or ""):
                return window
        return None

    def place(self, left: int, top: int, width: int, height: int) -> None:
        """Move and resizes the window."""
        self._window.configure(x=left, y=top, width=width, height=height)
        self._display.sync()

    def take_keyboard(self) -> None:
        """Give the window the focus, as a window manager does with a new window."""
        # Remove the focus first: the server reports it only if it changes.
        self._display.set_input_focus(X.PointerRoot, X.RevertToPointerRoot, X.CurrentTime)
        self._window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self._display.sync()

    def box(self) -> tuple[int, int, int, int]:
        """Return the place of the window on the desktop: left, top, width, height."""
        box, place = self._window.get_geometry(), self._window.translate_coords(self._display.screen().root, 0, 0)
        return -place.x, -place.y, box.width, box.height

    def point(self, left: int, top: int) -> None:
        """Move the mouse on the X server's desktop."""
        subprocess.run(["xdotool", "mousemove", str(left), str(top)], env={"DISPLAY": self._name}, check=True)

    def type(self, *keys: str) -> None:
        """Press keys on the X server's keyboard, by xdotool's names."""
        subprocess.run(["xdotool", "key", "--delay", "20", *keys], env={"DISPLAY": self._name}, check=True)

    def choose(self, *keys: str) -> None:
        """Choose from the menus. Each key but the last opens a menu, which must appear before the next key."""
        for key in keys[:-1]:
            before = self._popups()
            self.type(key)
            # Not by number: a tool tip may go as the menu comes.
            until(lambda before=before: self._popups() - before, f"the menu of {key}")  # type: ignore[misc]
        self.type(keys[-1])

    def _popups(self) -> set[int]:
        """Return the ids of the menus on the screen: windows that bypass the window manager."""
        windows = self._display.screen().root.query_tree().children
        looks = ((window.id, window.get_attributes()) for window in windows)
        return {number for number, look in looks if look.map_state == X.IsViewable and look.override_redirect}

    def write(self, text: str) -> None:
        """Type a text on the X server's keyboard."""
        subprocess.run(["xdotool", "type", "--delay", "10", text], env={"DISPLAY": self._name}, check=True)

    def picture(self) -> Image.Image:
        """Return a picture of the screen."""
        return ImageGrab.grab(xdisplay=self._name)

    def ask_to_close(self) -> None:
        """Send the message of a window manager when its cross is clicked."""
        protocols, delete = (self._display.intern_atom(name) for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW"))
        assert delete in (self._window.get_wm_protocols() or ())
        data = (32, [delete, X.CurrentTime, 0, 0, 0])
        self._window.send_event(event.ClientMessage(window=self._window, client_type=protocols, data=data))
        self._display.sync()


class WindowManager:
    """The part of a window manager needed for full screen: announces the feature and handles the requests."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._root = self._display.screen().root
        self._before: dict[int, tuple[int, int, int, int]] = {}
        self._state, self._full = self._atom("_NET_WM_STATE"), self._atom("_NET_WM_STATE_FULLSCREEN")
        self._root.change_attributes(event_mask=X.StructureNotifyMask)
        witness = self._root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        for window in (self._root, witness):
            window.change_property(self._atom("_NET_SUPPORTING_WM_CHECK"), Xatom.WINDOW, 32, [witness.id])
        self._root.change_property(self._atom("_NET_SUPPORTED"), Xatom.ATOM, 32, [self._state, self._full])
        self._display.sync()

    def __enter__(self) -> "WindowManager":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._display.close()

    def serve(self) -> bool:
        """Handle the requests since the last call. Return whether there were any."""
        served = False
        while self._display.pending_events():
            asked = self._display.next_event()
            if asked.type == X.ClientMessage and asked.client_type == self._state and self._full in asked.data[1][1:3]:
                full = asked.data[1][0] == 1
                if full != (asked.window.id in self._before):
                    self._show(asked.window, full)
                    served = True
        return served

    def _show(self, window: Window, full: bool) -> None:
        if full:
            box = window.get_geometry()
            self._before[window.id] = box.x, box.y, box.width, box.height
            screen = self._root.get_geometry()
            box = 0, 0, screen.width, screen.height
        else:
            box = self._before.pop(window.id)
        window.change_property(self._state, Xatom.ATOM, 32, [self._full] if full else [])
        window.configure(x=box[0], y=box[1], width=box[2], height=box[3])
        self._display.sync()

    def _atom(self, name: str) -> int:
        return int(self._display.intern_atom(name))


class Monitors:
    """The screens of an X server, which can be connected and disconnected."""

    def __init__(self, display: str) -> None:
        self._name = display

    def plug(self, name: str, left: int, top: int, width: int, height: int) -> None:
        """Connect a screen. The one at the origin has the server's only output."""
        output = "none" if left or top else "screen"
        self._xrandr("--setmonitor", name, f"{width}/{width // 4}x{height}/{height // 4}+{left}+{top}", output)

    def add_mode(self, width: int, height: int) -> None:
        """Add this resolution to the server's output."""
        # Clock and blanks are those of a real screen. A virtual screen ignores them.
        sides = (n + extra for n in (width, height) for extra in (0, 48, 152, 304))
        self._xrandr("--newmode", f"{width}x{height}", "100", *map(str, sides))
        self._xrandr("--addmode", "screen", f"{width}x{height}")

    def set_mode(self, width: int, height: int, whole: tuple[int, int]) -> None:
        """Switch the server's output to another resolution. The desktop keeps its size."""
        size = f"{whole[0]}x{whole[1]}"
        self._xrandr("--fb", size, "--output", "screen", "--mode", f"{width}x{height}")

    def pull(self, name: str) -> None:
        """Disconnect a screen."""
        self._xrandr("--delmonitor", name)

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], env={"DISPLAY": self._name}, check=True, stdout=subprocess.DEVNULL)

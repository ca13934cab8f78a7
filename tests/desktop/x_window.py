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
    """One top-level window, handled from outside of its program."""

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
        """Give the window the keyboard, as a window manager does with a new one."""
        # Taken away first: what is given twice is told once.
        self._display.set_input_focus(X.PointerRoot, X.RevertToPointerRoot, X.CurrentTime)
        self._window.set_input_focus(X.RevertToParent, X.CurrentTime)
        self._display.sync()

    def box(self) -> tuple[int, int, int, int]:
        """Return where the window is on the desktop: left, top, width, height."""
        box, place = self._window.get_geometry(), self._window.translate_coords(self._display.screen().root, 0, 0)
        return -place.x, -place.y, box.width, box.height

    def point(self, left: int, top: int) -> None:
        """Move the mouse on the X server's desktop."""
        subprocess.run(["xdotool", "mousemove", str(left), str(top)], env={"DISPLAY": self._name}, check=True)

    def type(self, *keys: str) -> None:
        """Press keys on the X server's keyboard, by xdotool's names."""
        subprocess.run(["xdotool", "key", "--delay", "20", *keys], env={"DISPLAY": self._name}, check=True)

    def choose(self, *keys: str) -> None:
        """Choose from the menus: every key but the last opens one, which has to be there before the next is pressed."""
        for key in keys[:-1]:
            before = self._popups()
            self.type(key)
            until(lambda before=before: self._popups() > before, f"the menu of {key}")  # type: ignore[misc]
        self.type(keys[-1])

    def _popups(self) -> int:
        """Return how many menus are on the screen: windows that no window manager is asked about."""
        shown = (window.get_attributes() for window in self._display.screen().root.query_tree().children)
        return sum(window.map_state == X.IsViewable and bool(window.override_redirect) for window in shown)

    def write(self, text: str) -> None:
        """Type a text on the X server's keyboard."""
        subprocess.run(["xdotool", "type", "--delay", "10", text], env={"DISPLAY": self._name}, check=True)

    def picture(self) -> Image.Image:
        """Return what is on the screen."""
        return ImageGrab.grab(xdisplay=self._name)

    def ask_to_close(self) -> None:
        """What a window manager sends when its cross is clicked."""
        protocols, delete = (self._display.intern_atom(name) for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW"))
        assert delete in (self._window.get_wm_protocols() or ())
        data = (32, [delete, X.CurrentTime, 0, 0, 0])
        self._window.send_event(event.ClientMessage(window=self._window, client_type=protocols, data=data))
        self._display.sync()


class WindowManager:
    """As little of a window manager as full screen takes: says that it can do it, and does it when asked."""

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
        """Do what was asked since the last time; whether there was anything."""
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
    """The screens of an X server, which can be plugged in and pulled out."""

    def __init__(self, display: str) -> None:
        self._name = display

    def plug(self, name: str, left: int, top: int, width: int, height: int) -> None:
        """Plug a screen in. The one at the origin has the server's only output."""
        output = "none" if left or top else "screen"
        self._xrandr("--setmonitor", name, f"{width}/{width // 4}x{height}/{height // 4}+{left}+{top}", output)

    def add_mode(self, width: int, height: int) -> None:
        """Let the server's own output have this resolution as well."""
        # Clock and blanks are those of a real screen; a screen that is none has no use for them.
        sides = (n + extra for n in (width, height) for extra in (0, 48, 152, 304))
        self._xrandr("--newmode", f"{width}x{height}", "100", *map(str, sides))
        self._xrandr("--addmode", "screen", f"{width}x{height}")

    def set_mode(self, width: int, height: int, whole: tuple[int, int]) -> None:
        """Give the server's own output another resolution, within a desktop as large as it was."""
        size = f"{whole[0]}x{whole[1]}"
        self._xrandr("--fb", size, "--output", "screen", "--mode", f"{width}x{height}")

    def pull(self, name: str) -> None:
        """Pull a screen out."""
        self._xrandr("--delmonitor", name)

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], env={"DISPLAY": self._name}, check=True, stdout=subprocess.DEVNULL)

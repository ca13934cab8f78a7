"""An assistive client. Like a screen reader, it knows the program only by the accessibility bus (AT-SPI 2).

The protocol is D-Bus with the interfaces org.a11y.atspi.*: every element is a bus name and a path.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.desktop.waiting import SECONDS, until

Place = tuple[str, str]
"""A bus name and an object path."""

_ROOT: Place = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_REGISTRY: Place = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")
_ACCESSIBLE = "org.a11y.atspi.Accessible"

# Numbers of the states in the protocol (AtspiStateType).
_STATES = {1: "active", 4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 25: "showing", 30: "visible"}


# The spoken role, where it differs from the protocol's word. Plain text is read without a role.
_SPOKEN_ROLES = {"label": "", "push button": "button", "panel": "group", "text": "edit", "check box": "check box"}
_CONTROLS = ("push button", "check box", "radio button", "combo box", "text")


class BusError(Exception):
    """A call that returned an error."""


class Bus:
    """A connection to a message bus."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address)

    def call(self, place: Place, interface: str, method: str, signature: str | None = None, *arguments: Any) -> Any:
        """Call a method and return its answer as a tuple. Raises BusError."""
        address = DBusAddress(place[1], place[0], interface)
        reply = self._connection.send_and_get_reply(
            new_method_call(address, method, signature, arguments), timeout=SECONDS
        )
        return _body(reply)

    def get(self, place: Place, interface: str, name: str) -> Any:
        """Return the value of a property."""
        ((_, value),) = self.call(place, "org.freedesktop.DBus.Properties", "Get", "ss", interface, name)
        return value

    def owns(self, name: str) -> bool:
        """Return whether a program on the bus has this name."""
        return bool(_body(self._connection.send_and_get_reply(message_bus.NameHasOwner(name)))[0])

    def process_of(self, name: str) -> int:
        """Return the process id behind a name."""
        (process,) = _body(self._connection.send_and_get_reply(message_bus.GetConnectionUnixProcessID(name)))
        return int(process)

    def subscribe(self, interface: str) -> None:
        """Subscribe to the signals of an interface."""
        _body(self._connection.send_and_get_reply(message_bus.AddMatch(MatchRule(type="signal", interface=interface))))

    def signals(self, seconds: float) -> Iterator[Message]:
        """Yield the signals of the next seconds."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                message = self._connection.receive(timeout=left)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.signal:
                yield message

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _body(reply: Message) -> Any:
    if reply.header.message_type is MessageType.error:
        raise BusError(f"{reply.header.fields[HeaderFields.error_name]}: {reply.body}")
    return reply.body


class Client:
    """The assistive client: finds the program, and receives its announcements on a second connection."""

    def __init__(self, address: str) -> None:
        self._bus = Bus(address)
        self._ear = Bus(address)
        until(self._is_registered, "the registry of events")
        self._ear.subscribe("org.a11y.atspi.Event.Object")

    def _is_registered(self) -> bool:
        """Ask for events, since programs send none otherwise. The registry starts at the first call, sometimes with an error."""
        try:
            self._ear.call(_REGISTRY, "org.a11y.atspi.Registry", "RegisterEvent", "s", "object:")
        except BusError:
            return False
        return True

    def application(self, process: int) -> "Element":
        """Wait until the program with this process id is on the bus, and return it."""
        return until(lambda: self._application(process), "the program on the accessibility bus")

    def _application(self, process: int) -> "Element | None":
        apps = Element(self._bus, _ROOT).children()
        return next((app for app in apps if self._bus.process_of(app.place[0]) == process), None)

    def hears(self, words: str) -> bool:
        """Return whether an announcement with these words arrives soon."""
        return any(
            message.header.fields[HeaderFields.member] == "Announcement" and words in str(message.body)
            for message in self._ear.signals(SECONDS)
        )

    def close(self) -> None:
        """Close the connections."""
        self._bus.close()
        self._ear.close()


@dataclass(frozen=True)
class Element:
    """One element of the program's tree."""

    bus: Bus
    place: Place

    @property
    def name(self) -> str:
        """The accessible name, which a screen reader reads."""
        return str(self.bus.get(self.place, _ACCESSIBLE, "Name"))

    @property
    def description(self) -> str:
        """The accessible description."""
        return str(self.bus.get(self.place, _ACCESSIBLE, "Description"))

    @cached_property
    def role(self) -> str:
        """The role, in the protocol's words."""
        return str(self.bus.call(self.place, _ACCESSIBLE, "GetRoleName")[0])

    @property
    def states(self) -> set[str]:
        """The relevant states."""
        ((low, high),) = self.bus.call(self.place, _ACCESSIBLE, "GetState")
        bits = low | high << 32
        return {name for number, name in _STATES.items() if bits >> number & 1}

    @property
    def interfaces(self) -> set[str]:
        """The last parts of its interface names."""
        (names,) = self.bus.call(self.place, _ACCESSIBLE, "GetInterfaces")
        return {name.rpartition(".")[2] for name in names}

    def children(self) -> "list[Element]":
        """The child elements."""
        (places,) = self.bus.call(self.place, _ACCESSIBLE, "GetChildren")
        return [Element(self.bus, tuple(place)) for place in places]

    def everything(self) -> "Iterator[Element]":
        """Yield the element and all of its descendants."""
        yield self
        for child in self.children():
            yield from child.everything()

    def shown(self) -> "Iterator[Element]":
        """Yield the descendants that are on the screen or can be scrolled there."""
        return (element for element in self.everything() if "visible" in element.states)

    def search(self, role: str, name: str) -> "Element | None":
        """Return the first visible descendant of this role and name, or None."""
        for child in self.children():
            if "visible" not in child.states:
                continue
            if child.role == role and child.name == name:
                return child
            if (found := child.search(role, name)) is not None:
                return found
        return None

    def find(self, role: str, name: str) -> "Element":
        """Return the first visible descendant of this role and name. Raises AssertionError if there is none."""
        found = self.search(role, name)
        assert found is not None, f"there is no {role} named {name!r} in {self.name!r}: {self.names()}"
        return found

    def spoken(self) -> "Iterator[str]":
        """Yield the words of a screen reader for all visible descendants, one line per element."""
        for child in self.children():
            states = child.states
            if "visible" not in states or child.role in ("menu", "menu item", "scroll bar"):
                continue
            if child.name:
                told = [child.name, _SPOKEN_ROLES.get(child.role, child.role)]
                told += ["checked"] if "checked" in states else []
                told += ["unavailable"] if "focusable" not in states and child.role in _CONTROLS else []
                told += [child.description] if child.description not in ("", child.name) else []
                yield ", ".join(filter(None, told))
            yield from child.spoken()

    def names(self) -> list[str]:
        """Return the names of all visible descendants, in reading order."""
        return [name for element in self.shown() if (name := element.name)]

    def press(self) -> None:
        """Do the first action, as the default key of a screen reader does."""
        assert self.bus.call(self.place, "org.a11y.atspi.Action", "DoAction", "i", 0)[0], f"{self.name} does nothing"

    def write(self, text: str) -> None:
        """Replace the text of the element."""
        assert self.bus.call(self.place, "org.a11y.atspi.EditableText", "SetTextContents", "s", text)[0]

    def read(self) -> str:
        """Return the text of the element."""
        return str(self.bus.call(self.place, "org.a11y.atspi.Text", "GetText", "ii", 0, -1)[0])

    def select(self, name: str) -> None:
        """Select one of the children."""
        names = [child.name for child in self.children()]
        index = names.index(name)
        assert self.bus.call(self.place, "org.a11y.atspi.Selection", "SelectChild", "i", index)[0]

    def box(self) -> tuple[int, int, int, int]:
        """Return the place on the screen: left, top, width, height."""
        (box,) = self.bus.call(self.place, "org.a11y.atspi.Component", "GetExtents", "u", 0)
        return tuple(box)  # type: ignore[return-value]

"""An assistive client, as a screen reader is one: it knows the program only by the accessibility bus (AT-SPI 2).

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

# Numbers of the states, from the protocol (AtspiStateType).
_STATES = {1: "active", 4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 25: "showing", 30: "visible"}


# How the roles are read out where the protocol's word is not what people say; words are read without one.
_SPOKEN_ROLES = {"label": "", "push button": "button", "panel": "group", "text": "edit", "check box": "check box"}
_CONTROLS = ("push button", "check box", "radio button", "combo box", "text")


class BusError(Exception):
    """A call that was answered with an error."""


class Bus:
    """A connection to a message bus."""

    def __init__(self, address: str) -> None:
        self._connection = open_dbus_connection(address)

    def call(self, place: Place, interface: str, method: str, signature: str | None = None, *arguments: Any) -> Any:
        """Return the answer to a call, as a tuple. Raises BusError."""
        address = DBusAddress(place[1], place[0], interface)
        reply = self._connection.send_and_get_reply(
            new_method_call(address, method, signature, arguments), timeout=SECONDS
        )
        return _body(reply)

    def get(self, place: Place, interface: str, name: str) -> Any:
        """Return a property's value."""
        ((_, value),) = self.call(place, "org.freedesktop.DBus.Properties", "Get", "ss", interface, name)
        return value

    def owns(self, name: str) -> bool:
        """Return whether someone on the bus has that name."""
        return bool(_body(self._connection.send_and_get_reply(message_bus.NameHasOwner(name)))[0])

    def process_of(self, name: str) -> int:
        """Return the process that is connected under a name."""
        (process,) = _body(self._connection.send_and_get_reply(message_bus.GetConnectionUnixProcessID(name)))
        return int(process)

    def subscribe(self, interface: str) -> None:
        """Have the signals of an interface sent here from now on."""
        _body(self._connection.send_and_get_reply(message_bus.AddMatch(MatchRule(type="signal", interface=interface))))

    def signals(self, seconds: float) -> Iterator[Message]:
        """The signals that arrive in the next seconds."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            try:
                message = self._connection.receive(timeout=left)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.signal:
                yield message

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


def _body(reply: Message) -> Any:
    if reply.header.message_type is MessageType.error:
        raise BusError(f"{reply.header.fields[HeaderFields.error_name]}: {reply.body}")
    return reply.body


class Client:
    """The assistive client: finds the program, and listens to what it announces on a line of its own."""

    def __init__(self, address: str) -> None:
        self._bus = Bus(address)
        self._ear = Bus(address)
        until(self._is_registered, "the registry of events")
        self._ear.subscribe("org.a11y.atspi.Event.Object")

    def _is_registered(self) -> bool:
        """Ask for events, without which a program sends none. The registry starts at the first call, not always well."""
        try:
            self._ear.call(_REGISTRY, "org.a11y.atspi.Registry", "RegisterEvent", "s", "object:")
        except BusError:
            return False
        return True

    def application(self, process: int) -> "Element":
        """Return the program of that process, once it is on the bus."""
        return until(lambda: self._application(process), "the program on the accessibility bus")

    def _application(self, process: int) -> "Element | None":
        apps = Element(self._bus, _ROOT).children()
        return next((app for app in apps if self._bus.process_of(app.place[0]) == process), None)

    def hears(self, words: str) -> bool:
        """Return whether an announcement with these words comes before long."""
        return any(
            message.header.fields[HeaderFields.member] == "Announcement" and words in str(message.body)
            for message in self._ear.signals(SECONDS)
        )

    def close(self) -> None:
        """Hang up."""
        self._bus.close()
        self._ear.close()


@dataclass(frozen=True)
class Element:
    """One element of the program's tree."""

    bus: Bus
    place: Place

    @property
    def name(self) -> str:
        """What a screen reader says that it is called."""
        return str(self.bus.get(self.place, _ACCESSIBLE, "Name"))

    @property
    def description(self) -> str:
        """What a screen reader says besides."""
        return str(self.bus.get(self.place, _ACCESSIBLE, "Description"))

    @cached_property
    def role(self) -> str:
        """What kind of thing it is, in the protocol's words."""
        return str(self.bus.call(self.place, _ACCESSIBLE, "GetRoleName")[0])

    @property
    def states(self) -> set[str]:
        """Those of its states that matter here."""
        ((low, high),) = self.bus.call(self.place, _ACCESSIBLE, "GetState")
        bits = low | high << 32
        return {name for number, name in _STATES.items() if bits >> number & 1}

    @property
    def interfaces(self) -> set[str]:
        """The last words of the interfaces that it has."""
        (names,) = self.bus.call(self.place, _ACCESSIBLE, "GetInterfaces")
        return {name.rpartition(".")[2] for name in names}

    def children(self) -> "list[Element]":
        """Return what it holds."""
        (places,) = self.bus.call(self.place, _ACCESSIBLE, "GetChildren")
        return [Element(self.bus, tuple(place)) for place in places]

    def everything(self) -> "Iterator[Element]":
        """Itself and all that is below it."""
        yield self
        for child in self.children():
            yield from child.everything()

    def shown(self) -> "Iterator[Element]":
        """All below it that is on the screen or can be scrolled there."""
        return (element for element in self.everything() if "visible" in element.states)

    def search(self, role: str, name: str) -> "Element | None":
        """Return the first shown element of that role and name below it, if there is one."""
        for child in self.children():
            if "visible" not in child.states:
                continue
            if child.role == role and child.name == name:
                return child
            if (found := child.search(role, name)) is not None:
                return found
        return None

    def find(self, role: str, name: str) -> "Element":
        """Return the first shown element of that role and name below it. Raises AssertionError where there is none."""
        found = self.search(role, name)
        assert found is not None, f"there is no {role} named {name!r} in {self.name!r}: {self.names()}"
        return found

    def spoken(self) -> "Iterator[str]":
        """What a screen reader says on its way through all that is on the screen below it, a line an element."""
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
        """Return the names of everything shown below it, in reading order."""
        return [name for element in self.shown() if (name := element.name)]

    def press(self) -> None:
        """Carry out its first action, as the default key of a screen reader does."""
        assert self.bus.call(self.place, "org.a11y.atspi.Action", "DoAction", "i", 0)[0], f"{self.name} does nothing"

    def write(self, text: str) -> None:
        """Replace the text that it holds."""
        assert self.bus.call(self.place, "org.a11y.atspi.EditableText", "SetTextContents", "s", text)[0]

    def read(self) -> str:
        """Return the text that it holds."""
        return str(self.bus.call(self.place, "org.a11y.atspi.Text", "GetText", "ii", 0, -1)[0])

    def select(self, name: str) -> None:
        """Select one of the things that it lists."""
        names = [child.name for child in self.children()]
        index = names.index(name)
        assert self.bus.call(self.place, "org.a11y.atspi.Selection", "SelectChild", "i", index)[0]

    def box(self) -> tuple[int, int, int, int]:
        """Return where it is on the screen: left, top, width, height."""
        (box,) = self.bus.call(self.place, "org.a11y.atspi.Component", "GetExtents", "u", 0)
        return tuple(box)  # type: ignore[return-value]

"""The file of the local protocol: read at the start, saved whole, removed. What is broken is named and left out."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.state import CaseState

if TYPE_CHECKING:
    from core.schedule.local_protocol import LocalProtocol

FILE_NAME = "local.toml"


class LocalProtocolController(QObject):
    """Gives the local protocol in a folder to the state; without a folder, for as long as the program runs."""

    def __init__(self, state: CaseState, folder: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self.path = folder / FILE_NAME if folder else None
        self.problem = ""

    @property
    def protocol(self) -> "LocalProtocol | None":
        """The protocol that is shown, or None."""
        return self._state.local

    def load(self) -> None:
        """Read the file where there is one. One that cannot be used is left out, and `problem` says why."""
        if self.path is None or not self.path.exists():
            return
        # Only a site that has a protocol waits for what reads it.
        from core.content.loading import ContentError
        from core.schedule.local_protocol import load_local_protocol

        try:
            self._state.set_local(load_local_protocol(self.path, self._state.content))
        except ContentError as error:
            remedy = "Mend the file, or write it anew in Edit, Local protocol…; the answer needs none of it."
            self.problem = "\n".join((str(self.path), *error.faults, remedy))

    def save(self, protocol: "LocalProtocol") -> str | None:
        """Save the protocol, whole or not at all, and show it; what went wrong, or None."""
        from core.schedule.local_protocol import local_protocol_to_bytes
        from gui.base.saving import save_whole

        if self.path is not None:
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                return self._not_changed(error)
            problem = save_whole(self.path, local_protocol_to_bytes(protocol))
            if problem:
                return f"{self.path}: {problem}"
        self.problem = ""
        self._state.set_local(protocol)
        return None

    def remove(self) -> str | None:
        """Remove the file, and everything that came from it; what went wrong, or None."""
        if self.path is not None:
            try:
                self.path.unlink(missing_ok=True)
            except OSError as error:
                return self._not_changed(error)
        self.problem = ""
        self._state.set_local(None)
        return None

    def _not_changed(self, error: OSError) -> str:
        remedy = "Ask for the right to write in that folder."
        return f"{self.path}: {error.strerror}. {remedy}"

"""The file of the local protocol: read at the start, saved as a whole, removed. A broken file is reported and ignored."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.state import CaseState

if TYPE_CHECKING:
    from core.schedule.local_protocol import LocalProtocol

FILE_NAME = "local.toml"


class LocalProtocolController(QObject):
    """Passes the local protocol in a folder to the state. Without a folder it lasts until the program ends."""

    def __init__(self, state: CaseState, folder: Path | None, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self.path = folder / FILE_NAME if folder else None
        self.problem = ""

    @property
    def protocol(self) -> "LocalProtocol | None":
        """The current protocol, or None."""
        return self._state.local

    def load(self) -> None:
        """Read the file if it exists. An unusable file is ignored, and `problem` holds the reason."""
        if self.path is None or not self.path.exists():
            return
        # Import the reader only for a site with a protocol, so that other sites start faster.
        from core.content.loading import ContentError
        from core.schedule.local_protocol import load_local_protocol

        try:
            self._state.set_local(load_local_protocol(self.path, self._state.content))
        except ContentError as error:
            remedy = "Mend the file, or write it anew in Edit, Local protocol…; the answer needs none of it."
            self.problem = "\n".join((str(self.path), *error.faults, remedy))

    def save(self, protocol: "LocalProtocol") -> str | None:
        """Save the protocol as a whole or not at all, and show it. Return the error, or None."""
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
        """Remove the file, and its effects on the case and the reference. Return the error, or None."""
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
